// How a scanner on a cable does. That it read is told, and never what.

import type { DeviceHealth, DeviceProblem } from '@foyer/contracts/device-health.ts';
import type { ScannerHealth, ScannerNow } from '../ports/scanner.ts';

/** So many in a row: once is a crumpled card, thrice is a scanner that is set otherwise than its profile. */
const unreadableInARow = 3;

const wrong: { readonly [H in ScannerHealth]: readonly DeviceProblem[] } = {
  ready: [],
  flooding: ['flooding'],
  unplugged: ['unplugged'],
  'no-driver': ['no-driver'],
};

export function scannerHealth(
  { id, model, firmware, health, since, lastReadAt, unreadable, trial, trialSince }: ScannerNow,
  kioskName: string,
): DeviceHealth {
  const connected = health === 'ready' || health === 'flooding';
  return {
    id,
    kind: 'scanner',
    name: model === undefined ? kioskName : `${model} · ${kioskName}`,
    connected,
    ...(connected ? {} : { lastSeenAt: since }),
    ...(model === undefined ? {} : { model }),
    ...(firmware === undefined ? {} : { firmware }),
    ...(lastReadAt === undefined ? {} : { lastReadAt }),
    ...(trial === undefined ? {} : { trial }),
    ...(trialSince === undefined ? {} : { trialSince }),
    problems: [...wrong[health], ...(unreadable >= unreadableInARow ? (['unreadable'] as const) : [])],
  };
}
