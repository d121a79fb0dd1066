import { describe, expect, it } from 'vitest';
import { formFaults } from '@foyer/contracts/form-faults.ts';
import { demoConfiguration } from './configuration.ts';
import { Seeded } from './seeded.ts';

describe('the forms of the demonstration clinic', () => {
  it('fit, and are asked before samples alone', () => {
    const { configuration, ids } = demoConfiguration(new Seeded(7), 'Europe/Madrid');
    expect(formFaults(configuration)).toEqual([]);
    const asked = [...(configuration.consents ?? []), ...(configuration.questionnaires ?? [])];
    expect(asked.map(({ serviceIds }) => serviceIds)).toEqual([[ids.samples], [ids.samples]]);
  });
});
