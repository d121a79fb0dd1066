// What of the log changes a detail of a patient, met with what the centre holds.

import type { DetailConflict, DetailRules } from '@foyer/contracts/detail-conflict.ts';
import { choose, meet, type Edit, type Met } from '@foyer/domain/patients/detail-conflict.ts';
import type { InboxFact, InboxFactOf } from '../facts/types.ts';
import type { Patient } from './types.ts';

type DetailFact = InboxFactOf<'v1.PatientUpdated'> | InboxFactOf<'v1.PatientDetailChosen'>;

export function isDetailFact(fact: InboxFact): fact is DetailFact {
  return fact.type === 'v1.PatientUpdated' || fact.type === 'v1.PatientDetailChosen';
}

/** What facts meet: the conflicts of the patients that they name, and the clinic's rules. */
export interface Meeting {
  readonly conflicts: Map<string, DetailConflict>;
  readonly rules: DetailRules;
  readonly newId: () => string;
}

/** The patient as it is afterwards; the conflicts are put into the meeting. */
export function meetFact(patient: Patient, fact: DetailFact, meeting: Meeting): Patient {
  const met = metBy(patient, fact, meeting);
  if (met === undefined) return patient;
  for (const conflict of met.conflicts) meeting.conflicts.set(conflict.id, conflict);
  return { ...patient, details: met.details, edits: met.edits };
}

function metBy({ patientId, details, edits }: Patient, fact: DetailFact, meeting: Meeting): Met | undefined {
  const edit: Edit = { side: 'clinic', by: fact.actor, at: fact.body.occurredAt ?? fact.at };
  const held = { details: details ?? {}, edits, open: openOf(patientId, meeting.conflicts) };
  if (fact.type === 'v1.PatientDetailChosen') {
    const conflict = meeting.conflicts.get(fact.body.conflictId);
    return conflict === undefined ? undefined : choose(held, conflict, fact.body.version, edit);
  }
  const { patient: changes = {}, before } = fact.sealed ?? {};
  return meet(held, patientId, { changes, before, edit }, meeting.rules, meeting.newId);
}

function openOf(patientId: string, conflicts: ReadonlyMap<string, DetailConflict>): readonly DetailConflict[] {
  return [...conflicts.values()].filter((conflict) => conflict.patientId === patientId && conflict.chosen === null);
}
