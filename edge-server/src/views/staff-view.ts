// A tablet, as the signed-in roles may see it. A nurse sees the person of the ticket at the session's own service
// point; reception and supervisors see whom they have to find. Each person shown goes into the access log.

import type { StaffRole } from '@foyer/contracts/roles.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { ChargeView, PatientView, PaymentView, StaffTicket, StaffView, TillView } from '@foyer/contracts/views.ts';
import { nextFor } from '@foyer/domain/queue/order.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { callView, ticketView } from '@foyer/domain/queue/ticket-view.ts';
import type { Audience } from '../ports/views.ts';
import { byId, clinicView, helpView } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';
import { currentCalls } from './display-view.ts';
import { printsById } from './kiosk-view.ts';

export type StaffAudience = Extract<Audience, { namespace: '/staff' }>;

/** Who works with the list of people, and not only with the one in the room. */
const frontDesk: readonly StaffRole[] = ['reception', 'supervisor'];
const atTheTill: readonly StaffRole[] = ['cashier', 'supervisor'];
const helpShownMs = 10 * minuteMs;

export function staffView(state: ClinicState, audience: StaffAudience): StaffView {
  const has = (roles: readonly StaffRole[]): boolean => audience.roles.some((role) => roles.includes(role));
  const atDesk = has(frontDesk);
  const atTill = has(atTheTill);
  const tickets = [...state.queue.tickets.values()].filter((ticket) => isShown(ticket, state));
  const appointments = atDesk ? state.appointments.filter(({ status }) => status === 'booked') : [];
  const checkedIn = new Map(tickets.map(({ appointmentId, id }) => [appointmentId, id]));
  const patientIds = new Set<string>(appointments.map(({ patientId }) => patientId));
  for (const { patientId, standing } of tickets) {
    const here = standing.servicePointId !== null && standing.servicePointId === audience.servicePointId;
    if (patientId !== null && (atDesk || (here && isOpen(standing.state)))) patientIds.add(patientId);
  }
  const till = atTill ? tillView(state) : undefined;
  return {
    clinic: clinicView(state),
    me: {
      id: audience.staffId,
      name: state.staff.get(audience.staffId)?.name ?? '',
      roles: audience.roles,
      ...(audience.servicePointId === null ? {} : { servicePointId: audience.servicePointId }),
    },
    services: servicesOf(state),
    servicePoints: servicePointsOf(state),
    tickets: byId(tickets.map(staffTicket)),
    calls: byId(currentCalls(state).map(callView)),
    patients: byId(
      Array.from(patientIds, (id) => state.patient(id))
        .filter((patient) => patient !== undefined)
        .map((patient) => (atDesk ? patient : withoutPhone(patient))),
    ),
    appointments: byId(
      appointments.map(({ id, patientId, serviceId, at, ticketId }) => {
        const ticket = ticketId ?? checkedIn.get(id);
        return {
          id,
          patientId,
          serviceId,
          at,
          ...(ticket === undefined ? {} : { ticketId: ticket }),
        };
      }),
    ),
    help: byId(helpOf(state)),
    devices: byId(state.devices),
    prints: printsById(state.prints.values()),
    ...(till === undefined ? {} : { till }),
    charges: atTill ? byId(chargesOf(state)) : {},
    payments: atTill ? byId(paymentsOf(state)) : {},
    workItems: byId(state.workItems),
    relay: state.relay,
    clockFrozen: state.clockFrozen,
    printer: state.printer,
  };
}

/** Who asks at the door needs a name and a birth date; who finds a person needs the phone, too. */
function withoutPhone({ phone: _phone, ...patient }: PatientView): PatientView {
  return patient;
}

/** Those whose names an audience is shown: what the access log has to hold. */
export function patientsIn(view: StaffView): readonly PatientView[] {
  return Object.values(view.patients);
}

/** Open ones, whatever their day, and those closed today: their last step can be undone. */
function isShown(ticket: TicketRecord, state: ClinicState): boolean {
  return isOpen(ticket.standing.state) || ticket.businessDay === state.businessDay;
}

