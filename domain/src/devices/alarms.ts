// Who is told of what is wrong with a device, and when tablets are quiet about it. What stops patients is never quiet
// while the clinic is open, whatever the hour.

import type { DeviceAlarm, DeviceHealth, DeviceKind, DeviceProblem } from '@foyer/contracts/device-health.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { TimeOfDay } from '@foyer/contracts/time.ts';

/** From one time of day until another, which may be after midnight; the same twice, or an empty text: never. */
export interface QuietHours {
  readonly from: TimeOfDay;
  readonly until: TimeOfDay;
}

const desk: readonly StaffRole[] = ['reception', 'supervisor'];
const technical: readonly StaffRole[] = ['supervisor', 'admin'];

/** What stops patients: these kinds with these problems. */
const stopping: { readonly [K in DeviceKind]?: readonly DeviceProblem[] } = {
  kiosk: ['not-heard', 'device-cloned'],
  display: ['not-heard', 'device-cloned'],
  sign: ['not-heard', 'device-cloned'],
  printer: ['not-heard', 'paper-out', 'cover-open', 'jam'],
  scanner: ['unplugged', 'no-driver'],
  box: ['disk-full', 'disk-broken', 'log-unproven'],
};

/** Who sees to the rest. A tablet that was switched off, or a scanner that sleeps, is on the page of devices alone. */
const seenToBy: { readonly [P in DeviceProblem]: readonly StaffRole[] } = {
  'not-heard': [],
  'paper-out': desk,
  'cover-open': desk,
  jam: desk,
  'paper-low': desk,
  'battery-low': [...desk, 'admin'],
  'link-weak': technical,
  drift: technical,
  'device-cloned': technical,
  flooding: technical,
  'page-error': technical,
  'credential-late': technical,
  unplugged: [],
  'no-driver': [],
  unreadable: technical,
  'credential-ending': technical,
  'credential-expired': technical,
  'update-stuck': ['admin'],
  'update-rolled-back': ['admin'],
  'backup-old': ['admin'],
  'disk-nearly-full': technical,
  'disk-full': [...desk, 'admin'],
  'disk-broken': [...desk, 'admin'],
  'log-unproven': [...desk, 'admin'],
  'copy-behind': ['admin'],
};

export function alarmsFor(
  role: StaffRole,
  health: readonly DeviceHealth[],
  { openNow, now, quiet }: { readonly openNow: boolean; readonly now: TimeOfDay; readonly quiet: QuietHours },
): readonly DeviceAlarm[] {
  const quietNow = isQuiet(now, quiet);
  return health.flatMap(({ id, name, kind, problems }) =>
    problems.flatMap((problem): readonly DeviceAlarm[] => {
      const stopsPatients = stopping[kind]?.includes(problem) ?? false;
      const told = stopsPatients ? [...desk, 'admin'] : seenToBy[problem];
      if (!told.includes(role) || (quietNow && !(stopsPatients && openNow))) return [];
      return [{ deviceId: id, name, kind, problem, stopsPatients }];
    }),
  );
}

export function isQuiet(now: TimeOfDay, { from, until }: QuietHours): boolean {
  if (from === '' || until === '' || from === until) return false;
  return from < until ? now >= from && now < until : now >= from || now < until;
}
