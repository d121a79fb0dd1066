import { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { addDays } from '@foyer/domain/calendar/business-day.ts';
import type { InboxFact } from '../facts/types.ts';
import type { Publication } from '../feed/types.ts';
import type { Appointment, Arrival, OwnBooking, Price, StaffMember } from './types.ts';

/** An edge holds the appointments from yesterday to a week ahead, and the patients they are of. */
const daysBack = 1;
const daysAhead = 7;

export interface DayRange {
  readonly from: BusinessDay;
  readonly until: BusinessDay;
}

/** The days whose appointments have yet to go down; undefined when none have. */
export function daysToPublish(today: BusinessDay, publishedUntil: BusinessDay | null): DayRange | undefined {
  const until = addDays(today, daysAhead);
  const first = addDays(today, -daysBack);
  if (publishedUntil === null) return { from: first, until };
  if (publishedUntil >= until) return undefined;
  const next = addDays(publishedUntil, 1);
  return { from: next > first ? next : first, until };
}

/** Whether an edge that was sent the days up to `publishedUntil` is sent an appointment of this day at once. */
export function isWithinReach(day: BusinessDay, today: BusinessDay, publishedUntil: BusinessDay | null): boolean {
  return publishedUntil !== null && day <= publishedUntil && day >= addDays(today, -daysBack);
}

/** What the clinic booked while no centre had its schedule. */
export function ownBookingsIn(facts: readonly InboxFact[]): readonly OwnBooking[] {
  return facts.flatMap((fact) => {
    if (fact.type !== 'v1.AppointmentAdded') return [];
    const { appointmentId, patientId, serviceId, appointmentAt: at, minutes, mode } = fact.body;
    const { epoch, seq } = fact;
    const request = { appointmentId, patientId, serviceId, at, minutes, ...(mode === undefined ? {} : { mode }) };
    return [{ request, place: { epoch, seq } }];
  });
}

/** What the facts make of appointments, in their order; the later of two about one appointment counts. */
export function arrivalsIn(facts: readonly InboxFact[]): readonly Arrival[] {
  const arrivals = new Map<string, Arrival>();
  for (const fact of facts) {
    if (fact.type === 'v1.AppointmentCheckedIn') {
      const { appointmentId, ticketId } = fact.body;
      arrivals.set(appointmentId, { appointmentId, status: 'arrived', ticketId });
    }
    if (fact.type === 'v1.CheckInUndone' && fact.body.appointmentId !== undefined) {
      const { appointmentId } = fact.body;
      arrivals.set(appointmentId, { appointmentId, status: 'booked', ticketId: null });
    }
  }
  return [...arrivals.values()];
}

export function appointmentItem(appointment: Appointment): Publication {
  const { appointmentId: id, patientId, serviceId, at, minutes, mode = AppointmentMode.inPerson } = appointment;
  const { practitionerId } = appointment;
  const bookedWith = practitionerId == null ? {} : { practitionerId };
  const status = appointment.status === 'cancelled' ? 'cancelled' : 'booked';
  return {
    kind: 'appointment',
    id,
    body: {
      ...{ id, patientId, serviceId, at, minutes, status },
      ...bookedWith,
      ...(mode === AppointmentMode.inPerson ? {} : { mode }),
      ...(appointment.interpreterBooked ? { interpreterBooked: true } : {}),
    },
    subjectId: patientId,
  };
}

export function priceItem(price: Price): Publication {
  return { kind: 'price', id: price.serviceId, body: price };
}

export function staffItem(member: StaffMember): Publication {
  const { staffId: id, name, roles, pinHash, active, until } = member;
  const last = until === undefined ? {} : { until };
  return { kind: 'staff', id, body: { id, name, roles: [...roles], pinHash, active, ...last } };
}
