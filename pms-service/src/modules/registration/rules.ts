// The patient index as facts fold into it, and when two patients are one person.

import type { PatientDetails, PatientIdentifier } from '@foyer/contracts/patient.ts';
import type { InboxFact } from '../facts/types.ts';
import { meetFact, type Meeting } from './rules-conflicts.ts';
import type { Patient, PatientKeys } from './types.ts';

const comparedPhoneDigits = 9;

/** What one fact makes of the patients; those that change come back. An erased patient stays erased. */
export function foldPatient(
  held: ReadonlyMap<string, Patient>,
  fact: InboxFact,
  meeting: Meeting,
): readonly Patient[] | 'unknown-patient' {
  switch (fact.type) {
    case 'v1.PatientRegistered': {
      const { patientId, provisional } = fact.body;
      if (held.has(patientId)) return [];
      const erasedAt = fact.sealed === null ? fact.at : null;
      return [
        {
          patientId,
          provisional,
          linkedTo: null,
          details: fact.sealed?.patient ?? (erasedAt ? null : {}),
          erasedAt,
          edits: {},
        },
      ];
    }
    case 'v1.PatientUpdated':
    case 'v1.PatientDetailChosen': {
      const before = held.get(fact.body.patientId);
      if (before === undefined) return 'unknown-patient';
      if (before.details === null) return [];
      if (fact.sealed === null) return [erased(before, fact.at)];
      return [meetFact(before, fact, meeting)];
    }
    case 'v1.SubjectErased': {
      const before = held.get(fact.body.subjectId);
      return before === undefined || before.details === null ? [] : [erased(before, fact.at)];
    }
    default:
      return [];
  }
}

function erased(patient: Patient, at: number): Patient {
  return { ...patient, details: null, edits: {}, erasedAt: at };
}

export function keysOf(details: PatientDetails | null): PatientKeys {
  const family = foldText(details?.name?.family ?? '');
  const given = foldText(details?.name?.given ?? '');
  const birthDate = details?.birthDate;
  const digits = (details?.phone ?? '').replaceAll(/\D/g, '');
  return {
    matchKey: birthDate === undefined || family === '' || given === '' ? null : `${birthDate} ${family} ${given}`,
    phoneKey: digits === '' ? null : digits.slice(-comparedPhoneDigits),
  };
}

/** Whether two records are the same person: the same document, or the same names, birth date and phone. */
export function isSamePerson(a: PatientDetails, b: PatientDetails): boolean {
  const bornApart = a.birthDate !== undefined && b.birthDate !== undefined && a.birthDate !== b.birthDate;
  if (bornApart) return false;
  const documents = new Set((a.identifiers ?? []).map(identifierKey));
  if ((b.identifiers ?? []).some((identifier) => documents.has(identifierKey(identifier)))) return true;
  const [first, second] = [keysOf(a), keysOf(b)];
  return (
    first.matchKey !== null &&
    first.matchKey === second.matchKey &&
    first.phoneKey !== null &&
    first.phoneKey === second.phoneKey
  );
}

/** What the index knows stays; what it did not know is filled in. */
export function mergeDetails(known: PatientDetails, arrived: PatientDetails): PatientDetails {
  const identifiers = [...(known.identifiers ?? []), ...(arrived.identifiers ?? [])];
  const distinct = [...new Map(identifiers.map((each) => [identifierKey(each), each])).values()].slice(0, 8);
  return { ...arrived, ...known, ...(distinct.length > 0 ? { identifiers: distinct } : {}) };
}

export function identifierKey(identifier: PatientIdentifier): string {
  return `${identifier.kind} ${identifier.issuer ?? ''} ${identifier.value}`;
}

/** Without accents, case, spaces and signs, so that "García-López" is found as "GARCIA LOPEZ". */
function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
