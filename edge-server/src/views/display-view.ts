// The wall: numbers and rooms of those who are called or being served now, and the latest others of the last minutes
// for who looked away, as far as the display's layout shows them. It names nobody; where the clinic chose that, initials
// stand beside a number.

import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import { callManner } from '@foyer/domain/queue/call-manner.ts';
import { callView } from '@foyer/domain/queue/ticket-view.ts';
import type { CallRecord } from '@foyer/domain/queue/queue-state.ts';
import { clinicView, servicePointName, servicePointNames } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';
import { publicDelays } from '@foyer/domain/queue/delay-view.ts';
import { displayWaits } from './display-waits.ts';
import { evacuationView } from './evacuation-view.ts';
import { storageView } from './storage-view.ts';
import { displayMessages } from './messages-view.ts';
import { withFollowers } from './party-calls.ts';

/** Never more rows than this. Source: SCREENS.md, "Display". */
const mostRows = 8;
const overStates: readonly TicketState[] = [TicketState.serving, TicketState.completed, TicketState.notAnswered];
const rememberedMs = 15 * minuteMs;

export function displayView(state: ClinicState, deviceId?: string): DisplayView {
  const layout = deviceId === undefined ? undefined : state.displayLayouts.get(deviceId);
  const calls: { [id: string]: DisplayView['calls'][string] } = {};
  for (const call of displayedCalls(state, layout)) {
    const direction = state.configuration.servicePoints.find(({ id }) => id === call.servicePointId)?.direction;
    calls[call.id] = {
      ...callView(call),
      servicePointName: servicePointName(state, call.servicePointId),
      ...(direction === undefined ? {} : { direction }),
      names: servicePointNames(state, call.servicePointId),
      ...personal(call, state, layout),
    };
  }
  return {
    clinic: clinicView(state),
    calls,
    ...publicDelays(state),
    ...displayMessages(state, deviceId),
    ...(layout === undefined ? {} : { layout }),
    ...displayWaits(state, layout),
    ...(state.recorded.length === 0 ? {} : { recorded: state.recorded }),
    voice: state.voice,
    ...evacuationView(state),
    ...storageView(state),
  };
}

function displayedCalls(state: ClinicState, layout: DisplayLayout | undefined): readonly CallRecord[] {
  const current = currentCalls(state).filter((call) => isShown(call, state, layout));
  const past = state.recentCalls.filter(
    (call) =>
      !call.withdrawn &&
      state.now - call.at < rememberedMs &&
      isOver(call, state) &&
      !current.includes(call) &&
      isShown(call, state, layout),
  );
  return [
    ...withFollowers(current, state.queue),
    ...past.slice(Math.max(0, past.length - Math.max(0, mostRows - current.length))),
  ];
}

/** A call to one of the layout's rooms, or of one of its services; of a layout that names neither, every call. */
function isShown(call: CallRecord, { queue }: ClinicState, layout: DisplayLayout | undefined): boolean {
  const { servicePointIds, serviceIds } = layout?.scope ?? {};
  if (servicePointIds === undefined && serviceIds === undefined) return true;
  const serviceId = queue.tickets.get(call.ticketId)?.standing.serviceId;
  return (
    servicePointIds?.includes(call.servicePointId) === true ||
    (serviceId !== undefined && serviceIds?.includes(serviceId) === true)
  );
}

/** How this ticket's patient is called: in a manner and a language of their own, and by initials where that is chosen. */
function personal(
  { ticketId }: CallRecord,
  state: ClinicState,
  layout: DisplayLayout | undefined,
): Pick<DisplayView['calls'][string], 'over' | 'manner' | 'language' | 'initials'> {
  const ticket = state.queue.tickets.get(ticketId);
  if (ticket === undefined) return {};
  const { needs, language, patientId, standing } = ticket;
  const manner = callManner(needs);
  const initials = layout?.names === 'masked' && patientId !== null ? state.initials(patientId) : '';
  return {
    ...(overStates.includes(standing.state) ? { over: true } : {}),
    ...(Object.keys(manner).length === 0 ? {} : { manner }),
    ...(language === null ? {} : { language }),
    ...(initials === '' ? {} : { initials }),
  };
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
