// The wall: numbers and rooms of those who are called or being served now, and the latest others of the last minutes
// for who looked away. It names nobody.

import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { DisplayView } from '@foyer/contracts/views.ts';
import { callView } from '@foyer/domain/queue/ticket-view.ts';
import type { CallRecord } from '@foyer/domain/queue/queue-state.ts';
import { clinicView, servicePointName, servicePointNames } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';

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
  return { clinic: clinicView(state), calls, voice: state.voice };
}

function displayedCalls(state: ClinicState): readonly CallRecord[] {
  const calls = [...state.queue.calls.values()].filter((call) => !call.withdrawn);
  const current = calls.filter((call) => isCurrent(call, state));
  const past = calls
    .filter((call) => !current.includes(call) && state.now - call.at < rememberedMs && isOver(call, state))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, Math.max(0, mostRows - current.length));
  return [...current, ...past];
}

/** Whether the patient is wanted at, or is with, the service point of this call. */
export function isCurrent(call: CallRecord, { queue }: Pick<ClinicState, 'queue'>): boolean {
  const standing = queue.tickets.get(call.ticketId)?.standing;
  if (standing === undefined || call.withdrawn || standing.callId !== call.id) return false;
  return standing.state === TicketState.called || standing.state === TicketState.serving;
}

/** One who waits again, or is on hold, would go to the room of an old call. */
function isOver(call: CallRecord, { queue }: ClinicState): boolean {
  const state = queue.tickets.get(call.ticketId)?.standing.state;
  return state === TicketState.completed || state === TicketState.notAnswered;
}
