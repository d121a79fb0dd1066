// A ticket that nobody will call by themselves: every room of its service is closed, whoever had it went and nobody
// took over, or it stands aside with nothing that brings it back. Its work item is raised once and settled when it moves.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { EventBody, Fact } from '@foyer/contracts/events.ts';
import { accept, noEffect, refuse, type Decision, type Moment } from '../decision.ts';
import { awaitsReady, stepHere } from '../journey/steps.ts';
import { pointsFor } from './order.ts';
import type { QueueChanges, QueueState, TicketRecord } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';

/** The kind of its work item. */
export const strandedKind = 'ticket-stranded';
export type StrandedCause = 'no-open-room' | 'no-owner' | 'no-next-step';

type World = Pick<QueueWorld, 'configuration'>;

export function strandedCause(ticket: TicketRecord, state: QueueState, world: World): StrandedCause | undefined {
  const { standing } = ticket;
  switch (standing.state) {
    case TicketState.waiting: {
      const isCalled = pointsFor(ticket, state, world).some(
        ({ id }) => (state.servicePoints.get(id)?.state ?? 'closed') !== 'closed',
      );
      return isCalled ? undefined : 'no-open-room';
    }
    case TicketState.called:
    case TicketState.serving:
      return state.servicePoints.get(standing.servicePointId ?? '')?.handOver === undefined ? undefined : 'no-owner';
    case TicketState.onHold:
      if (standing.heldUntil !== null || standing.heldByTicket) return undefined;
      return awaitsReady(stepHere(standing.journey)) ? undefined : 'no-next-step';
    case TicketState.notAnswered:
      return 'no-next-step';
    default:
      return undefined;
  }
}

/** Raises what is not raised yet, settles what is over; the clinic's rule says how long it may last before. */
export function decideStranded(
  { type, ticketId }: CommandOf<'look-after-stranded'>,
  state: QueueState,
  world: World,
  moment: Moment,
): Decision {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  const rule = world.configuration.stranded;
  const cause = rule === undefined ? undefined : strandedCause(ticket, state, world);
  const { stranded } = ticket;
  if (cause === stranded?.cause) return noEffect(type, { ticketId });
  const settled: readonly Fact[] =
    stranded === undefined
      ? []
      : [{ type: 'v1.WorkItemResolved', body: { workItemId: stranded.workItemId, ticketId } }];
  if (rule === undefined || cause === undefined) return accept(...settled);
  const about = { ticketId, ticketNumber: ticket.number, role: rule.role };
  const workItemId = moment.newId();
  return accept(...settled, {
    type: 'v1.WorkItemRaised',
    body: { workItemId, kind: strandedKind, code: cause, about },
  });
}

export function strandedRaised(
  { tickets }: Pick<QueueState, 'tickets'>,
  { workItemId, kind, code, about }: EventBody<'v1.WorkItemRaised'>,
): QueueChanges {
  const ticket = kind === strandedKind ? tickets.get(about['ticketId'] ?? '') : undefined;
  return ticket === undefined ? {} : { tickets: [{ ...ticket, stranded: { workItemId, cause: code } }] };
}

/** Once it moved. A person who has dealt with the item is not told of the same again. */
export function strandedSettled(
  { tickets }: Pick<QueueState, 'tickets'>,
  { ticketId = '', workItemId }: EventBody<'v1.WorkItemResolved'>,
): QueueChanges {
  const ticket = tickets.get(ticketId);
  return ticket?.stranded?.workItemId === workItemId ? { tickets: [withoutStranded(ticket)] } : {};
}

function withoutStranded({ stranded: _settled, ...ticket }: TicketRecord): TicketRecord {
  return ticket;
}
