import { describe, expect, it } from 'vitest';
import { changedClinic, changesBetween, clinicDocument, inOrder, ownedWith } from './clinic-parts.ts';
import type { ClinicConfiguration } from './configuration.ts';

const clinic: ClinicConfiguration = {
  clinicId: 'c',
  code: 'HS',
  name: 'Harbour Street',
  zone: 'UTC',
  currency: 'EUR',
  businessDayStartsAt: '04:00',
  languages: ['en'],
  accent: '#123456',
  services: [],
  servicePoints: [],
  openingHours: [],
  deskServiceId: 'desk',
  evacuation: { meetingPoint: { en: 'The park' } },
  paperPrefix: 'W',
  notAnswered: { afterRecalls: 2 },
  skippedOrdinals: [13],
};

describe('a part of a clinic', () => {
  it('takes the place of the one before, and the others stay', () => {
    expect(changedClinic(clinic, { name: 'Quay', accent: '#654321' })).toEqual({
      ...clinic,
      name: 'Quay',
      accent: '#654321',
    });
    expect(changedClinic(clinic, {})).toEqual(clinic);
  });

  it('goes when it is said to be none', () => {
    const none = { accent: null, deskServiceId: null, paperPrefix: null, meetingPoint: null, notAnswered: null };
    const { accent: _a, deskServiceId: _d, paperPrefix: _p, evacuation: _e, notAnswered: _n, ...rest } = clinic;
    expect(changedClinic(clinic, none)).toEqual(rest);
  });

  it('is found to differ whatever the order of its fields', () => {
    const before = clinicDocument(clinic, []);
    expect(changesBetween(before, clinicDocument(changedClinic(clinic, { name: 'Quay' }), []))).toEqual({
      name: 'Quay',
    });
    expect(changesBetween(before, { ...before, meetingPoint: { ...before.meetingPoint!, en: 'The park' } })).toEqual(
      {},
    );
  });

  it('comes from every clinic whole again', () => {
    expect(changedClinic({ ...clinic, name: 'Other', accent: '#000000' }, clinicDocument(clinic, []))).toMatchObject(
      clinic,
    );
  });

  it('is owned with those that name it, and never where it is the centre’s', () => {
    expect(ownedWith(['name'])).toEqual(['name']);
    expect(ownedWith(['servicePoints'])).toEqual(expect.arrayContaining(['services', 'consents', 'journeys']));
    expect(ownedWith(['openingHours', 'closedDates', 'prices'])).toEqual([]);
  });

  it('has prices in the order of the services, and of nothing else', () => {
    const prices = [
      { serviceId: 'b', amountMinor: 2 },
      { serviceId: 'gone', amountMinor: 3 },
      { serviceId: 'a', amountMinor: 1 },
    ];
    expect(inOrder(prices, [{ id: 'a' }, { id: 'b' }, { id: 'c' }])).toEqual([prices[2], prices[0]]);
  });
});
