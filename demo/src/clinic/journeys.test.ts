import { describe, expect, it } from 'vitest';
import { journeyFaults } from '@foyer/contracts/journey-faults.ts';
import { demoConfiguration } from './configuration.ts';
import { Seeded } from './seeded.ts';

describe('the journeys of the demonstration clinic', () => {
  it('fit, and are begun by staff alone', () => {
    const { configuration } = demoConfiguration(new Seeded(7), 'Europe/Madrid');
    expect(journeyFaults(configuration)).toEqual([]);
    expect(configuration.journeys?.map(({ startsWith }) => startsWith)).toEqual([undefined, undefined]);
  });
});
