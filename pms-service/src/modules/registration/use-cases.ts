// The patient index: those the centre registers, and the provisional ones that edges send up.

import type { PatientId } from '@foyer/contracts/ids.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { holdFeed, publish, republish } from '../feed/use-cases.ts';
import type { Publication } from '../feed/types.ts';
import type { DeadLetter, InboxFact } from '../facts/types.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { countConflicts } from './queries-conflicts.ts';
import { putPatients, selectCandidates, selectPatients, selectSamePerson } from './queries.ts';
import { foldPatient, identifierKey, isSamePerson, keysOf, mergeDetails } from './rules.ts';
import type { NewPatient, Patient } from './types.ts';
import { keepConflicts, meetingOf } from './use-cases-conflicts.ts';

/** Patients known at the centre from the start. */
export async function registerPatients(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  patients: readonly NewPatient[],
): Promise<void> {
  const confirmed = patients.map((patient) => ({
    ...patient,
    provisional: false,
    linkedTo: null,
    erasedAt: null,
    edits: {},
  }));
  await store(context, tx, clinicId, confirmed);
}

export async function findPatients(
  tx: Transaction,
  clinicId: string,
  ids: readonly PatientId[],
): Promise<ReadonlyMap<PatientId, Patient>> {
  return byId(await selectPatients(tx, clinicId, ids));
}

/** Details that were written in two ways: how many wait for a person, and how many were settled. */
export function countDetailConflicts(
  tx: Transaction,
  clinicId: string,
): Promise<{ readonly open: number; readonly settled: number }> {
  return countConflicts(tx, clinicId);
}

/** The other records of each person named: one who asks to be erased is meant whole. */
export async function findSamePerson(
  tx: Transaction,
  clinicId: string,
  ids: readonly PatientId[],
): Promise<ReadonlyMap<PatientId, readonly PatientId[]>> {
  const others = new Map<PatientId, PatientId[]>();
  for (const { named, other } of await selectSamePerson(tx, clinicId, ids)) {
    others.set(named, [...(others.get(named) ?? []), other]);
  }
  return others;
}

/** Applies what the edge says of patients, set by set, and confirms or links the provisional ones. */
export async function applyPatientFacts(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  facts: readonly InboxFact[],
): Promise<readonly DeadLetter[]> {
  const ids = [...new Set(facts.flatMap(patientsOf))];
  if (ids.length === 0) return [];
  await holdFeed(tx, clinicId);
  const held = byId(await selectPatients(tx, clinicId, ids));
  const meeting = await meetingOf(context, tx, clinicId, facts);
  const before = new Map(meeting.conflicts);
  const known = new Set(held.keys());
  const changed = new Map<string, Patient>();
  const dead: DeadLetter[] = [];
  for (const fact of facts) {
    const result = foldPatient(held, fact, meeting);
    if (result === 'unknown-patient') {
      dead.push({ epoch: fact.epoch, seq: fact.seq, reason: result });
      continue;
    }
    for (const patient of result) {
      held.set(patient.patientId, patient);
      changed.set(patient.patientId, patient);
    }
  }
  const arrived = [...changed.values()].filter(
    (patient) => patient.provisional && patient.details !== null && !known.has(patient.patientId),
  );
  const settled = await settleProvisional(tx, clinicId, arrived);
  for (const patient of settled.patients) changed.set(patient.patientId, patient);
  await store(context, tx, clinicId, [...changed.values()]);
  await publish(tx, clinicId, settled.items);
  // What was published before this change would come down after it and be taken for the newer.
  await republish(tx, clinicId, [...changed.values()].flatMap(patientItem));
  const met = [...meeting.conflicts.values()].filter((conflict) => before.get(conflict.id) !== conflict);
  const erased = [...changed.values()].filter(({ details }) => details === null).map(({ patientId }) => patientId);
  await keepConflicts(tx, clinicId, met, erased);
  return dead;
}

