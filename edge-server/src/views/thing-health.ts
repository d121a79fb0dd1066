// How a thing on MQTT does: what it said of itself last, beside the settings that it should have.

import type { DeviceHealth, DeviceProblem, DeviceSettings, SettingDrift } from '@foyer/contracts/device-health.ts';
import { thingRoles, type ThingRole } from '@foyer/contracts/roles.ts';
import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import { desiredSettings } from '@foyer/contracts/thing-settings.ts';
import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { DeviceView } from '@foyer/contracts/staff-view.ts';
import type { ThingReport } from '../ports/things.ts';

/** A radio this weak loses messages. */
const weakLinkPercent = 15;
/** A password that was not renewed by then ends soon; a renewal that came late is shown for as long. */
const passwordWeekMs = 7 * dayMs;

export interface ThingHealthParts {
  readonly report: ThingReport | undefined;
  readonly setUp: ThingSetUp | undefined;
  /** A battery that holds less is low. */
  readonly lowBatteryPercent: number;
  readonly now: EpochMs;
}

/** Undefined for what is no thing. */
export function thingHealth(
  { id, name, role, connected, lastSeenAt, renewedLateAt, passwordUntil, behind }: DeviceView,
  { report = {}, setUp, lowBatteryPercent, now }: ThingHealthParts,
): DeviceHealth | undefined {
  const kind = thingRoles.find((thing) => thing === role);
  if (kind === undefined) return undefined;
  const { batteryPercent, linkPercent, firmware, settings } = report;
  const drift = settings === undefined ? [] : settingDrift(desiredOf(kind, setUp), settings);
  const until = setUp?.keepsPassword === true ? undefined : passwordUntil;
  const found: readonly (readonly [DeviceProblem, boolean])[] = [
    ['device-cloned', report.cloned === true],
    ['not-heard', !connected],
    ['battery-low', batteryPercent !== undefined && batteryPercent < lowBatteryPercent],
    ['link-weak', linkPercent !== undefined && linkPercent < weakLinkPercent],
    ['drift', drift.length > 0],
    ['flooding', report.flooding === true],
    ['credential-expired', until !== undefined && until <= now],
    ['credential-ending', until !== undefined && until > now && until - now < passwordWeekMs],
    ['credential-late', renewedLateAt !== undefined && now < renewedLateAt + passwordWeekMs],
  ];
  return {
    id,
    kind,
    name,
    connected,
    ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
    ...(firmware === undefined ? {} : { firmware }),
    ...(batteryPercent === undefined ? {} : { batteryPercent }),
    ...(linkPercent === undefined ? {} : { linkPercent }),
    ...(settings === undefined ? {} : { reported: settings }),
    ...(drift.length === 0 ? {} : { drift }),
    // What stands behind a gateway has none of its own.
    ...(behind === undefined ? { passwordUntil: until ?? null } : {}),
    problems: found.flatMap(([problem, isSo]) => (isSo ? [problem] : [])),
  };
}

/** What a thing should have, as it was set up. */
export function desiredOf(role: ThingRole, setUp: ThingSetUp | undefined): DeviceSettings {
  return desiredSettings(role, setUp === undefined || setUp.kind === 'gateway' ? {} : (setUp.settings ?? {}));
}

/** Settings that a thing has otherwise than it should; one that it does not speak of, it has not. */
export function settingDrift(desired: DeviceSettings, reported: DeviceSettings): readonly SettingDrift[] {
  return Object.entries(desired).flatMap(([setting, value]) => {
    const has = reported[setting];
    return has === undefined || has === value ? [] : [{ setting, desired: value, reported: has }];
  });
}
