// A clinic's set-up at a moment of its log: the last one that was applied whole, and what the clinic changed of it since.

import { changedClinic } from '@foyer/contracts/clinic-parts.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { Fact } from '@foyer/contracts/events.ts';

/** As it is after a fact; undefined until one was applied. */
export function setUpAfter(before: ClinicConfiguration | undefined, fact: Fact): ClinicConfiguration | undefined {
  if (fact.type === 'v1.ConfigurationApplied') return fact.body.configuration;
  if (fact.type === 'v1.ClinicChanged') return before && changedClinic(before, fact.body.changes);
  return before;
}
