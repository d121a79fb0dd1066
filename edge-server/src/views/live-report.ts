// How the clinic is now, for its centre, while the rows that say so wait: each ticket's own page, and the day in figures.
// It names nobody. Source: ADR 0017.

import { mostReportedTickets, type LiveDay, type LiveReport } from '@foyer/contracts/live-report.ts';
import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { hasPage, ticketView } from './ticket-view.ts';

/** Undefined before the first row. */
export function liveReport(state: ClinicState | undefined): LiveReport | undefined {
  if (state === undefined || state.seq === 0) return undefined;
  const { epoch, seq, now: at } = state;
  return { at, epoch, seq, tickets: pagesOf(state), day: dayOf(state) };
}

/** Open ones first: of more than a report may hold, those that closed longest ago are left out. */
function pagesOf(state: ClinicState): LiveReport['tickets'] {
  const closedAt = ({ standing, closedAt: at }: TicketRecord): number =>
    isOpen(standing.state) ? Number.POSITIVE_INFINITY : (at ?? 0);
  return [...state.queue.tickets.values()]
    .filter((ticket) => hasPage(ticket, state.now))
    .toSorted((a, b) => (closedAt(a) === closedAt(b) ? 0 : closedAt(b) - closedAt(a)))
    .slice(0, mostReportedTickets)
    .flatMap(({ id, publicId, issuedAt }) => {
      const view = ticketView(state, id);
      return view === undefined ? [] : [{ publicId, issuedAt, view }];
    });
}

/** The same figures that the centre counts from the rows. */
function dayOf(state: ClinicState): LiveDay {
  const { businessDay, queue } = state;
  const tickets = [...queue.tickets.values()].filter((ticket) => ticket.businessDay === businessDay);
  const count = (...states: readonly TicketState[]): number =>
    tickets.filter(({ standing }) => states.includes(standing.state)).length;
  const came = tickets.filter(({ standing }) => standing.state !== TicketState.cancelled);
  const waiting = tickets.filter(({ standing }) => standing.state === TicketState.waiting);
  return {
    businessDay,
    arrived: came.length,
    arrivedWithoutBooking: came.filter(({ appointmentId }) => appointmentId === null).length,
    waiting: waiting.length,
    waitingSince: waiting.length === 0 ? null : Math.min(...waiting.map(({ issuedAt }) => issuedAt)),
    withStaff: count(TicketState.called, TicketState.serving),
    onHold: count(TicketState.onHold),
    served: count(TicketState.completed),
    notHere: count(TicketState.notAnswered, TicketState.left),
    rooms: roomsOf(state),
  };
}

function roomsOf({ queue }: ClinicState): LiveDay['rooms'] {
  return [...queue.servicePoints.values()].map(({ id, state, staffId, ticketId, room }) => {
    const ticket = ticketId === null ? undefined : queue.tickets.get(ticketId);
    return {
      servicePointId: id,
      state,
      staffId,
      ticketNumber: ticket?.number ?? null,
      since: ticket?.standing.servingSince ?? ticket?.standing.calledAt ?? null,
      room: { state: room.state, since: room.since },
    };
  });
}
