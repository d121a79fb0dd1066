// Every device as a row of one list, the worst first: what does not work, what needs care soon, what is well.

import { stopsWorking, type DeviceHealth, type DeviceProblem } from '@foyer/contracts/device-health.ts';
import type { DeviceView, StaffView } from '@foyer/contracts/staff-view.ts';

export type Level = 'down' | 'soon' | 'fine';
export interface DeviceRow {
  readonly level: Level;
  /** The worst of its problems; absent: it is well. */
  readonly problem?: DeviceProblem;
  readonly health: DeviceHealth;
  /** Absent for what was not let in by a code: printers. */
  readonly device?: DeviceView;
}

const levels: readonly Level[] = ['down', 'soon', 'fine'];

export function deviceRows({ devices, health }: Pick<StaffView, 'devices' | 'health'>): readonly DeviceRow[] {
  const known = Object.values(health ?? {});
  const others = Object.values(devices).filter(({ id }) => !known.some((device) => device.id === id));
  return [...known, ...others.map(healthOf)]
    .map((each) => rowOf(each, devices[each.id]))
    .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || byName(a, b));
}

export function countOf(rows: readonly DeviceRow[], level: Level): number {
  return rows.filter((row) => row.level === level).length;
}

function rowOf(health: DeviceHealth, device: DeviceView | undefined): DeviceRow {
  const worst: DeviceProblem | undefined = stopsWorking.find((problem) => health.problems.includes(problem));
  const problem = worst ?? health.problems[0];
  return {
    level: worst !== undefined ? 'down' : problem !== undefined ? 'soon' : 'fine',
    ...(problem === undefined ? {} : { problem }),
    health,
    ...(device === undefined ? {} : { device }),
  };
}

/** What is known of a device to who does not see more. */
function healthOf({ id, name, role, connected, lastSeenAt }: DeviceView): DeviceHealth {
  return {
    id,
    name,
    kind: role as DeviceHealth['kind'],
    connected,
    ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
    problems: connected ? [] : ['not-heard'],
  };
}

function byName(a: DeviceRow, b: DeviceRow): number {
  return a.health.name.localeCompare(b.health.name);
}
