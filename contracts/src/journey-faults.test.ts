import { describe, expect, it } from 'vitest';
import { journeyFaults } from './journey-faults.ts';
import type { JourneyTemplate } from './journey.ts';

const name = { en: 'Name' };
const service = (id: string) =>
  ({ id, name, prefix: 'A', waitingArea: name, walkIn: true, targetMinutes: 20 }) as const;
const services = [service('triage'), service('doctor'), service('pharmacy')];
const step = (id: string, serviceId: string, ...after: string[]) => ({ id, serviceId, after });
const journey = (...steps: JourneyTemplate['steps']): JourneyTemplate => ({ id: 'j1', name, steps });
const whole = journey(step('a', 'triage'), step('b', 'doctor', 'a'), step('c', 'pharmacy', 'b'));

describe('the journeys of a clinic', () => {
  it('fit where each can be gone to its end', () => {
    expect(journeyFaults({ services, journeys: [{ ...whole, startsWith: 'triage' }] })).toEqual([]);
    expect(journeyFaults({ services })).toEqual([]);
  });

  it.each<[string, JourneyTemplate[], string, string]>([
    ['a journey is there twice', [whole, whole], '/journeys/1/id', 'id-twice'],
    [
      'a step is there twice',
      [journey(step('a', 'triage'), step('a', 'doctor'))],
      '/journeys/0/steps/1/id',
      'id-twice',
    ],
    ['a service is unknown', [journey(step('a', 'moon'))], '/journeys/0/steps/0/serviceId', 'service-unknown'],
    ['a step waits for none', [journey(step('a', 'triage', 'z'))], '/journeys/0/steps/0/after/0', 'step-unknown'],
    ['a step waits for itself', [journey(step('a', 'triage', 'a'))], '/journeys/0/steps/0/after', 'steps-in-a-circle'],
    [
      'two steps wait for each other',
      [journey(step('a', 'triage'), step('b', 'doctor', 'a', 'c'), step('c', 'pharmacy', 'b'))],
      '/journeys/0/steps/1/after',
      'steps-in-a-circle',
    ],
    ['it starts within', [{ ...whole, startsWith: 'doctor' }], '/journeys/0/startsWith', 'starts-at-no-step'],
    [
      'two start with one service',
      [
        { ...whole, startsWith: 'triage' },
        { ...whole, id: 'j2', startsWith: 'triage' },
      ],
      '/journeys/1/startsWith',
      'starts-twice',
    ],
  ])('do not fit where %s, and the place is named', (_, journeys, path, code) => {
    expect(journeyFaults({ services, journeys })).toContainEqual({ path, code });
  });
});
