// The wall: numbers and rooms of those who are called or being served now, and the latest others of the last minutes
// for who looked away. It names nobody.

import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { DisplayView } from '@foyer/contracts/views.ts';
import { callView } from '@foyer/domain/queue/ticket-view.ts';
import type { CallRecord } from '@foyer/domain/queue/queue-state.ts';
import { clinicView, servicePointName, servicePointNames } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';
import { publicDelays } from './delay-view.ts';
import { evacuationView } from './evacuation-view.ts';
import { withFollowers } from './party-calls.ts';

/** Never more rows than this. Source: SCREENS.md, "Display". */
const mostRows = 8;
const rememberedMs = 15 * minuteMs;

export function displayView(state: ClinicState): DisplayView {
  const calls: { [id: string]: DisplayView['calls'][string] } = {};
  for (const call of displayedCalls(state)) {
    const direction = state.configuration.servicePoints.find(({ id }) => id === call.servicePointId)?.direction;
    calls[call.id] = {
      ...callView(call),
      servicePointName: servicePointName(state, call.servicePointId),
      ...(direction === undefined ? {} : { direction }),
      names: servicePointNames(state, call.servicePointId),
    };
  }
  return { clinic: clinicView(state), calls, ...publicDelays(state), voice: state.voice, ...evacuationView(state) };
}

function displayedCalls(state: ClinicState): readonly CallRecord[] {
  const current = currentCalls(state);
  const past = state.recentCalls.filter(
    (call) => !call.withdrawn && state.now - call.at < rememberedMs && isOver(call, state) && !current.includes(call),
  );
  return [
    ...withFollowers(current, state.queue),
    ...past.slice(Math.max(0, past.length - Math.max(0, mostRows - current.length))),
  ];
}

/** Calls of those who are wanted at, or are with, a service point: at most one for each point, none that is in doubt. */
export function currentCalls({ queue }: Pick<ClinicState, 'queue'>): readonly CallRecord[] {
  const calls: CallRecord[] = [];
  for (const { ticketId } of queue.servicePoints.values()) {
    const ticket = ticketId === null ? undefined : queue.tickets.get(ticketId);
    if (ticket?.inDoubtSince !== undefined) continue;
    const standing = ticket?.standing;
    if (standing?.state !== TicketState.called && standing?.state !== TicketState.serving) continue;
    const call = standing.callId === null ? undefined : queue.calls.get(standing.callId);
    if (call !== undefined && !call.withdrawn) calls.push(call);
  }
  return calls;
}

/** One who waits again, or is on hold, would go to the room of an old call. */
function isOver(call: CallRecord, { queue }: ClinicState): boolean {
  const state = queue.tickets.get(call.ticketId)?.standing.state;
  return state === TicketState.completed || state === TicketState.notAnswered;
}
