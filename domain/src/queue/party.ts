// People who came together, a mother with two children for one: each has a ticket of their own, and the party is one
// place in line. Whoever joins stands right behind who already waits in the same queue. Called together, one is called
// and the others wait on for that room alone, in front of their class, so that there is one ticket in a room.
// Source: docs/adr/0011.

import type { EventBody, FactOf } from '@foyer/contracts/events.ts';
import type { CallId, TicketId } from '@foyer/contracts/ids.ts';
import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { Moment, Sender } from '../decision.ts';
import { compareTickets, isCandidate, waitingFor, waitsSince, type CallingPoint } from './order.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';

/** How long after a ticket somebody at the same kiosk may join it. */
export const partyJoinsForMs = 10 * minuteMs;

export function partyIdOf(ticket: TicketRecord): TicketId {
  return ticket.partyOf ?? ticket.id;
}

/** Its party and its place there; nothing where the ticket named cannot be joined: a number is not withheld for that. */
export function joined(
  draft: { readonly serviceId: string; readonly priorityClass: string; readonly partyOf?: string | undefined },
  sender: Sender,
  state: QueueState,
  moment: Moment,
): Partial<Pick<EventBody<'v1.TicketIssued'>, 'partyOf' | 'placeAt'>> {
  const other = draft.partyOf === undefined ? undefined : state.tickets.get(draft.partyOf);
  if (other === undefined || !mayJoin(other, sender, moment)) return {};
  const partyOf = partyIdOf(other);
  const [first] = waitingFor(state, draft.serviceId).filter(
    (ticket) =>
      partyIdOf(ticket) === partyOf &&
      ticket.standing.priorityClass === draft.priorityClass &&
      ticket.standing.forServicePointId === null,
  );
  return { partyOf, ...(first === undefined ? {} : { placeAt: first.standing.placeAt }) };
}

function mayJoin(other: TicketRecord, { actor, roles }: Sender, { at, businessDay }: Moment): boolean {
  if (other.businessDay !== businessDay) return false;
  if (!roles.includes('kiosk')) return isOpen(other.standing.state);
  return other.issuedBy === actor && at - other.issuedAt <= partyJoinsForMs;
}

/** Those of the party who wait and whom this point may call, in their order. */
export function companionsOf(
  ticket: TicketRecord,
  point: CallingPoint,
  state: QueueState,
  world: Pick<QueueWorld, 'configuration'>,
): readonly TicketRecord[] {
  const partyId = partyIdOf(ticket);
  return [...state.tickets.values()]
    .filter(
      (other) => other.id !== ticket.id && partyIdOf(other) === partyId && isCandidate(other, point, state, world),
    )
    .toSorted(compareTickets);
}

/** Each companion waits for this point now, in front of its class; who does so already stays as it is. */
export function companionsFollow(
  ticket: TicketRecord,
  callId: CallId,
  point: CallingPoint,
  state: QueueState,
  world: Pick<QueueWorld, 'configuration'>,
): readonly FactOf<'v1.TicketFollowsParty'>[] {
  const companions = companionsOf(ticket, point, state, world).filter(
    ({ standing }) => standing.forServicePointId !== point.id,
  );
  const inFront = Math.min(
    ticket.standing.placeAt,
    ...[...state.tickets.values()]
      .filter((other) => isCandidate(other, point, state, world))
      .map((other) => waitsSince(other, state)),
  );
  return companions.map(({ id }, index) => ({
    type: 'v1.TicketFollowsParty',
    body: { ticketId: id, servicePointId: point.id, callId, placeAt: inFront - companions.length + index },
  }));
}

/** Who follows a ticket that is called or served: they wait for its room. */
export function followersOf(ticket: TicketRecord, { tickets }: QueueState): readonly TicketRecord[] {
  const { servicePointId } = ticket.standing;
  if (servicePointId === null) return [];
  return [...tickets.values()]
    .filter(
      (other) =>
        // First, because hardly anybody follows.
        other.followsCallId !== undefined &&
        other.standing.state === TicketState.waiting &&
        other.standing.forServicePointId === servicePointId &&
        partyIdOf(other) === partyIdOf(ticket),
    )
    .toSorted(compareTickets);
}

/** A call that is undone lets go of who followed it, unless something else befell them since. */
export function lettingGo(ticket: TicketRecord, { tickets }: QueueState): readonly FactOf<'v1.StepUndone'>[] {
  const { callId } = ticket.standing;
  if (ticket.last.type !== 'v1.TicketCalled' || callId === null) return [];
  return [...tickets.values()].flatMap(({ id, followsCallId, last }) =>
    followsCallId === callId && last.type === 'v1.TicketFollowsParty' && last.before !== null
      ? [
          {
            type: 'v1.StepUndone' as const,
            body: {
              ticketId: id,
              undoneEpoch: last.epoch,
              undoneSeq: last.seq,
              undoneType: last.type,
              standing: last.before,
            },
          },
        ]
      : [],
  );
}
