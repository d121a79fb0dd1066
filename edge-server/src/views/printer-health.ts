// How a printer does.

import type { DeviceHealth, DeviceProblem } from '@foyer/contracts/device-health.ts';
import { PrinterState, type PrinterView } from '@foyer/contracts/printer-view.ts';

const wrong: { readonly [S in PrinterState]: readonly DeviceProblem[] } = {
  [PrinterState.unknown]: [],
  [PrinterState.ready]: [],
  [PrinterState.paperOut]: ['paper-out'],
  [PrinterState.coverOpen]: ['cover-open'],
  [PrinterState.jam]: ['jam'],
  [PrinterState.offline]: ['not-heard'],
  [PrinterState.off]: ['not-heard'],
  [PrinterState.mute]: ['not-heard'],
};

export function printerHealth({ id, name, state, since, paperLow }: PrinterView): DeviceHealth {
  const problems = wrong[state];
  const isHeard = !problems.includes('not-heard') && state !== PrinterState.unknown;
  const isOut = state === PrinterState.paperOut;
  return {
    id,
    kind: 'printer',
    name,
    connected: isHeard,
    ...(isHeard || state === PrinterState.unknown ? {} : { lastSeenAt: since }),
    ...(isHeard ? { paper: isOut ? ('out' as const) : paperLow ? ('low' as const) : ('enough' as const) } : {}),
    problems: [...problems, ...(paperLow && !isOut ? (['paper-low'] as const) : [])],
  };
}
