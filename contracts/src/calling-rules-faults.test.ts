import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { callingPresets, presetRules } from './calling-presets.ts';
import { CallingRules } from './calling-rules.ts';
import { callingRulesFaults, type CallingPlace } from './calling-rules-faults.ts';

const id = (digit: number) => `01990000-0000-7000-8000-00000000000${digit}`;
const [nurse, blood, desk] = [id(1), id(2), id(3)];
const [roomOne, laboratory] = [id(4), id(5)];
const [ana, ben] = [id(6), id(7)];

const place: CallingPlace = {
  serviceIds: [nurse, blood, desk],
  servicePoints: [
    { id: roomOne, serviceIds: [nurse, blood] },
    { id: laboratory, serviceIds: [blood] },
  ],
  knowsStaff: (staffId) => staffId === ana,
};
const whole: CallingRules = presetRules['by-arrival'];
const plain = whole.usual;
const rules = (changes: Partial<CallingRules>): CallingRules => ({ ...whole, ...changes });
const faultsOf = (changes: Partial<CallingRules>) =>
  callingRulesFaults(rules(changes), place).map(({ path, code }) => `${path} ${code}`);

describe('a preset', () => {
  it.each(callingPresets)('%s is whole, and possible anywhere', (preset) => {
    expect(Check(CallingRules, presetRules[preset])).toBe(true);
    expect(callingRulesFaults(presetRules[preset], place)).toEqual([]);
  });
});

describe('rules by which nobody can call', () => {
  const shares = { priority: 2, booked: 0, 'walk-in': 1 };
  const late = (serviceId: string, lateTo: string) => ({ serviceId, lateTo });
  const appointments = { earlyMinutes: 10, lateMinutes: 15 };

  it.each<[string, Partial<CallingRules>, readonly string[]]>([
    [
      'needs that count as the longest wait',
      { needsEarlier: { needs: ['infant'], minutes: 120 } },
      ['/needsEarlier/minutes minutes-out-of-range'],
    ],
    [
      'needs that count as nothing',
      { needsEarlier: { needs: ['infant'], minutes: 0 } },
      ['/needsEarlier/minutes minutes-out-of-range'],
    ],
    ['a class without a turn', { usual: { ...plain, shares } }, ['/usual/shares/booked share-of-zero']],
    ['nobody served', { profiles: [{ staffId: ana, serves: [], ...plain }] }, ['/profiles/0/serves serves-nothing']],
    [
      'a service that the point does not offer',
      { profiles: [{ servicePointId: laboratory, serves: [blood, nurse], ...plain }] },
      ['/profiles/0/serves/1 service-not-offered'],
    ],
    [
      'a queue that no room calls from',
      { profiles: [{ servicePointId: roomOne, serves: [blood], ...plain }] },
      ['/profiles/0/serves service-unserved'],
    ],
    [
      'late people who go round',
      { appointments, services: [late(nurse, blood), late(blood, desk), late(desk, nurse)] },
      [
        '/services/0/lateTo late-goes-round',
        '/services/1/lateTo late-goes-round',
        '/services/2/lateTo late-goes-round',
      ],
    ],
    [
      'late people who are sent to where they are',
      { appointments, services: [late(nurse, nurse)] },
      ['/services/0/lateTo late-goes-round'],
    ],
    [
      'late people where nobody is late',
      { services: [late(nurse, blood)] },
      ['/services/0/lateTo late-without-window'],
    ],
    [
      'a skill that nobody has',
      { services: [{ serviceId: nurse, skill: 'injections' }] },
      ['/services/0/skill skill-of-nobody'],
    ],
    [
      'a condition on a queue that is not served',
      {
        profiles: [
          { servicePointId: roomOne, serves: [nurse], ...plain, conditions: [{ serviceId: blood, overMinutes: 30 }] },
        ],
      },
      ['/profiles/0/conditions/0/serviceId condition-not-served'],
    ],
    [
      'the same queue in two conditions',
      {
        usual: {
          ...plain,
          conditions: [
            { serviceId: blood, overMinutes: 20 },
            { serviceId: blood, overMinutes: 30 },
          ],
        },
      },
      ['/usual/conditions/1/serviceId condition-twice'],
    ],
    [
      'minutes that are no time to wait',
      { longestWaitMinutes: 9, ageingMinutes: 0, opensAfterMinutes: 721 },
      [
        '/longestWaitMinutes minutes-out-of-range',
        '/ageingMinutes minutes-out-of-range',
        '/opensAfterMinutes minutes-out-of-range',
      ],
    ],
    [
      'profiles of nobody, of two, and twice',
      {
        profiles: [
          { serves: [nurse], ...plain },
          { staffId: ana, servicePointId: roomOne, serves: [nurse], ...plain },
          { staffId: ana, serves: [nurse], ...plain },
          { staffId: ana, serves: [blood], ...plain },
        ],
      },
      ['/profiles/0 profile-of-one', '/profiles/1 profile-of-one', '/profiles/3 profile-twice'],
    ],
    [
      'people, rooms and services that the clinic has not',
      {
        profiles: [
          { staffId: ben, serves: [id(9)], ...plain },
          { servicePointId: id(8), serves: [nurse], ...plain },
        ],
        people: [{ staffId: ben, skills: [] }],
        services: [{ serviceId: id(9) }],
      },
      [
        '/profiles/0/staffId staff-unknown',
        '/profiles/0/serves/0 service-unknown',
        '/profiles/1/servicePointId service-point-unknown',
        '/services/0/serviceId service-unknown',
        '/people/0/staffId staff-unknown',
      ],
    ],
  ])('have a fault with its path: %s', (_what, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  it('are not those of a chain that ends', () => {
    expect(faultsOf({ appointments, services: [late(nurse, blood), late(blood, desk)] })).toEqual([]);
  });
});
