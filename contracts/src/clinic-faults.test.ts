import { describe, expect, it } from 'vitest';
import type { ClinicDocument } from './clinic-document.ts';
import { clinicFaults, type ClinicFault } from './clinic-faults.ts';

const visit = '0190a3c4-0000-7000-8000-000000000001';
const desk = '0190a3c4-0000-7000-8000-000000000002';
const [one, two] = ['0190a3c4-0000-7000-8000-000000000011', '0190a3c4-0000-7000-8000-000000000012'];

function aService(id: string, prefix: string): ClinicDocument['services'][number] {
  return {
    id,
    prefix,
    name: { en: `Service ${prefix}` },
    waitingArea: { en: 'Hall' },
    walkIn: true,
    targetMinutes: 20,
  };
}
function aDocument(changes: Partial<ClinicDocument> = {}): ClinicDocument {
  return {
    name: 'Harbour Street',
    languages: ['en'],
    accent: null,
    services: [aService(visit, 'A'), aService(desk, 'R')],
    deskServiceId: desk,
    servicePoints: [
      { id: one, name: { en: 'Room 1' }, serviceIds: [visit] },
      { id: two, name: { en: 'Desk 1' }, serviceIds: [desk] },
    ],
    openingHours: [{ weekday: 1, from: '08:00', until: '18:00' }],
    closedDates: [],
    prices: [{ serviceId: visit, amountMinor: 4_500 }],
    meetingPoint: null,
    staffNamesInPublic: false,
    paperPrefix: 'W',
    skippedOrdinals: [],
    cardFormats: [],
    consents: [],
    questionnaires: [],
    journeys: [],
    notAnswered: null,
    stranded: null,
    paper: null,
    printers: null,
    scanners: null,
    ...changes,
  };
}

