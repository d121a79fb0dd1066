import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import type { ClinicState } from './clinic-state.ts';
import { byId } from './clinic-view.ts';

/** That a service has not begun to call is no news to who waits there. */
export function displayWaits(
  { configuration, waits }: Pick<ClinicState, 'configuration' | 'waits'>,
  layout: DisplayLayout | undefined,
): Pick<DisplayView, 'waits'> {
  const told = configuration.services.flatMap(({ id, name }) => {
    const wait = layout?.waits?.includes(id) === true ? waits.services.get(id) : undefined;
    return wait === undefined || ('stopped' in wait && wait.stopped === 'closed') ? [] : [{ id, name, wait }];
  });
  return told.length === 0 ? {} : { waits: byId(told) };
}
