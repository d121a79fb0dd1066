// A family that waits for the room, after somebody who came with an interpreter and for whom another checked in.

import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';
import { aTicket, aTypicalRoom, id, room3, services } from './a-staff-view.ts';

/** `inside`: one of the family is with the nurse, and somebody of a higher class would be called next. */
export function aFamilyRoom(inside: 'inside' | 'waiting' = 'waiting'): StaffView {
  const view = aTypicalRoom();
  const currentId = view.servicePoints[room3]!.ticketId!;
  const current: StaffTicket = {
    ...view.tickets[currentId]!,
    needs: ['interpreter', 'hearing'],
    interpreter: { language: 'es', booked: false },
    onBehalf: true,
  };
  const partyId = inside === 'inside' ? currentId : view.servicePoints[room3]!.nextTicketId!;
  const bound = inside === 'inside' ? { forServicePointId: room3 } : {};
  const children = ['A060', 'A061'].map((number) => aTicket(number, { partyId, ...bound }));
  const blood = aTicket('R062', { partyId, serviceId: services.laboratory, forServicePointId: id('point', 1) });
  const party = [{ ...(view.tickets[partyId]! satisfies StaffTicket), partyId }, ...children, blood];
  const tickets = Object.fromEntries([current, ...party].map((ticket) => [ticket.id, ticket]));
  const said = { [currentId]: { ...current, ...(inside === 'inside' ? { partyId } : {}) } };
  return { ...view, tickets: { ...view.tickets, ...tickets, ...said } };
}
