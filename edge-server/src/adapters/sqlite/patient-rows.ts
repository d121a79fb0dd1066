// A patient is what the centre's feed says, with what was changed here since laid over it; an erased one is nobody.

import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { StoredPatient } from '../../ports/read-model.ts';

export const READ_PATIENT = `
  SELECT coalesce(p.id, r.id) AS id, coalesce(p.erased, 0) AS erased, p.details AS ours, r.details AS theirs,
    p.changed_seq AS changed_seq, r.known_seq AS known_seq, p.central_patient_id AS central_patient_id
  FROM (SELECT ?1 AS id) AS wanted
  LEFT JOIN patients p ON p.id = wanted.id LEFT JOIN reference_patients r ON r.id = wanted.id
  WHERE p.id IS NOT NULL OR r.id IS NOT NULL`;

/** A row of `READ_PATIENT`. What the centre sent after it had our change includes it; before that, ours lies over it. */
export function toPatient(row: Record<string, unknown>): StoredPatient {
  const erased = row['erased'] === 1;
  const ours = details(row['ours']);
  const theirs = details(row['theirs']);
  const includesOurs =
    row['theirs'] !== null && ((row['known_seq'] as number) ?? 0) >= ((row['changed_seq'] as number) ?? 0);
  return {
    id: row['id'] as string,
    details: erased ? {} : includesOurs ? { ...ours, ...theirs } : { ...theirs, ...ours },
    erased,
  };
}

function details(text: unknown): PatientDetails {
  return text === null || text === undefined ? {} : (JSON.parse(text as string) as PatientDetails);
}