/** A patient as the edge is sent one; nothing of one who was erased. */
export function patientItem({
  patientId: id,
  details,
}: Pick<Patient, 'patientId' | 'details'>): readonly Publication[] {
  return details === null ? [] : [{ kind: 'patient', id, body: { id, details }, subjectId: id }];
}

/** Each provisional patient is linked to the one it turns out to be, or confirmed under its own id. */
async function settleProvisional(
  tx: Transaction,
  clinicId: string,
  arrived: readonly Patient[],
): Promise<{ readonly patients: readonly Patient[]; readonly items: readonly Publication[] }> {
  if (arrived.length === 0) return { patients: [], items: [] };
  const matchKeys = arrived.map((patient) => keysOf(patient.details).matchKey).filter((key) => key !== null);
  const identifiers = arrived.flatMap((patient) => patient.details?.identifiers ?? []);
  const pool = indexForMatching(await selectCandidates(tx, clinicId, matchKeys, identifiers));
  const changed = new Map<string, Patient>();
  const items: Publication[] = [];
  for (const patient of arrived) {
    const central = pool.find(patient);
    if (central === undefined) {
      const confirmed = { ...patient, provisional: false };
      changed.set(confirmed.patientId, confirmed);
      pool.add(confirmed);
    } else {
      const merged = {
        ...central,
        details: mergeDetails(central.details ?? {}, patient.details ?? {}),
      };
      changed.set(merged.patientId, merged);
      changed.set(patient.patientId, {
        ...patient,
        provisional: false,
        linkedTo: merged.patientId,
      });
      pool.add(merged);
    }
    const body = {
      patientId: patient.patientId,
      centralPatientId: central?.patientId ?? patient.patientId,
    };
    items.push({
      kind: 'patient-linked',
      id: patient.patientId,
      body,
      subjectId: patient.patientId,
    });
  }
  return { patients: [...changed.values()], items };
}

/** Candidates by what they may be found by; a later one of the same id takes the earlier one's place. */
function indexForMatching(candidates: readonly Patient[]): {
  find(patient: Patient): Patient | undefined;
  add(patient: Patient): void;
} {
  const patients = new Map<string, Patient>();
  const idsByKey = new Map<string, Set<string>>();
  const keysFor = (details: PatientDetails | null): string[] => {
    const { matchKey } = keysOf(details);
    return [...(matchKey === null ? [] : [matchKey]), ...(details?.identifiers ?? []).map(identifierKey)];
  };
  const index = {
    add(patient: Patient): void {
      patients.set(patient.patientId, patient);
      for (const key of keysFor(patient.details)) {
        idsByKey.set(key, (idsByKey.get(key) ?? new Set()).add(patient.patientId));
      }
    },
    find(patient: Patient): Patient | undefined {
      return keysFor(patient.details)
        .flatMap((key) => [...(idsByKey.get(key) ?? [])])
        .map((id) => patients.get(id))
        .find(
          (other) => other?.details != null && patient.details !== null && isSamePerson(other.details, patient.details),
        );
    },
  };
  for (const candidate of candidates) index.add(candidate);
  return index;
}

async function store(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  patients: readonly Patient[],
): Promise<void> {
  if (patients.length === 0) return;
  const rows = patients.map((patient) => ({ ...patient, ...keysOf(patient.details) }));
  await putPatients(tx, clinicId, rows, context.now());
}

function patientsOf(fact: InboxFact): readonly string[] {
  switch (fact.type) {
    case 'v1.PatientRegistered':
    case 'v1.PatientUpdated':
    case 'v1.PatientDetailChosen':
      return [fact.body.patientId];
    case 'v1.SubjectErased':
      return [fact.body.subjectId];
    default:
      return [];
  }
}

function byId(patients: readonly Patient[]): Map<PatientId, Patient> {
  return new Map(patients.map((patient) => [patient.patientId, patient]));
}
