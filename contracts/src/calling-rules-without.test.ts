import { describe, expect, it } from 'vitest';
import { rulesWithout } from './calling-rules-without.ts';
import type { CallingRules } from './calling-rules.ts';

const [visit, blood, room, lab] = ['visit', 'blood', 'room', 'lab'];
const rules: CallingRules = {
  usual: {
    conditions: [
      { serviceId: blood, overMinutes: 20 },
      { serviceId: visit, overMinutes: 30 },
    ],
    order: 'by-class',
  },
  profiles: [
    {
      servicePointId: room,
      serves: [visit, blood],
      conditions: [{ serviceId: blood, overMinutes: 5 }],
      order: 'by-class',
    },
    { servicePointId: lab, serves: [blood], conditions: [], order: 'by-class' },
  ],
  longestWaitMinutes: 120,
  opensAfterMinutes: 30,
  services: [
    { serviceId: blood, skill: 'blood' },
    { serviceId: visit, lateTo: blood, walkInsPerDay: 20 },
  ],
  people: [],
};

describe('calling rules', () => {
  it('name nothing of a service that is taken away, and lose a profile that is of nothing else', () => {
    expect(rulesWithout(rules, new Set([blood]))).toEqual({
      ...rules,
      usual: { conditions: [{ serviceId: visit, overMinutes: 30 }], order: 'by-class' },
      profiles: [{ servicePointId: room, serves: [visit], conditions: [], order: 'by-class' }],
      services: [{ serviceId: visit, walkInsPerDay: 20 }],
    });
  });

  it('lose the profile of a room that is taken away', () => {
    expect(rulesWithout(rules, new Set([lab])).profiles).toEqual(rules.profiles.slice(0, 1));
  });

  it('stay as they are where they name nothing of it', () => {
    expect(rulesWithout(rules, new Set(['pharmacy']))).toEqual(rules);
  });
});
