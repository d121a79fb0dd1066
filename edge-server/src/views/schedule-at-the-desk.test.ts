import { describe, expect, it } from 'vitest';
import { hourMs } from '@foyer/contracts/time.ts';
import { silentLog } from '../ports/log.ts';
import type { StoredAppointment } from '../ports/read-model.ts';
import type { BoxChanges } from '../ports/writer.ts';
import { aState, stateAt } from '../testing/a-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { ScheduleAtTheDesk } from './schedule-at-the-desk.ts';

/** Tuesday, 2026-11-24 at 10:00 in Madrid; the clinic opens on Tuesdays and Fridays. */
const friday = '2026-11-27';
const fridayAt = (hours: number) => Date.UTC(2026, 10, 27, hours - 1);
const weekdays = [2, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' }));

function aDesk(booked: readonly Partial<StoredAppointment>[], changes: Partial<ClinicState> = {}) {
  const lines: string[] = [];
  const state = aState({ changes: { opensNextDayAt: fridayAt(9), ...changes } });
  const configuration = { ...state.configuration, openingHours: weekdays };
  const people = new Map([['ana', { id: 'ana', displayName: 'Ana Duarte', birthDate: '1999-02-28', needs: [] }]]);
  const desk = new ScheduleAtTheDesk({
    log: silentLog,
    mirror: { state: { ...state, configuration, patient: (id) => people.get(id) } },
    readModel: {
      appointmentsBetween: (from, until) =>
        booked
          .map((one, index): StoredAppointment => {
            const usual = { patientId: 'ana', serviceId: 'blood', at: fridayAt(10), status: 'booked' as const };
            return { id: String(index), ticketId: null, ...usual, ...one };
          })
          .filter(({ at }) => at >= from && at < until),
    },
    writer: {
      changeBox: async (_kind, change) => {
        const { actor, patientId, purpose } = change as BoxChanges['record-viewed'];
        lines.push(`${actor} ${patientId} ${purpose}`);
      },
    },
  });
  return { desk, lines };
}

describe('the list of the next day', () => {
  it('is of the next day that the clinic opens on, in order, with every person in the access log', () => {
    const { desk, lines } = aDesk([
      { at: stateAt + hourMs, patientId: 'today' },
      { at: fridayAt(9) },
      { at: fridayAt(11), patientId: 'unknown' },
      { at: fridayAt(12), status: 'cancelled' },
    ]);
    expect(desk.nextDayList('eva')).toEqual({
      day: friday,
      people: [
        { at: fridayAt(9), serviceId: 'blood', name: 'Ana Duarte', birthDate: '1999-02-28' },
        { at: fridayAt(11), serviceId: 'blood' },
      ],
    });
    expect(lines).toEqual(['staff:eva ana list-printed', 'staff:eva unknown list-printed']);
  });

  it('is tomorrow’s where the clinic says no hours', () => {
    expect(aDesk([], { opensNextDayAt: undefined }).desk.nextDayList('eva')?.day).toBe('2026-11-25');
  });
});

describe('what is booked on a day', () => {
  it('is told by time and service, with the opening hours and without a name', () => {
    const { desk, lines } = aDesk([{}, { at: fridayAt(11), serviceId: 'dressing' }, { status: 'cancelled' }]);
    expect(desk.bookedTimes(friday)).toEqual({
      day: friday,
      complete: true,
      open: [{ from: fridayAt(9), until: fridayAt(17) }],
      times: [
        { serviceId: 'blood', at: fridayAt(10) },
        { serviceId: 'dressing', at: fridayAt(11) },
      ],
    });
    expect(lines).toEqual([]);
  });

  it('is not all of it beyond the week that a centre sends down', () => {
    const { desk } = aDesk([], { isAdopted: true });
    expect([desk.bookedTimes('2026-12-01')?.complete, desk.bookedTimes('2026-12-02')?.complete]).toEqual([true, false]);
    const here = aDesk([], { isAdopted: false }).desk;
    expect(here.bookedTimes('2026-12-02')?.complete).toBe(true);
  });
});
