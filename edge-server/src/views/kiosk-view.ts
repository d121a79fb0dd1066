// What one kiosk may know: the services, how many wait, and what became of its own tickets, sheets and calls for help.

import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { HelpView, KioskView, PrintView } from '@foyer/contracts/views.ts';
import { peopleAhead } from '@foyer/domain/queue/order.ts';
import { byId, clinicView, helpView } from './clinic-view.ts';
import type { ClinicState, Print } from './clinic-state.ts';

export const issuedForMs = 10 * minuteMs;

export function kioskView(state: ClinicState, deviceId: string): KioskView {
  const scan = state.scans.get(deviceId);
  const { deskServiceId } = state.configuration;
  return {
    clinic: clinicView(state),
    services: servicesOf(state),
    help: byId(helpFrom(state, deviceId)),
    prints: printsById([...state.prints.values()].filter((print) => print.deviceId === deviceId)),
    ...(scan === undefined ? {} : { scan }),
    printer: state.printer === 'ready' ? 'ready' : 'unavailable',
    voice: state.voice,
    ...(deskServiceId === undefined ? {} : { deskServiceId }),
    issued: issuedBy(state, deviceId),
    ...(state.ticketUrl === undefined ? {} : { ticketUrl: state.ticketUrl }),
  };
}

export function printsById(prints: Iterable<Print>): { readonly [id: string]: PrintView } {
  return Object.fromEntries(
    Array.from(prints, ({ jobId, ticketId, state, code }) => [
      jobId,
      {
        jobId,
        state,
        ...(ticketId === undefined ? {} : { ticketId }),
        ...(code === undefined ? {} : { code }),
      },
    ]),
  );
}

function servicesOf(state: ClinicState): KioskView['services'] {
  const waiting = new Map<string, number>();
  for (const { standing } of state.queue.tickets.values()) {
    if (standing.state !== TicketState.waiting) continue;
    waiting.set(standing.serviceId, (waiting.get(standing.serviceId) ?? 0) + 1);
  }
  return byId(
    state.configuration.services.map(({ id, name, waitingArea, directions, walkIn }) => ({
      id,
      name,
      waitingArea,
      walkIn,
      waiting: waiting.get(id) ?? 0,
      ...(directions === undefined ? {} : { directions }),
    })),
  );
}

function helpFrom(state: ClinicState, deviceId: string): readonly HelpView[] {
  return [...state.queue.help.values()]
    .filter((help) => help.by === `device:${deviceId}` && state.now - help.at < hourMs)
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
    own.map((ticket) => [ticket.id, { ahead: peopleAhead(state.queue, ticket), state: ticket.standing.state }]),
  );
}