describe('a clinic’s document', () => {
  it('is without fault when a clinic can work with it', () => {
    expect(clinicFaults(aDocument(), false)).toEqual([]);
  });

  it.each<[string, Partial<ClinicDocument>, ClinicFault]>([
    ['a name', { name: ' ' }, { path: '/name', code: 'text-missing' }],
    ['a language', { languages: [] }, { path: '/languages', code: 'languages-missing' }],
    [
      'a room for each service',
      { servicePoints: [{ id: one, name: { en: 'Room 1' }, serviceIds: [visit] }] },
      { path: '/services/1', code: 'service-without-room' },
    ],
    [
      'services that its rooms know',
      {
        servicePoints: [
          { id: one, name: { en: 'Room 1' }, serviceIds: [visit, one] },
          { id: two, name: { en: 'Desk 1' }, serviceIds: [desk] },
        ],
      },
      { path: '/servicePoints/0/serviceIds/1', code: 'service-unknown' },
    ],
    [
      'rooms that are told apart',
      {
        servicePoints: [
          { id: one, name: { en: 'Room 1' }, serviceIds: [visit, desk] },
          { id: one, name: { en: 'Room 2' }, serviceIds: [desk] },
        ],
      },
      { path: '/servicePoints/1/id', code: 'key-twice' },
    ],
    ['a name of one line', { name: 'Harbour\nStreet' }, { path: '/name', code: 'shape' }],
    ['a name of whole characters', { name: 'Harbour \ud800' }, { path: '/name', code: 'shape' }],
    [
      'names that turn nothing round',
      {
        servicePoints: [
          { id: one, name: { en: 'Room 1', ar: '\u202e1 moor' }, serviceIds: [visit] },
          { id: two, name: { en: 'Desk 1' }, serviceIds: [desk] },
        ],
      },
      { path: '/servicePoints/0/name/ar', code: 'shape' },
    ],
    [
      'names in languages that screens speak',
      { meetingPoint: { en: 'The car park', tlh: 'x' } as ClinicDocument['meetingPoint'] },
      { path: '/meetingPoint/tlh', code: 'shape' },
    ],
    ['a desk that is a service', { deskServiceId: one }, { path: '/deskServiceId', code: 'desk-unknown' }],
    ['a letter of paper of its own', { paperPrefix: 'R' }, { path: '/paperPrefix', code: 'letter-of-paper' }],
    [
      'prices of what is there',
      { prices: [{ serviceId: one, amountMinor: 1 }] },
      { path: '/prices/0/serviceId', code: 'price-of-nothing' },
    ],
    [
      'amounts that are money',
      { prices: [{ serviceId: visit, amountMinor: -1 }] },
      { path: '/prices/0/amountMinor', code: 'price-out-of-range' },
    ],
    [
      'forms that belong to a service',
      {
        consents: [{ id: one, version: 1, serviceIds: [two], title: { en: 'C' }, text: { en: 'C' }, signature: 'tap' }],
      },
      { path: '/consents/0/serviceIds/0', code: 'service-unknown' },
    ],
    [
      'forms that say something',
      {
        consents: [
          { id: one, version: 1, serviceIds: [desk], title: { en: 'C' }, text: { en: ' ' }, signature: 'tap' },
        ],
      },
      { path: '/consents/0/text', code: 'text-missing' },
    ],
    [
      'questions with more than one answer',
      {
        questionnaires: [
          {
            id: one,
            version: 1,
            serviceIds: [desk],
            title: { en: 'Q' },
            items: [
              { linkId: 'q1', text: { en: 'How?' }, type: 'choice', options: [{ value: 'a', text: { en: 'A' } }] },
            ],
          },
        ],
      },
      { path: '/questionnaires/0/items/0/options', code: 'options-too-few' },
    ],
    [
      'visits that are called something',
      { journeys: [{ id: one, name: { en: '' }, steps: [{ id: 's1', serviceId: visit, after: [] }] }] },
      { path: '/journeys/0/name', code: 'text-missing' },
    ],
    [
      'visits of one step or more',
      { journeys: [{ id: one, name: { en: 'Check-up' }, steps: [] }] },
      { path: '/journeys/0/steps', code: 'steps-missing' },
    ],
    [
      'a queue that does by itself what it can',
      { stranded: { afterMinutes: -1, role: 'reception' } },
      { path: '/stranded/afterMinutes', code: 'number-out-of-range' },
    ],
    [
      'a card that is written like many another number',
      {
        cardFormats: [
          {
            ...{ name: { en: 'Card' }, pattern: '999', checksum: 'none', mask: '***', identifier: 'health-card' },
          },
        ],
      },
      { path: '/cardFormats/0/pattern', code: 'card-pattern' },
    ],
    [
      'a closed date that the calendar does not have',
      { closedDates: [{ date: '2027-02-29' }] },
      { path: '/closedDates/0/date', code: 'date-unknown' },
    ],
    [
      'a closed date twice',
      { closedDates: [{ date: '2026-12-25' }, { date: '2026-12-26' }, { date: '2026-12-25' }] },
      { path: '/closedDates/2/date', code: 'date-twice' },
    ],
    [
      'a closed date whose reason is said in another language alone',
      { closedDates: [{ date: '2026-12-25', reason: { en: ' ', es: 'Navidad' } }] },
      { path: '/closedDates/0/reason', code: 'text-missing' },
    ],
  ])('has %s', (_, changes, fault) => {
    expect(clinicFaults(aDocument(changes), false)).toContainEqual(fault);
  });

  it('is not held against a clinic where a centre owns the part', () => {
    const openingHours = [{ weekday: 1, from: '18:00', until: '08:00' }];
    expect(clinicFaults(aDocument({ openingHours, name: '' }), true)).toEqual([
      { path: '/name', code: 'text-missing' },
    ]);
    expect(clinicFaults(aDocument({ openingHours }), false)).toEqual([
      { path: '/openingHours/0', code: 'hours-backwards' },
    ]);
  });
});
