import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { ClinicState } from './clinic-state.ts';

/** Of displays that are enrolled still. */
export function displayLayoutsView({ displayLayouts, devices }: ClinicState): Pick<StaffView, 'displayLayouts'> {
  const set = devices.flatMap(({ id }) => {
    const layout = displayLayouts.get(id);
    return layout === undefined ? [] : [[id, layout] as const];
  });
  return set.length === 0 ? {} : { displayLayouts: Object.fromEntries(set) };
}
