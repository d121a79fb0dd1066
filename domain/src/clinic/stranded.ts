// Who would be left waiting for nobody when services or rooms are taken away. Whoever waits comes before the set-up.

import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { ClinicChanges } from '@foyer/contracts/clinic-document.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { refuse, type Decision } from '../decision.ts';
import type { QueueState } from '../queue/queue-state.ts';

/** Undefined when nobody would be. `bookedServiceIds`: of each appointment that is ahead. */
export function stranded(
  changes: ClinicChanges,
  clinic: Pick<ClinicConfiguration, 'services' | 'servicePoints'>,
  { tickets }: Pick<QueueState, 'tickets'>,
  bookedServiceIds: readonly string[],
): Decision | undefined {
  const open = [...tickets.values()].filter(({ standing }) => isOpen(standing.state));
  for (const serviceId of taken(clinic.services, changes.services)) {
    const waiting = open.filter(({ standing }) => standing.serviceId === serviceId).length;
    if (waiting > 0) return refuse('service-has-patients', { serviceId, waiting });
    const booked = bookedServiceIds.filter((id) => id === serviceId).length;
    if (booked > 0) return refuse('service-has-appointments', { serviceId, booked });
  }
  for (const servicePointId of taken(clinic.servicePoints, changes.servicePoints)) {
    const waiting = open.filter(
      ({ standing }) => standing.servicePointId === servicePointId || standing.forServicePointId === servicePointId,
    ).length;
    if (waiting > 0) return refuse('room-has-patients', { servicePointId, waiting });
  }
  return undefined;
}

/** The ids of those that are there no more; of a part that is not changed, none. */
export function taken(
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[] | undefined,
): readonly string[] {
  if (after === undefined) return [];
  const left = new Set(after.map(({ id }) => id));
  return before.map(({ id }) => id).filter((id) => !left.has(id));
}
