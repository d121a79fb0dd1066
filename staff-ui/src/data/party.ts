// Who came with whom, and who of them comes along when one is called here.

import type { ServicePointId } from '@foyer/contracts/ids.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';

/** The others of a ticket's party who are still here, in the order of their numbers. */
export function partyOf(view: StaffView, ticket: StaffTicket): readonly StaffTicket[] {
  if (ticket.partyId === undefined) return [];
  return Object.values(view.tickets)
    .filter((other) => other.partyId === ticket.partyId && other.id !== ticket.id && isOpen(other.state))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
}

/** Those of them who wait and whom this point may call. */
export function companionsAt(
  view: StaffView,
  servicePointId: ServicePointId,
  ticket: StaffTicket,
): readonly StaffTicket[] {
  const point = view.servicePoints[servicePointId];
  return partyOf(view, ticket).filter(
    ({ state, serviceId, forServicePointId }) =>
      state === 'waiting' &&
      (forServicePointId === undefined
        ? (point?.serviceIds.includes(serviceId) ?? false)
        : forServicePointId === servicePointId),
  );
}

/** Who followed the one in the room and is to come in next, though the rule would call another first. */
export function nextOfFamily(
  view: StaffView,
  servicePointId: ServicePointId,
  current: StaffTicket,
  next: StaffTicket,
): StaffTicket | undefined {
  const followers = companionsAt(view, servicePointId, current).filter(
    ({ forServicePointId }) => forServicePointId === servicePointId,
  );
  return followers.some(({ id }) => id === next.id) ? undefined : followers[0];
}
