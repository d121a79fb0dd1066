import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { describe, expect, it } from 'vitest';
import { bloodService, aConfiguration, generalService } from '../../testing/test-centre.ts';
import { bookingFault, freeTimesNear, type BookingBasis } from './rules-booking.ts';
import type { Appointment, AppointmentRequest } from './types.ts';

/** Monday, 2026-11-23, 10:00 in Madrid. */
const now = Date.UTC(2026, 10, 23, 9);
const open = { from: '09:00', until: '17:00' };
const workingDays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...open }));
const wanted: AppointmentRequest = {
  appointmentId: 'wanted',
  patientId: 'haddad',
  serviceId: generalService,
  at: now + hourMs,
  minutes: 20,
};
function booked(changes: Partial<Appointment> = {}): Appointment {
  const other = { ...wanted, appointmentId: `other ${changes.at ?? ''} ${changes.patientId ?? ''}`, patientId: 'lim' };
  return { ...other, businessDay: '2026-11-23', status: 'booked', checkInCode: '-', ...changes };
}
function basis(changes: Partial<BookingBasis> & { readonly atOnce?: number } = {}): BookingBasis {
  const { atOnce, ...rest } = changes;
  const configuration = { ...aConfiguration('clinic'), openingHours: workingDays };
  const services = configuration.services.map((service) =>
    service.id === generalService && atOnce !== undefined ? { ...service, bookedAtOnce: atOnce } : service,
  );
  return { configuration: { ...configuration, services }, now, booked: [], ...rest };
}
const localTime = (at: number): string => new Date(at + hourMs).toISOString().slice(5, 16);

describe('a time', () => {
  it('can be booked where the clinic is open and as many as it likes come', () => {
    expect(bookingFault(wanted, basis({ booked: [booked(), booked({ patientId: 'ono' })] }))).toBeUndefined();
  });

  it('is full where as many as the clinic takes at once are booked meanwhile, for the same service', () => {
    const one = [booked({ at: wanted.at - 10 * minuteMs })];
    expect(bookingFault(wanted, basis({ atOnce: 1, booked: one }))).toBe('slot-full');
    expect(bookingFault(wanted, basis({ atOnce: 2, booked: one }))).toBeUndefined();
    const elsewhere = [booked({ serviceId: bloodService }), booked({ status: 'cancelled' })];
    expect(bookingFault(wanted, basis({ atOnce: 1, booked: elsewhere }))).toBeUndefined();
    expect(bookingFault(wanted, basis({ atOnce: 1, booked: [booked({ at: wanted.at - hourMs })] }))).toBeUndefined();
  });

  it('is taken where the patient, or the practitioner, is elsewhere meanwhile', () => {
    const elsewhere = { serviceId: bloodService, at: wanted.at + 10 * minuteMs };
    expect(bookingFault(wanted, basis({ booked: [booked({ ...elsewhere, patientId: 'haddad' })] }))).toBe('slot-taken');
    const withLim = { ...wanted, practitionerId: 'dr-lim' };
    const busy = basis({ booked: [booked({ ...elsewhere, practitionerId: 'dr-lim' })] });
    expect(bookingFault(withLim, busy)).toBe('slot-taken');
    expect(bookingFault(wanted, busy)).toBeUndefined();
  });

  it('is never in its own way', () => {
    expect(bookingFault(wanted, basis({ atOnce: 1, booked: [booked({ appointmentId: 'wanted' })] }))).toBeUndefined();
  });

  it.each([
    ['in the evening', now + 8 * hourMs],
    ['on a Sunday', now + 6 * dayMs],
  ])('is outside the opening hours %s, unless the clinic says none', (_, at) => {
    expect(bookingFault({ ...wanted, at }, basis())).toBe('outside-opening-hours');
    const always = { ...basis().configuration, openingHours: [] };
    expect(bookingFault({ ...wanted, at }, basis({ configuration: always }))).toBeUndefined();
  });

  it('is outside the opening hours on a closed date, also of a clinic that says no hours', () => {
    const { configuration } = basis();
    const shut = { ...configuration, closedDates: [{ date: '2026-11-23' }] };
    expect(bookingFault(wanted, basis({ configuration: shut }))).toBe('outside-opening-hours');
    const withoutHours = { ...shut, openingHours: [] };
    expect(bookingFault(wanted, basis({ configuration: withoutHours }))).toBe('outside-opening-hours');
    expect(bookingFault({ ...wanted, at: now + dayMs }, basis({ configuration: withoutHours }))).toBeUndefined();
  });

  it('is over where the centre hears of it too late', () => {
    expect(bookingFault({ ...wanted, at: now - 1 }, basis())).toBe('appointment-time-over');
  });

  it('is for nothing where the clinic does not offer the service', () => {
    expect(bookingFault({ ...wanted, serviceId: 'dance' }, basis())).toBe('unknown-service');
  });
});

describe('the nearest free times', () => {
  it('are three, in their order, around the wanted one', () => {
    const full = basis({ atOnce: 1, booked: [booked()] });
    expect(freeTimesNear(wanted, full).map(localTime)).toEqual(['11-23T10:15', '11-23T10:30', '11-23T11:30']);
  });

  it('are on the next day that the clinic is open where this one is over', () => {
    const friday = Date.UTC(2026, 10, 27, 17);
    expect(freeTimesNear({ ...wanted, at: friday }, basis({ now: friday })).map(localTime)).toEqual([
      '11-30T09:00',
      '11-30T09:15',
      '11-30T09:30',
    ]);
  });

  it('are never before now, and none for a service that is not offered', () => {
    const over = { ...wanted, at: now - hourMs };
    expect(freeTimesNear(over, basis()).map(localTime)).toEqual(['11-23T10:00', '11-23T10:15', '11-23T10:30']);
    expect(freeTimesNear({ ...wanted, serviceId: 'dance' }, basis())).toEqual([]);
  });
});