function staffTicket(ticket: TicketRecord): StaffTicket {
  const { standing } = ticket;
  return {
    ...ticketView(ticket),
    placeAt: standing.placeAt,
    source: ticket.source,
    ...(ticket.patientId === null ? {} : { patientId: ticket.patientId }),
    ...(ticket.appointmentId === null ? {} : { appointmentId: ticket.appointmentId }),
    ...(ticket.appointmentAt === null ? {} : { appointmentAt: ticket.appointmentAt }),
    ...(standing.forServicePointId === null ? {} : { forServicePointId: standing.forServicePointId }),
    ...(standing.calledAt === null ? {} : { calledAt: standing.calledAt }),
    ...(standing.servingSince === null ? {} : { servingSince: standing.servingSince }),
    ...(standing.heldUntil === null ? {} : { heldUntil: standing.heldUntil }),
    ...(ticket.language === null ? {} : { language: ticket.language }),
    last: { epoch: ticket.last.epoch, seq: ticket.last.seq, type: ticket.last.type },
  };
}

function servicesOf(state: ClinicState): StaffView['services'] {
  return byId(
    state.configuration.services.map(({ id, name, prefix, waitingArea, targetMinutes }) => {
      const priceMinor = state.prices.get(id);
      return {
        id,
        name,
        prefix,
        waitingArea,
        targetMinutes,
        ...(priceMinor === undefined ? {} : { priceMinor }),
      };
    }),
  );
}

function servicePointsOf(state: ClinicState): StaffView['servicePoints'] {
  return byId(
    state.configuration.servicePoints.map((point) => {
      const record = state.queue.servicePoints.get(point.id);
      const next = nextFor(state.queue, point).ticket;
      const staffName = state.staff.get(record?.staffId ?? '')?.name;
      const ticketId = record?.ticketId ?? undefined;
      return {
        ...point,
        state: record?.state ?? 'closed',
        ...(ticketId === undefined ? {} : { ticketId }),
        ...(next === undefined ? {} : { nextTicketId: next.id }),
        ...(staffName === undefined ? {} : { staffName }),
      };
    }),
  );
}

/** What nobody took yet, and what was taken within the last minutes. */
function helpOf(state: ClinicState): readonly StaffView['help'][string][] {
  return [...state.queue.help.values()]
    .filter(({ acknowledgedAt, at }) =>
      acknowledgedAt === null ? state.now - at < hourMs : state.now - acknowledgedAt < helpShownMs,
    )
    .map((help) => {
      const taker = help.acknowledgedBy?.startsWith('staff:') ? help.acknowledgedBy.slice('staff:'.length) : '';
      const acknowledgedBy = state.staff.get(taker)?.name;
      return {
        ...helpView(help, state),
        ...(acknowledgedBy === undefined ? {} : { acknowledgedBy }),
      };
    });
}

function tillView(state: ClinicState): TillView | undefined {
  const till = [...state.billing.tills.values()].find(({ closedAt }) => closedAt === null);
  if (till === undefined) return undefined;
  const { id, openedAt, floatMinor, takenCashMinor, takenCardMinor, payments } = till;
  return { id, openedAt, floatMinor, takenCashMinor, takenCardMinor, payments };
}

function chargesOf(state: ClinicState): readonly ChargeView[] {
  return [...state.billing.charges.values()].map(({ id, ticketId, serviceId, amountMinor, at, paymentId }) => ({
    id,
    ticketId,
    serviceId,
    amountMinor,
    at,
    ...(paymentId === null ? {} : { paymentId }),
  }));
}

function paymentsOf(state: ClinicState): readonly PaymentView[] {
  const prints = new Map([...state.prints.values()].map((print) => [print.paymentId, print.state]));
  return [...state.billing.payments.values()].map(({ id, receiptNumber, means, amountMinor, at, printed }) => {
    const print = printed ? 'printed' : prints.get(id);
    return {
      id,
      receiptNumber,
      means,
      amountMinor,
      at,
      ...(print === undefined ? {} : { print }),
    };
  });
}
