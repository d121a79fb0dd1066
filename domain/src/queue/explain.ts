// Why a ticket is where it is in its queue: the rule, its inputs, the points that may call it, and who is before it and
// why. A ticket that stands first at a point is the one that `call-next` takes there.

import type { Explanation } from '@foyer/contracts/explanation.ts';
import type { TicketId } from '@foyer/contracts/ids.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { choiceReason, passedOver } from './calling-choice.ts';
import { claimOf, earlierMinutes, heldBack, wholeMinutes } from './calling-claim.ts';
import { rulesOf } from './calling-rules.ts';
import { choicesUnder, compareTickets, nextFor, placesOf, waitingFor, type CallingWorld, type Place } from './order.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';

export function explain(state: QueueState, ticketId: TicketId, world: CallingWorld): Explanation | undefined {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return undefined;
  const { standing } = ticket;
  const places = placesOf(state, ticket, world);
  const [soonest] = places;
  const inForce = rulesOf(state);
  return {
    rule: inForce === undefined ? 'class-then-longest-wait' : 'calling-rules',
    state: standing.state,
    serviceId: standing.serviceId,
    priorityClass: standing.priorityClass,
    placeAt: standing.placeAt,
    ...(standing.forServicePointId === null ? {} : { forServicePointId: standing.forServicePointId }),
    waiting: soonest?.point
      ? nextFor(state, soonest.point, world).waiting
      : waitingFor(state, standing.serviceId).length,
    ...(soonest === undefined ? {} : { position: soonest.before.length + 1 }),
    points: places.flatMap((place) =>
      place.point === null
        ? []
        : [
            {
              servicePointId: place.point.id,
              position: place.before.length + 1,
              ...calledAt(place.point, ticket, state, world),
            },
          ],
    ),
    before: soonest === undefined ? [] : calledBefore(soonest, ticket, state, world),
    ...(inForce === undefined || soonest === undefined ? {} : { claim: claimUnder(inForce, ticket, world) }),
  };
}

function claimUnder(
  { rules, revision }: NonNullable<ReturnType<typeof rulesOf>>,
  ticket: TicketRecord,
  { now }: CallingWorld,
): NonNullable<Explanation['claim']> {
  const claim = claimOf(ticket, rules, now);
  const { priorityClass, since, isDue } = claim;
  const earlier = earlierMinutes(ticket, rules);
  return {
    revision,
    priorityClass,
    since,
    waitedMinutes: wholeMinutes(claim),
    ...(earlier === 0 ? {} : { earlierMinutes: earlier }),
    isDue,
    opensAt: since + rules.opensAfterMinutes * minuteMs,
    longestWaitAt: since + rules.longestWaitMinutes * minuteMs,
  };
}

/** Under rules: what keeps the point from calling it, or else by what it calls it, and of who is next whom that passes over. */
function calledAt(
  point: NonNullable<Place['point']>,
  ticket: TicketRecord,
  state: QueueState,
  world: CallingWorld,
): Pick<Explanation['points'][number], 'heldBack' | 'reason' | 'passedOver'> {
  const inForce = rulesOf(state);
  if (inForce === undefined) return {};
  const { rules } = inForce;
  const choices = choicesUnder(inForce, state, point, world);
  const because = heldBack(claimOf(ticket, rules, world.now), choices.post, rules);
  if (because !== undefined) return { heldBack: because };
  const calls = Array.from(choices.calls());
  const place = calls.findIndex(({ claim }) => claim.ticket.id === ticket.id);
  const choice = calls[place];
  if (choice === undefined) return {};
  const reason = choiceReason(choice, choices, rules);
  return { reason, ...(place === 0 ? { passedOver: passedOver(choice, choices) } : {}) };
}

/** In the order in which they are called. */
function calledBefore(
  { point, before }: Place,
  ticket: TicketRecord,
  state: QueueState,
  world: CallingWorld,
): Explanation['before'] {
  const inForce = rulesOf(state);
  const told = (
    { id, number, standing: { priorityClass, placeAt } }: TicketRecord,
    because: Explanation['before'][number]['because'],
  ) => ({ ticketId: id, number, because, priorityClass, placeAt });
  if (inForce === undefined || point === null) {
    return before
      .toSorted(compareTickets)
      .map((other) =>
        told(other, other.standing.priorityClass === ticket.standing.priorityClass ? 'longer-wait' : 'higher-class'),
      );
  }
  const calls = Array.from(choicesUnder(inForce, state, point, world).calls());
  return calls.slice(0, before.length).map(({ claim, rule }) => told(claim.ticket, rule));
}
