// How a screen does: what it said of itself last, what it did last, and whether it renewed its credential in time.

import type { DeviceHealth, DeviceProblem } from '@foyer/contracts/device-health.ts';
import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { DeviceView } from '@foyer/contracts/staff-view.ts';
import type { ThingReport } from '../ports/things.ts';

const kinds = ['kiosk', 'display', 'staff-tablet'] as const;
/** A renewal that came late is a problem for so long: afterwards it is history. */
const lateShownMs = 7 * dayMs;

export interface ScreenHealthParts {
  readonly report: ThingReport | undefined;
  readonly recentTickets: readonly string[];
  readonly lowBatteryPercent: number;
  readonly now: EpochMs;
}

/** Undefined for what is no screen. */
export function screenHealth(
  { id, name, role, connected, lastSeenAt, renewedLateAt }: DeviceView,
  { report = {}, recentTickets, lowBatteryPercent, now }: ScreenHealthParts,
): DeviceHealth | undefined {
  const kind = kinds.find((screen) => screen === role);
  if (kind === undefined) return undefined;
  const { firmware, batteryPercent, charging = false, pageErrors = 0 } = report;
  const found: readonly (readonly [DeviceProblem, boolean])[] = [
    ['not-heard', !connected],
    ['battery-low', batteryPercent !== undefined && batteryPercent < lowBatteryPercent && !charging],
    ['page-error', connected && pageErrors > 0],
    ['credential-late', renewedLateAt !== undefined && now < renewedLateAt + lateShownMs],
  ];
  return {
    id,
    kind,
    name,
    connected,
    ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
    ...(firmware === undefined ? {} : { firmware }),
    ...(batteryPercent === undefined ? {} : { batteryPercent }),
    ...(recentTickets.length === 0 ? {} : { recentTickets }),
    problems: found.flatMap(([problem, isSo]) => (isSo ? [problem] : [])),
  };
}
