// What one kiosk may know: the services, how many wait, and what became of its own tickets, sheets and calls for help.

import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { HelpView, PrintView } from '@foyer/contracts/clinic-view.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { peopleAhead } from '@foyer/domain/queue/order.ts';
import { dayLeft, walkInsLeft } from '@foyer/domain/queue/day-limit.ts';
import { byId, clinicView, helpView } from './clinic-view.ts';
import { callingWorld, type ClinicState, type Print } from './clinic-state.ts';
import { publicDelays } from '@foyer/domain/queue/delay-view.ts';
import { evacuationView } from './evacuation-view.ts';
import { storageView } from './storage-view.ts';
import { serviceNextCall } from './outside-view.ts';
import { hasForms } from './forms-view.ts';
import { serviceWait, ticketWait } from './wait-view.ts';

export const issuedForMs = 10 * minuteMs;

export function kioskView(state: ClinicState, deviceId: string): KioskView {
  const scan = state.scans.get(deviceId);
  const wedgePrefix = state.wedgePrefix?.(deviceId);
  const { deskServiceId } = state.configuration;
  return {
    clinic: clinicView(state),
    services: servicesOf(state),
    help: byId(helpFrom(state, deviceId)),
    prints: printsById([...state.prints.values()].filter((print) => print.deviceId === deviceId)),
    ...(scan === undefined ? {} : { scan }),
    ...(wedgePrefix === undefined ? {} : { wedgePrefix }),
    printer: (state.printerAt?.(deviceId) ?? state.printer) === 'ready' ? 'ready' : 'unavailable',
    voice: state.voice,
    ...(deskServiceId === undefined ? {} : { deskServiceId }),
    ...(isDeskOpen(state) ? { deskOpen: true as const } : {}),
    issued: issuedBy(state, deviceId),
    ...publicDelays(state),
    ...(state.ticketUrl === undefined ? {} : { ticketUrl: state.ticketUrl }),
    ...evacuationView(state),
    ...storageView(state),
  };
}

export function printsById(prints: Iterable<Print>): { readonly [id: string]: PrintView } {
  return Object.fromEntries(
    Array.from(prints, ({ jobId, ticketId, tillId, isMuster, state, code, printer }) => [
      jobId,
      {
        jobId,
        state,
        ...(ticketId === undefined ? {} : { ticketId }),
        ...(tillId === undefined ? {} : { tillId }),
        ...(isMuster === undefined ? {} : { isMuster }),
        ...(code === undefined ? {} : { code }),
        ...(printer === undefined ? {} : { printer }),
      },
    ]),
  );
}

function servicesOf(state: ClinicState): KioskView['services'] {
  const day = dayLeft(state.queue, state.configuration, state.now);
  const waiting = new Map<string, number>();
  for (const { standing } of state.queue.tickets.values()) {
    if (standing.state !== TicketState.waiting) continue;
    waiting.set(standing.serviceId, (waiting.get(standing.serviceId) ?? 0) + 1);
  }
  return byId(
    state.configuration.services.map(({ id, name, waitingArea, directions, walkIn, dayLimit }) => ({
      id,
      name,
      waitingArea,
      walkIn,
      waiting: waiting.get(id) ?? 0,
      ...(directions === undefined ? {} : { directions }),
      ...(hasForms(id, state.configuration) ? { forms: true as const } : {}),
      ...(walkInsLeft({ id, dayLimit }, state.queue, state.businessDay, day) === 0 ? { full: true as const } : {}),
      ...serviceNextCall(id, state),
      ...serviceWait(id, state),
    })),
  );
}

/** A service point is open that serves who was not found. */
function isDeskOpen({ configuration, queue }: ClinicState): boolean {
  const { deskServiceId, servicePoints } = configuration;
  if (deskServiceId === undefined) return false;
  return servicePoints.some(
    ({ id, serviceIds }) => serviceIds.includes(deskServiceId) && queue.servicePoints.get(id)?.state === 'open',
  );
}

/** What nobody took yet, and what was taken within the hour. */
function helpFrom(state: ClinicState, deviceId: string): readonly HelpView[] {
  return [...state.queue.help.values()]
    .filter(({ by, acknowledgedAt }) => {
      if (by !== `device:${deviceId}`) return false;
      return acknowledgedAt === null || state.now - acknowledgedAt < hourMs;
    })
    .map((help) => helpView(help, state));
}

function issuedBy(state: ClinicState, deviceId: string): NonNullable<KioskView['issued']> {
  const own = [...state.queue.tickets.values()].filter(
    (ticket) =>
      ticket.issuedBy === `device:${deviceId}` &&
      isOpen(ticket.standing.state) &&
      state.now - ticket.issuedAt < issuedForMs,
  );
  return Object.fromEntries(
    own.map((ticket) => {
      const sendTo = state.queue.forms.get(ticket.id)?.screening?.sendTo;
      const ahead = peopleAhead(state.queue, ticket, callingWorld(state));
      const { state: standing } = ticket.standing;
      const wait = ticketWait(ticket, state);
      return [ticket.id, { ahead, state: standing, ...wait, ...(sendTo === undefined ? {} : { sendTo }) }];
    }),
  );
}
