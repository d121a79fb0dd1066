// Details of patients that are written at the centre, and the conflicts with what a clinic wrote meanwhile. The feed is
// locked before anything is looked at, so that a batch of the clinic's rows comes before or after.

import type { DetailConflict, DetailsRequest } from '@foyer/contracts/detail-conflict.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import { choose, meet, type Edit, type Met } from '@foyer/domain/patients/detail-conflict.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { Publication } from '../feed/types.ts';
import { holdFeed, publish, republish } from '../feed/use-cases.ts';
import { findClinic } from '../tenancy/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  deleteConflictsOf,
  putConflicts,
  selectConflicts,
  selectConflictsToShow,
  selectOpenConflictsOf,
} from './queries-conflicts.ts';
import { putPatients, selectPatients } from './queries.ts';
import { detailsVersion } from './details-version.ts';
import { isDetailFact, type Meeting } from './rules-conflicts.ts';
import { keysOf } from './rules.ts';
import type { InboxFact } from '../facts/types.ts';
import type { Patient } from './types.ts';

type Done = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** How many are shown that wait for a person, and of those that are settled. */
const mostOpen = 200;
const mostSettled = 50;

/** What the facts of a batch meet. */
export async function meetingOf(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  facts: readonly InboxFact[],
): Promise<Meeting> {
  const named = facts.filter(isDetailFact);
  if (named.length === 0) return { conflicts: new Map(), rules: {}, newId: context.newId };
  const patientIds = named.map(({ body }) => body.patientId);
  const chosenIn = named.flatMap(({ body }) => ('conflictId' in body ? [body.conflictId] : []));
  const found = [
    ...(await selectOpenConflictsOf(tx, clinicId, patientIds)),
    ...(await selectConflicts(tx, clinicId, chosenIn)),
  ];
  const clinic = await findClinic(tx, clinicId);
  return {
    conflicts: new Map(found.map((conflict) => [conflict.id, conflict])),
    rules: clinic?.configuration.detailRules ?? {},
    newId: context.newId,
  };
}

/** Keeps the conflicts that are not as they were, and tells the clinic of them; those of the erased go. */
export async function keepConflicts(
  tx: Transaction,
  clinicId: string,
  changed: readonly DetailConflict[],
  erased: readonly string[],
): Promise<void> {
  const kept = changed.filter(({ patientId }) => !erased.includes(patientId));
  await putConflicts(tx, clinicId, kept);
  await deleteConflictsOf(tx, clinicId, erased);
  await publish(tx, clinicId, kept.map(conflictItem));
}

export function listConflicts(tx: Transaction, clinicId: string): Promise<readonly DetailConflict[]> {
  return selectConflictsToShow(tx, clinicId, mostOpen, mostSettled);
}

type Changed =
  | { readonly ok: true; readonly conflicts: readonly DetailConflict[]; readonly version: string }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Somebody at the centre writes anew what is known of a patient. Undefined: there is no such patient. Who says which version
 * was in sight is refused where there is another one by now, and told which.
 */
export async function changeDetails(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  { patientId, patient: changes, cleared = [], before, version }: DetailsRequest & { readonly patientId: string },
  userId: string,
): Promise<Changed | undefined> {
  await holdFeed(tx, clinicId);
  const [patient] = await selectPatients(tx, clinicId, [patientId]);
  if (patient === undefined || patient.details === null) return undefined;
  const current = detailsVersion(patient.details);
  if (version !== undefined && version !== current)
    return { ok: false, refusal: { code: 'details-changed', details: patient.details, version: current } };
  const rules = (await findClinic(tx, clinicId))?.configuration.detailRules ?? {};
  const open = await selectOpenConflictsOf(tx, clinicId, [patientId]);
  const held = { details: patient.details, edits: patient.edits, open };
  const written = { changes, cleared, before, edit: editBy(userId, context) };
  const met = meet(held, patientId, written, rules, context.newId);
  await keep(context, tx, clinicId, patient, met);
  return { ok: true, conflicts: met.conflicts, version: detailsVersion(met.details) };
}

/** A person at the centre chooses, or takes a choice back. */
export async function chooseDetail(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  { conflictId, version }: { readonly conflictId: string; readonly version: number | null },
  userId: string,
): Promise<Done> {
  await holdFeed(tx, clinicId);
  const [conflict] = await selectConflicts(tx, clinicId, [conflictId]);
  const [patient] = conflict === undefined ? [] : await selectPatients(tx, clinicId, [conflict.patientId]);
  if (conflict === undefined || patient === undefined || patient.details === null) return unknown;
  const held = { details: patient.details, edits: patient.edits };
  const met = choose(held, conflict, version, editBy(userId, context));
  if (met === undefined) return unknown;
  await keep(context, tx, clinicId, patient, met);
  return { ok: true };
}

const unknown: Done = { ok: false, refusal: { code: 'unknown-conflict' } };

function editBy(userId: string, { now }: UseCaseContext): Edit {
  return { side: 'centre', by: `user:${userId}`, at: now() };
}

async function keep(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  patient: Patient,
  { details, edits, conflicts }: Met,
): Promise<void> {
  const changed = { ...patient, details, edits };
  await putPatients(tx, clinicId, [{ ...changed, ...keysOf(details) }], context.now());
  const { patientId: id } = patient;
  await republish(tx, clinicId, [{ kind: 'patient', id, body: { id, details }, subjectId: id }]);
  await keepConflicts(tx, clinicId, conflicts, []);
}

function conflictItem(conflict: DetailConflict): Publication {
  return { kind: 'detail-conflict', id: conflict.id, body: conflict, subjectId: conflict.patientId };
}
