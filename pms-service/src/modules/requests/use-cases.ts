// What the clinic and the centre ask of each other. The side that owns the fact accepts or refuses with a code; a
// refusal becomes a work item, so that a person hears of it.

import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { RequestId } from '@foyer/contracts/ids.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact, InboxFactOf } from '../facts/types.ts';
import { publish } from '../feed/use-cases.ts';
import { findPatients } from '../registration/use-cases.ts';
import { admitStaff, cancelAppointment, findStaff } from '../scheduling/use-cases.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  answerRequest,
  closeWorkItem,
  hasOpenWorkItem,
  insertRequest,
  insertWorkItem,
  selectOpenWorkItems,
  selectRequest,
} from './queries.ts';
import type { WorkItem } from './types.ts';

/**
 * Asks the clinic for something. The same request again is the same; another one under the same id is refused as
 * `command-id-reused`.
 */
export async function askEdge(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  request: { readonly requestId: RequestId; readonly kind: string; readonly body: unknown },
): Promise<{ ok: true } | { ok: false; refusal: Refusal }> {
  const asked = { ...request, raisedBy: 'centre', state: 'pending', code: null } as const;
  if (await insertRequest(tx, clinicId, asked, context.now())) {
    const { requestId, kind, body } = request;
    await publish(tx, clinicId, [{ kind: 'request', id: requestId, body: { requestId, kind, body } }]);
    return { ok: true };
  }
  const held = await selectRequest(tx, clinicId, request.requestId);
  const isSame = held?.kind === request.kind && canonicalJson(held.body) === canonicalJson(request.body);
  return isSame ? { ok: true } : { ok: false, refusal: { code: 'command-id-reused' } };
}

export async function applyRequestFacts(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  facts: readonly InboxFact[],
): Promise<void> {
  for (const fact of facts) {
    if (fact.type === 'v1.RequestAnswered') await takeAnswer(context, tx, clinicId, fact);
    if (fact.type === 'v1.RequestRaised') await decideRequest(context, tx, clinicId, fact);
  }
}

export async function raiseWorkItem(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  item: Pick<WorkItem, 'kind' | 'code' | 'about'>,
): Promise<void> {
  await insertWorkItem(tx, clinicId, { ...item, id: context.newId(), at: context.now() });
}

/** For what is heard again and again until a person looks: once, however often. Callers of one clinic go in turn. */
export async function raiseWorkItemOnce(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  item: Pick<WorkItem, 'kind' | 'code' | 'about'>,
): Promise<void> {
  if (!(await hasOpenWorkItem(tx, clinicId, item))) await raiseWorkItem(context, tx, clinicId, item);
}

export function listWorkItems(tx: Transaction, clinicId: string): Promise<readonly WorkItem[]> {
  return selectOpenWorkItems(tx, clinicId, 100);
}

export function resolveWorkItem(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  id: string,
): Promise<boolean> {
  return closeWorkItem(tx, clinicId, id, context.now());
}

async function takeAnswer(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  fact: InboxFactOf<'v1.RequestAnswered'>,
): Promise<void> {
  const { requestId, accepted, code } = fact.body;
  const request = await answerRequest(tx, clinicId, requestId, { accepted, code: code ?? null }, context.now());
  if (request === undefined) return;
  await publish(tx, clinicId, [{ kind: 'request', id: requestId, body: null }]);
  if (!accepted) {
    await raiseWorkItem(context, tx, clinicId, {
      kind: 'request-refused',
      code: code ?? 'request-refused',
      about: { requestId, kind: request.kind },
    });
  }
}

/**
 * The centre owns appointments, the patient index and the roster: a clinic may ask for an appointment to be cancelled,
 * whether a patient's new details were taken over, for somebody to be taken into its staff, and whether a member of its
 * staff has a new PIN. What it does not know, it refuses.
 */
async function decideRequest(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  fact: InboxFactOf<'v1.RequestRaised'>,
): Promise<void> {
  const { requestId, kind, about } = fact.body;
  const decision = await decide(tx, clinicId, fact);
  const code = decision.ok ? null : decision.refusal.code;
  const answered = {
    requestId,
    raisedBy: 'edge',
    kind,
    body: about,
    state: decision.ok ? 'accepted' : 'refused',
    code,
  } as const;
  if (!(await insertRequest(tx, clinicId, answered, context.now()))) return;
  const body = { requestId, accepted: decision.ok, ...(code === null ? {} : { code }) };
  await publish(tx, clinicId, [{ kind: 'request-answer', id: requestId, body }]);
  if (code !== null)
    await raiseWorkItem(context, tx, clinicId, {
      kind: 'request-refused',
      code,
      about: { requestId, kind },
    });
}

async function decide(
  tx: Transaction,
  clinicId: string,
  { body: { kind, about }, sealed }: InboxFactOf<'v1.RequestRaised'>,
): Promise<{ ok: true } | { ok: false; refusal: Refusal }> {
  const { appointmentId, patientId, staffId } = about;
  if (kind === 'staff-admission' && staffId !== undefined)
    return admitStaff(tx, clinicId, { staffId, name: sealed?.staffName, roles: about['roles']?.split(',') ?? [] });
  if (kind === 'pin-reset' && staffId !== undefined) {
    const member = (await findStaff(tx, clinicId)).get(staffId);
    return member?.active === true ? { ok: true } : { ok: false, refusal: { code: 'unknown-staff' } };
  }
  if (kind === 'cancel-appointment' && appointmentId !== undefined)
    return cancelAppointment(tx, clinicId, appointmentId);
  if (kind === 'update-patient' && patientId !== undefined) {
    const patient = (await findPatients(tx, clinicId, [patientId])).get(patientId);
    const isKnown = patient !== undefined && patient.details !== null;
    return isKnown ? { ok: true } : { ok: false, refusal: { code: 'unknown-patient' } };
  }
  return { ok: false, refusal: { code: 'request-refused' } };
}
