// A tablet, as the signed-in roles may see it. A nurse sees the person of the ticket at the session's own service
// point; reception and supervisors see whom they have to find. Each person shown goes into the access log.

import type { StaffRole } from '@foyer/contracts/roles.ts';
import { RoomState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { PatientView, RoomView, StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';
import type { ChargeView, PaymentView, TillView } from '@foyer/contracts/till-view.ts';
import { dayLeft, walkInsLeft } from '@foyer/domain/queue/day-limit.ts';
import { dayBounds } from '@foyer/domain/calendar/business-day.ts';
import type { ServicePointRecord, TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { callView, steppedOutView, ticketView } from '@foyer/domain/queue/ticket-view.ts';
import type { StaffAudience } from '../ports/views.ts';
import { healthView, quietView } from './alarms-view.ts';
import { bookingOf } from './booking-requests.ts';
import { owedBy } from './balance-view.ts';
import { byId, clinicView, helpView } from './clinic-view.ts';
import { isNameHidden, withoutPerson } from './hidden-names.ts';
import type { ClinicState } from './clinic-state.ts';
import { conflictsOf } from './conflicts-view.ts';
import { companyView, partiesOf } from './company-view.ts';
import { staffDelays } from './delay-view.ts';
import { currentCalls } from './display-view.ts';
import { displayLayoutsView } from './display-layouts-view.ts';
import { foundScannersView } from './found-scanners.ts';
import { thingSetUpsView } from './thing-set-ups-view.ts';
import { evacuationView } from './evacuation-view.ts';
import { recentGaps } from './gap-view.ts';
import { journeyOf, journeysOf } from './journey-view.ts';
import { ticketForms } from './forms-view.ts';
import { printsById } from './kiosk-view.ts';
import { printersView } from './printers-view.ts';
import { staffMessages } from './messages-view.ts';
import { musterPeople } from './muster-view.ts';
import { pointOrders, type PointOrders } from './point-orders.ts';
import { movedTo, reassignmentsToUndo } from './reassignment-view.ts';
import { settingsView } from './settings-view.ts';
import { storageFor } from './storage-view.ts';
import { shiftView, walksView } from './outside-view.ts';
import { withFollowers } from './party-calls.ts';
import { workItemsFor } from './work-items-view.ts';
import { serviceWait, ticketWait } from './wait-view.ts';

/** Who works with the list of people, and not only with the one in the room. */
const frontDesk: readonly StaffRole[] = ['reception', 'supervisor'];
const atTheTill: readonly StaffRole[] = ['cashier', 'supervisor'];
/** Who may book where no centre does. */
const booking: readonly StaffRole[] = ['reception', 'supervisor', 'admin'];
/** Who may open a name that wrong PINs have locked. */
const opensNames: readonly StaffRole[] = ['supervisor', 'admin'];
/** Who may say what a display shows. */
const setsDisplays: readonly StaffRole[] = ['supervisor', 'admin'];
const setsUpScanners: readonly StaffRole[] = ['admin'];
const helpShownMs = 10 * minuteMs;

/** `orders`: of this state, where they were worked out already. */
export function staffView(
  state: ClinicState,
  audience: StaffAudience,
  orders: PointOrders = pointOrders(state),
): StaffView {
  const has = (roles: readonly StaffRole[]): boolean => audience.roles.some((role) => roles.includes(role));
  const atDesk = has(frontDesk);
  const atTill = has(atTheTill);
  const tickets = [...state.queue.tickets.values()].filter((ticket) => isShown(ticket, state));
  const parties = partiesOf(tickets);
  const appointments = atDesk ? state.appointments.filter(({ status }) => status === 'booked') : [];
  const checkedIn = new Map(tickets.map(({ appointmentId, id }) => [appointmentId, id]));
  const patientIds = new Set<string>(appointments.map(({ patientId }) => patientId));
  for (const { patientId, standing } of tickets) {
    const here = standing.servicePointId !== null && standing.servicePointId === audience.servicePointId;
    if (patientId !== null && (atDesk || (here && isOpen(standing.state)))) patientIds.add(patientId);
  }
  for (const { about } of atDesk ? state.workItems : []) {
    if (about['patientId'] !== undefined) patientIds.add(about['patientId']);
  }
  const conflicts = atDesk ? conflictsOf(state) : {};
  for (const { patientId } of Object.values(conflicts.conflicts ?? {})) patientIds.add(patientId);
  for (const { about } of atDesk ? state.bookingRequests : []) {
    if (about['patientId'] !== undefined) patientIds.add(about['patientId']);
  }
  const owed = owedBy(state);
  const muster = musterPeople(state);
  const openTill = tillView(state);
  const till = atTill ? openTill : undefined;
  return {
    clinic: clinicView(state),
    me: {
      id: audience.staffId,
      name: state.staff.get(audience.staffId)?.name ?? '',
      roles: audience.roles,
      ...(audience.servicePointId === null ? {} : { servicePointId: audience.servicePointId }),
    },
    services: servicesOf(state),
    servicePoints: servicePointsOf(state, orders),
    tickets: byId(
      tickets.map((ticket) => ({
        ...staffTicket(isNameHidden(ticket, state, atDesk) ? withoutPerson(ticket) : ticket),
        ...ticketWait(ticket, state),
        ...ticketForms(ticket, state),
        ...companyView(ticket, parties, state.configuration),
      })),
    ),
    calls: byId(withFollowers(currentCalls(state), state.queue).map(callView)),
    patients: byId(
      Array.from(patientIds, (id) => state.patient(id))
        .filter((patient) => patient !== undefined)
        .map((patient) => (atDesk ? patient : withoutPhone(patient))),
    ),
    appointments: byId(
      appointments.map(({ id, patientId, serviceId, at, ticketId, mode, practitionerId }) => {
        const ticket = ticketId ?? checkedIn.get(id);
        return {
          id,
          patientId,
          serviceId,
          at,
          ...(ticket === undefined ? {} : { ticketId: ticket }),
          ...(mode === undefined ? {} : { mode }),
          ...(practitionerId === undefined ? {} : { practitionerId }),
          ...owed(patientId),
        };
      }),
    ),
    ...journeysOf(state),
    ...staffDelays(state),
    ...reassignmentsToUndo(state, audience),
    ...movedTo(state, audience),
    ...recentGaps(state),
    ...walksView(state),
    help: byId(helpOf(state)),
    ...evacuationView(state),
    ...storageFor(state, audience.roles),
    ...(muster === undefined ? {} : { muster: byId(muster) }),
    devices: byId(state.devices),
    ...healthView(state, audience.roles),
    ...settingsView(state, audience.roles),
    ...quietView(state),
    ...(atDesk ? staffMessages(state) : {}),
    ...(has(setsDisplays) ? displayLayoutsView(state) : {}),
    ...(has(setsDisplays) ? thingSetUpsView(state) : {}),
    ...(has(setsUpScanners) ? foundScannersView(state) : {}),
    prints: printsById(state.prints.values()),
    ...(till === undefined ? {} : { till }),
    ...(openTill === undefined && atTill ? closedTill(state) : {}),
    ...(openTill === undefined || !atDesk ? {} : { tillOpenSince: openTill.openedAt }),
    charges: atTill ? byId(chargesOf(state)) : {},
    payments: atTill ? byId(paymentsOf(state)) : {},
    workItems: byId(workItemsFor(state, audience.roles)),
    ...conflicts,
    lockedStaff: has(opensNames) ? byId(lockedStaff(state)) : {},
    ...(has(booking) ? bookingOf(state) : {}),
    relay: state.relay,
    clockFrozen: state.clockFrozen,
    printer: state.printer,
    ...(atDesk ? printersView(state) : {}),
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
    ...(ticket.practitionerId === undefined ? {} : { practitionerId: ticket.practitionerId }),
    ...(standing.forServicePointId === null ? {} : { forServicePointId: standing.forServicePointId }),
    ...(standing.calledAt === null ? {} : { calledAt: standing.calledAt }),
    ...(standing.servingSince === null ? {} : { servingSince: standing.servingSince }),
    ...(standing.heldUntil === null ? {} : { heldUntil: standing.heldUntil }),
    ...(ticket.inDoubtSince === undefined ? {} : { inDoubtSince: ticket.inDoubtSince }),
    ...steppedOutView(ticket),
    ...journeyOf(ticket),
    ...(ticket.language === null ? {} : { language: ticket.language }),
    ...(ticket.notes === undefined ? {} : { notes: ticket.notes }),
    last: { epoch: ticket.last.epoch, seq: ticket.last.seq, type: ticket.last.type },
  };
}

function servicesOf(state: ClinicState): StaffView['services'] {
  const day = dayLeft(state.queue, state.configuration, state.now);
  return byId(
    state.configuration.services.map((service) => {
      const { id, name, prefix, waitingArea, targetMinutes } = service;
      const priceMinor = state.prices.get(id);
      const left = walkInsLeft(service, state.queue, state.businessDay, day);
      return {
        id,
        name,
        prefix,
        waitingArea,
        targetMinutes,
        ...(priceMinor === undefined ? {} : { priceMinor }),
        ...(left === undefined ? {} : { walkInsLeft: left }),
        ...serviceWait(id, state),
      };
    }),
  );
}

function servicePointsOf(state: ClinicState, orders: PointOrders): StaffView['servicePoints'] {
  return byId(
    state.configuration.servicePoints.map((point) => {
      const record = state.queue.servicePoints.get(point.id);
      const staffName = state.staff.get(record?.staffId ?? '')?.name;
      const ticketId = record?.ticketId ?? undefined;
      return {
        ...point,
        state: record?.state ?? 'closed',
        ...(ticketId === undefined ? {} : { ticketId }),
        ...orders.get(point.id),
        ...(record?.staffId == null ? {} : { staffId: record.staffId }),
        ...(staffName === undefined ? {} : { staffName }),
        ...shiftView(record, state),
        room: roomView(record, state),
      };
    }),
  );
}

/** A room of which nothing was ever said is empty, since no time that anybody knows. */
function roomView(record: ServicePointRecord | undefined, state: ClinicState): RoomView {
  if (record === undefined) return { state: RoomState.empty };
  const { state: now, since, staffId } = record.room;
  const staffName = state.staff.get(staffId ?? '')?.name;
  return {
    state: now,
    since,
    ...(staffId === null ? {} : { staffId }),
    ...(staffName === undefined ? {} : { staffName }),
  };
}

/** What nobody took yet, and what was taken within the last minutes. */
function helpOf(state: ClinicState): readonly StaffView['help'][string][] {
  return [...state.queue.help.values()]
    .filter(({ acknowledgedAt }) => acknowledgedAt === null || state.now - acknowledgedAt < helpShownMs)
    .map((help) => {
      const taker = help.acknowledgedBy?.startsWith('staff:') ? help.acknowledgedBy.slice('staff:'.length) : '';
      const acknowledgedBy = state.staff.get(taker)?.name;
      return {
        ...helpView(help, state),
        ...(acknowledgedBy === undefined ? {} : { acknowledgedBy }),
      };
    });
}

function lockedStaff(state: ClinicState): readonly StaffView['lockedStaff'][string][] {
  return [...state.lockedStaff]
    .filter(([, until]) => until > state.now)
    .map(([id, until]) => ({ id, name: state.staff.get(id)?.name ?? '', until }));
}

function tillView(state: ClinicState): TillView | undefined {
  const till = [...state.billing.tills.values()].find(({ closedAt }) => closedAt === null);
  if (till === undefined) return undefined;
  const { id, openedAt, floatMinor, takenCashMinor, takenCardMinor, payments } = till;
  return { id, openedAt, floatMinor, takenCashMinor, takenCardMinor, payments };
}

/** The last that was closed today. */
function closedTill(state: ClinicState): Pick<StaffView, 'closedTill'> {
  const { zone, businessDayStartsAt } = state.configuration;
  const { from } = dayBounds(state.businessDay, zone, businessDayStartsAt);
  const last = [...state.billing.tills.values()]
    .filter(({ closedAt }) => closedAt !== null && closedAt >= from)
    .toSorted((a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0))
    .at(-1);
  if (last?.zNumber == null) return {};
  const print = [...state.prints.values()].findLast(({ tillId }) => tillId === last.id)?.state;
  return { closedTill: { id: last.id, zNumber: last.zNumber, ...(print === undefined ? {} : { print }) } };
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
