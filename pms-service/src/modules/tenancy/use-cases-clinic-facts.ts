// What a clinic changed of its own set-up, so that the centre books, shows and reports by it. It goes no further: the
// edge has it already. Hours and prices stay the centre's, whatever an edge said before it was adopted.

import { centreParts, changedClinic } from '@foyer/contracts/clinic-parts.ts';
import type { ClinicChanges, ClinicPart } from '@foyer/contracts/clinic-document.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact } from '../facts/types.ts';
import { selectClinic, updateConfiguration } from './queries.ts';

export async function applyClinicFacts(tx: Transaction, clinicId: string, facts: readonly InboxFact[]): Promise<void> {
  const changes = facts.flatMap((fact) => (fact.type === 'v1.ClinicChanged' ? [clinicsOwn(fact.body.changes)] : []));
  if (changes.length === 0) return;
  const clinic = await selectClinic(tx, clinicId);
  if (clinic === undefined) return;
  await updateConfiguration(tx, clinicId, changes.reduce(changedClinic, clinic.configuration));
}

function clinicsOwn(changes: ClinicChanges): ClinicChanges {
  return Object.fromEntries(Object.entries(changes).filter(([part]) => !centreParts.includes(part as ClinicPart)));
}
