import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { ClinicState } from './clinic-state.ts';

/** Of things that are enrolled still. */
export function thingSetUpsView({ thingSetUps, devices }: ClinicState): Pick<StaffView, 'thingSetUps'> {
  const set = devices.flatMap(({ id }) => {
    const setUp = thingSetUps.get(id);
    return setUp === undefined ? [] : [[id, setUp] as const];
  });
  return set.length === 0 ? {} : { thingSetUps: Object.fromEntries(set) };
}
