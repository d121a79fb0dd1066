// Who waits elsewhere because of what they answered, as the tablet holds it.

import type { TicketId } from '@foyer/contracts/ids.ts';
import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';
import { maySend } from './ticket-acts.ts';

export type Screened = StaffTicket & Required<Pick<StaffTicket, 'screening'>>;

/** Those who wait and are told apart for it, for who works with the queue; who came first stands first. */
export function screenedNow({ me, tickets }: Pick<StaffView, 'me' | 'tickets'>): readonly Screened[] {
  if (!maySend(me.roles, 'clear-screening')) return [];
  return Object.values(tickets)
    .filter((ticket): ticket is Screened => ticket.screening !== undefined && ticket.state === 'waiting')
    .toSorted((a, b) => a.issuedAt - b.issuedAt);
}

/** Whether somebody is sent elsewhere who was not at the last look. */
export function isNewlyScreened(before: ReadonlySet<TicketId>, now: readonly Screened[]): boolean {
  return now.some(({ id }) => !before.has(id));
}

/** A nurse has the person of the ticket at the session's own service point before them; the desk has everybody. */
export function mayReadForms({ me }: Pick<StaffView, 'me'>, ticket: StaffTicket): boolean {
  if (me.roles.some((role) => role === 'reception' || role === 'supervisor')) return true;
  return me.servicePointId !== undefined && ticket.servicePointId === me.servicePointId && me.roles.includes('nurse');
}
