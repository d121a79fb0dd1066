import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, readPlace, writePlace } from './address.ts';

describe('the address of the page', () => {
  it('holds the clinic and the day', () => {
    expect(readPlace('?clinic=c1&date=2026-11-24')).toEqual({ clinicId: 'c1', date: '2026-11-24' });
    expect(writePlace({ clinicId: 'c1', date: '2026-11-24' })).toBe('?clinic=c1&date=2026-11-24');
    expect(writePlace({})).toBe('');
  });

  it.each(['?date=yesterday', '?date=2026-02-30', '?date=2026-11-24T10:00'])(
    'leaves out what is no date: %s',
    (search) => {
      expect(readPlace(search)).toEqual({});
    },
  );

  it('holds that it is about the devices', () => {
    expect(readPlace('?clinic=c1&view=devices')).toEqual({ clinicId: 'c1', devices: true });
    expect(writePlace({ clinicId: 'c1', devices: true })).toBe('?clinic=c1&view=devices');
  });

  it('holds that it is about all clinics', () => {
    expect(readPlace('?view=clinics')).toEqual({ allClinics: true });
    expect(writePlace({ allClinics: true })).toBe('?view=clinics');
  });

  it('holds that it is about what clinics share on a day, or about the patients of a clinic', () => {
    const shared = { clinicId: 'c1', date: '2026-11-24', pools: true } as const;
    expect(writePlace(shared)).toBe('?clinic=c1&date=2026-11-24&view=shared');
    expect(readPlace(writePlace(shared))).toEqual(shared);
    expect(readPlace('?clinic=c1&view=patients')).toEqual({ clinicId: 'c1', patients: true });
  });

  it('always gives back what was written', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.uuid(), days, (clinicId, day) => {
        const place = { clinicId, date: day.toISOString().slice(0, 10) };
        expect(readPlace(writePlace(place))).toEqual(place);
      }),
    );
  });

  it('holds what the statistics are of, and leaves out days that run backwards', () => {
    const statistics = { from: '2026-11-01', until: '2026-11-24', serviceId: 's', priorityClass: 'booked' } as const;
    const place = { clinicId: 'c1', statistics };
    expect(readPlace(writePlace(place))).toEqual(place);
    const backwards = '?view=statistics&from=2026-11-24&until=2026-11-01&class=none';
    expect(readPlace(backwards)).toEqual({ statistics: {} });
  });

  it('steps over months, years and the days on which the clock changes', () => {
    expect([addDays('2026-12-31', 1), addDays('2024-03-01', -1), addDays('2026-10-25', 1)]).toEqual([
      '2027-01-01',
      '2024-02-29',
      '2026-10-26',
    ]);
  });
});
