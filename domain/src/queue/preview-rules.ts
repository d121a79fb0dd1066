// What other rules would do to the queue of this moment, before anybody is called by them.

import type { CallingPreview, CallingRules, NextCall, PointPreview } from '@foyer/contracts/calling-rules.ts';
import { rulesOf, underRules } from './calling-rules.ts';
import { choicesUnder, compareTickets, isCandidate, type CallingPoint, type CallingWorld } from './order.ts';
import type { QueueState } from './queue-state.ts';

/** As many as somebody reads. */
const shownCalls = 10;

export function previewRules(state: QueueState, rules: CallingRules | null, world: CallingWorld): CallingPreview {
  const ruled = underRules(state, rules);
  return {
    points: world.configuration.servicePoints.map((point) =>
      pointPreview(point.id, callsOf(state, point, world), callsOf(ruled, point, world)),
    ),
  };
}

/** Everybody whom the point would call, one after the other. */
function callsOf(state: QueueState, point: CallingPoint, world: CallingWorld): readonly NextCall[] {
  const inForce = rulesOf(state);
  if (inForce === undefined) {
    return [...state.tickets.values()]
      .filter((ticket) => isCandidate(ticket, point, state, world))
      .toSorted(compareTickets)
      .map(({ id: ticketId, number }) => ({ ticketId, number }));
  }
  return Array.from(choicesUnder(inForce, state, point, world).calls(), ({ claim: { ticket }, rule, condition }) => ({
    ticketId: ticket.id,
    number: ticket.number,
    chosenBy: { rule, ...(condition === undefined ? {} : { condition }) },
  }));
}

function pointPreview(servicePointId: string, now: readonly NextCall[], after: readonly NextCall[]): PointPreview {
  const placesNow = new Map(now.map(({ ticketId }, place) => [ticketId, place]));
  const placesAfter = new Map(after.map(({ ticketId }, place) => [ticketId, place]));
  const shown = new Map(
    [...after.slice(0, shownCalls), ...now.slice(0, shownCalls)].map((call) => [call.ticketId, call]),
  );
  // Whoever is held back in one of the two stands behind everybody there.
  const last = Math.max(now.length, after.length);
  const moves = Array.from(shown.values(), ({ ticketId, number }) => {
    const [placeNow, placeAfter] = [placesNow.get(ticketId), placesAfter.get(ticketId)];
    const only =
      placeAfter === undefined ? ('now' as const) : placeNow === undefined ? ('changed' as const) : undefined;
    const by = (placeNow ?? last) - (placeAfter ?? last);
    return { ticketId, number, by, ...(only === undefined ? {} : { only }) };
  });
  return {
    servicePointId,
    now: now.slice(0, shownCalls),
    changed: after.slice(0, shownCalls),
    moves: moves.filter(({ by, only }) => by !== 0 || only !== undefined),
  };
}
