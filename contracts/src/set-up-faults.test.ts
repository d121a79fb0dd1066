import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClinicSetUp } from './clinic-set-up.ts';
import { isEasyPin, serviceLetters, setUpFaults, type SetUpFault } from './set-up-faults.ts';

function aSetUp(changes: Partial<ClinicSetUp> = {}): ClinicSetUp {
  return {
    clinic: { name: 'Harbour Street', code: 'HARBOUR', zone: 'Europe/Lisbon', currency: 'EUR', languages: ['en'] },
    openingHours: [{ weekday: 1, from: '08:00', until: '18:00' }],
    services: [aService('visit', 'A'), aService('desk', 'R')],
    servicePoints: [
      { name: { en: 'Room 1' }, serviceKeys: ['visit'] },
      { name: { en: 'Desk 1' }, serviceKeys: ['desk'] },
    ],
    staff: [
      { name: 'Wei-Ling Tan', roles: ['admin'], pin: '2741' },
      { name: 'Amira Haddad', roles: ['nurse'], pin: '8052' },
    ],
    ...changes,
  };
}
function aService(key: string, prefix: string): ClinicSetUp['services'][number] {
  return { key, prefix, name: { en: key }, waitingArea: { en: 'Hall' }, walkIn: true, targetMinutes: 20 };
}
const faultsOf = (changes: Partial<ClinicSetUp>): readonly SetUpFault[] => setUpFaults(aSetUp(changes));
const [visit, desk] = aSetUp().services as [ClinicSetUp['services'][number], ClinicSetUp['services'][number]];
const [room, counter] = aSetUp().servicePoints as [
  ClinicSetUp['servicePoints'][number],
  ClinicSetUp['servicePoints'][number],
];
const [admin, nurse] = aSetUp().staff as [ClinicSetUp['staff'][number], ClinicSetUp['staff'][number]];
const { clinic } = aSetUp();

describe('a clinic’s set-up', () => {
  it('is without fault when a clinic can begin with it', () => {
    expect(setUpFaults(aSetUp())).toEqual([]);
    expect(faultsOf({ openingHours: [] })).toEqual([]);
  });

  it.each<[string, Partial<ClinicSetUp>, SetUpFault]>([
    ['no name', { clinic: { ...clinic, name: '  ' } }, { path: '/clinic/name', code: 'text-missing' }],
    ['a code with a hyphen', { clinic: { ...clinic, code: 'HA-1' } }, { path: '/clinic/code', code: 'code-shape' }],
    ['a zone of fancy', { clinic: { ...clinic, zone: 'Europe/Oz' } }, { path: '/clinic/zone', code: 'zone-unknown' }],
    ['an offset as zone', { clinic: { ...clinic, zone: '+01:00' } }, { path: '/clinic/zone', code: 'zone-unknown' }],
    [
      'money nobody has',
      { clinic: { ...clinic, currency: 'XQX' } },
      { path: '/clinic/currency', code: 'currency-unknown' },
    ],
    ['no language', { clinic: { ...clinic, languages: [] } }, { path: '/clinic/languages', code: 'languages-missing' }],
    [
      'hours that end before they begin',
      { openingHours: [{ weekday: 1, from: '18:00', until: '08:00' }] },
      { path: '/openingHours/0', code: 'hours-backwards' },
    ],
    [
      'hours of one day that overlap',
      {
        openingHours: [
          { weekday: 2, from: '08:00', until: '13:00' },
          { weekday: 2, from: '12:30', until: '18:00' },
        ],
      },
      { path: '/openingHours/1', code: 'hours-overlap' },
    ],
    [
      'a letter that sounds like another',
      { services: [visit, { ...desk, prefix: 'B' }] },
      { path: '/services/1/prefix', code: 'letter-not-used' },
    ],
    [
      'a letter twice',
      { services: [visit, { ...desk, prefix: 'A' }] },
      { path: '/services/1/prefix', code: 'letter-twice' },
    ],
    [
      'a name twice, whatever its case',
      { services: [visit, { ...desk, name: { en: 'VISIT' } }] },
      { path: '/services/1/name', code: 'name-twice' },
    ],
    [
      'a price below nothing',
      { services: [{ ...visit, priceMinor: -1 }, desk] },
      { path: '/services/0/priceMinor', code: 'price-out-of-range' },
    ],
    [
      'a wait of no time',
      { services: [{ ...visit, targetMinutes: 0 }, desk] },
      { path: '/services/0/targetMinutes', code: 'target-out-of-range' },
    ],
    [
      'two desks',
      {
        services: [
          { ...visit, isDesk: true },
          { ...desk, isDesk: true },
        ],
      },
      { path: '/services/1/isDesk', code: 'desk-twice' },
    ],
    ['a service that no room has', { servicePoints: [room] }, { path: '/services/1', code: 'service-without-room' }],
    [
      'a room without a service',
      { servicePoints: [room, counter, { name: { en: 'Room 2' }, serviceKeys: [] }] },
      { path: '/servicePoints/2/serviceKeys', code: 'room-without-service' },
    ],
    [
      'a room for a service that is not there',
      { servicePoints: [room, { ...counter, serviceKeys: ['desk', 'gone'] }] },
      { path: '/servicePoints/1/serviceKeys/1', code: 'service-unknown' },
    ],
    [
      'nobody who may administer',
      { staff: [{ ...admin, roles: ['nurse'] }] },
      { path: '/staff', code: 'administrator-missing' },
    ],
    [
      'somebody who may do nothing',
      { staff: [admin, { ...nurse, roles: [] }] },
      { path: '/staff/1/roles', code: 'roles-missing' },
    ],
    ['a short PIN', { staff: [{ ...admin, pin: '274' }] }, { path: '/staff/0/pin', code: 'pin-shape' }],
    ['an easy PIN', { staff: [{ ...admin, pin: '1234' }] }, { path: '/staff/0/pin', code: 'pin-easy' }],
    [
      'a PIN longer than the first',
      { staff: [admin, { ...nurse, pin: '80524' }] },
      { path: '/staff/1/pin', code: 'pin-lengths-differ' },
    ],
  ])('with %s says where', (_what, changes, fault) => {
    expect(faultsOf(changes)).toEqual([fault]);
  });

  it('of nothing says what is missing', () => {
    expect(faultsOf({ services: [], servicePoints: [], staff: [] }).map(({ code }) => code)).toEqual([
      'services-missing',
      'rooms-missing',
      'administrator-missing',
    ]);
  });
});

describe('an easy PIN', () => {
  it('is always one digit, one pair, or one step repeated', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const length = fc.integer({ min: 4, max: 8 });
    fc.assert(
      fc.property(digit, length, (first, digits) => {
        expect(isEasyPin(String(first).repeat(digits))).toBe(true);
        expect(isEasyPin(`${first}${(first + 3) % 10}`.repeat(digits >> 1))).toBe(true);
        const run = Array.from({ length: digits }, (_, index) => first + index);
        if (Math.max(...run) <= 9) {
          expect(isEasyPin(run.join(''))).toBe(true);
          expect(isEasyPin(run.toReversed().join(''))).toBe(true);
        }
      }),
    );
  });

  it('is none that has no such order', () => {
    for (const pin of ['2741', '1243', '1357', '90125', '11223']) expect(isEasyPin(pin)).toBe(false);
  });
});

describe('the letters of services', () => {
  it('hold none that sounds like another or looks like a digit', () => {
    for (const letter of 'BDPTIO') expect(serviceLetters).not.toContain(letter);
    expect(new Set(serviceLetters).size).toBe(20);
  });
});
