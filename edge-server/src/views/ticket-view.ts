// The patient's own page: its number and place. It names nobody, so that a phone left on a table tells nothing.

import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { dayMs, minuteMs } from '@foyer/contracts/time.ts';
import type { HelpView } from '@foyer/contracts/clinic-view.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { ticketDelays } from '@foyer/domain/queue/delay-view.ts';
import { pathOf } from '@foyer/domain/journey/path.ts';
import { peopleAhead } from '@foyer/domain/queue/order.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { awaitedRoomView, steppedOutView } from '@foyer/domain/queue/ticket-view.ts';
import { callingWorld, type ClinicState } from './clinic-state.ts';
import { evacuationView } from './evacuation-view.ts';
import { ticketNextCall } from './outside-view.ts';
import { helpView, servicePointName, servicePointNames } from './clinic-view.ts';
import { ticketWait } from './wait-view.ts';

/** How long after a ticket closed its page still answers. */
export const ticketPageLifeMs = dayMs;
/** How long a page shows that its call for help was taken. */
const helpShownMs = 10 * minuteMs;

export function ticketView(state: ClinicState, ticketId: string): TicketView | undefined {
  const ticket = state.queue.tickets.get(ticketId);
  if (ticket === undefined || !hasPage(ticket, state.now)) return undefined;
  const { standing } = ticket;
  const service = state.configuration.services.find(({ id }) => id === standing.serviceId);
  const point = standing.servicePointId;
  const help = helpOf(state, ticket);
  return {
    id: ticket.id,
    number: ticket.number,
    state: standing.state,
    ahead: peopleAhead(state.queue, ticket, callingWorld(state)),
    asOf: state.now,
    clinicName: state.configuration.name,
    ...(service === undefined ? {} : { serviceName: service.name }),
    // Where somebody waits because of what they answered is said to them, not to whoever holds the phone.
    ...(service === undefined || isSentElsewhere(state, ticketId) ? {} : { waitingArea: service.waitingArea }),
    ...(point === null
      ? {}
      : {
          servicePointName: servicePointName(state, point),
          servicePointNames: servicePointNames(state, point),
        }),
    ...(standing.state === TicketState.onHold && standing.heldByTicket ? { heldByMe: true } : {}),
    ...steppedOutView(ticket),
    ...pathOf(ticket, state.configuration),
    ...(standing.graceUntil === undefined ? {} : { graceUntil: standing.graceUntil }),
    ...awaitedRoomView(ticket, state),
    ...ticketDelays(state, ticket),
    ...ticketNextCall(ticket, state),
    ...ticketWait(ticket, state),
    ...(help === undefined ? {} : { help }),
    ...evacuationView(state),
  };
}

/** What became of the page's latest call for help, while it lasts. */
function helpOf(state: ClinicState, ticket: TicketRecord): HelpView['state'] | undefined {
  const latest = [...state.queue.help.values()]
    .filter(({ by }) => by === `ticket:${ticket.id}`)
    .toSorted((a, b) => b.at - a.at)[0];
  if (latest === undefined || (latest.acknowledgedAt !== null && state.now >= latest.acknowledgedAt + helpShownMs)) {
    return undefined;
  }
  return helpView(latest, state).state;
}

function isSentElsewhere({ queue }: ClinicState, ticketId: string): boolean {
  return (queue.forms.get(ticketId)?.screening ?? null) !== null;
}

export function hasPage(ticket: TicketRecord, now: number): boolean {
  return isOpen(ticket.standing.state) || ticket.closedAt === null || now < ticket.closedAt + ticketPageLifeMs;
}
