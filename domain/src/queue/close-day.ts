// The end of a business day: every open ticket gets an outcome, every room is closed, and nobody is admitted any more.
// Who still waited, was called or on hold and of whom nobody said what became is work for the next morning.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { accept, noEffect, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import { isDayClosed } from './closed-day.ts';
import { serviceFinished } from './service-finished.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';
import { roomLeft } from './room.ts';
import { withStaffReason } from './sealed-reason.ts';

/** `undecided`: gone for today, and somebody decides tomorrow. */
type Outcome = 'completed' | 'left' | 'cancelled' | 'undecided';

/** The kind of a work item: the patient left without being seen; somebody phones them. */
const leftUnseen = 'left-unseen';
/** Who was called and did not come has been looked for already. */
const unseenStates: readonly TicketState[] = [TicketState.waiting, TicketState.called, TicketState.onHold];

export function decideCloseDay(
  command: CommandOf<'close-day'>,
  sender: Sender,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision {
  if (world.clockFrozen) return refuse('day-frozen');
  const outcomes = new Map(command.outcomes?.map(({ ticketId, outcome }) => [ticketId, outcome]));
  for (const ticketId of outcomes.keys())
    if (!state.tickets.has(ticketId)) return refuse('unknown-ticket', { ticketId });
  const open = [...state.tickets.values()].filter((ticket) => isOpen(ticket.standing.state));
  const unseen = open.filter((ticket) => isForTomorrow(ticket, outcomes.get(ticket.id)));
  const rooms = [...state.servicePoints.values()].filter((point) => point.state !== 'closed');
  if (isDayClosed(state, moment.businessDay) && open.length + rooms.length === 0) {
    return noEffect(command.type, { businessDay: moment.businessDay });
  }
  const closed: Fact = { type: 'v1.DayClosed', body: { businessDay: moment.businessDay, closed: open.length } };
  return accept(
    ...open.flatMap((ticket) => [closing(ticket, outcomes.get(ticket.id)), ...roomLeft(ticket, world)]),
    ...unseen.map((ticket) => toBePhoned(ticket, moment)),
    ...rooms.map((point): Fact => ({ type: 'v1.ServicePointClosed', body: { servicePointId: point.id } })),
    withStaffReason(closed, command.reason, sender.staffId),
  );
}

function isForTomorrow({ standing }: TicketRecord, outcome: Outcome | undefined): boolean {
  return outcome === 'undecided' || (outcome === undefined && unseenStates.includes(standing.state));
}

/** Who was with staff is completed; everyone else went without being seen, unless staff say otherwise. */
function closing(ticket: TicketRecord, outcome: Outcome | undefined): Fact {
  const { state, servicePointId } = ticket.standing;
  if (outcome === undefined && state === TicketState.serving && servicePointId !== null) {
    return serviceFinished(ticket, servicePointId);
  }
  const said = outcome === undefined || outcome === 'undecided' ? TicketState.left : outcome;
  return { type: 'v1.TicketClosed', body: { ticketId: ticket.id, outcome: said, atDayEnd: true } };
}

function toBePhoned({ id: ticketId, number: ticketNumber, patientId }: TicketRecord, moment: Moment): Fact {
  const about = { ticketId, ticketNumber, ...(patientId === null ? {} : { patientId }) };
  return { type: 'v1.WorkItemRaised', body: { workItemId: moment.newId(), kind: leftUnseen, code: leftUnseen, about } };
}
