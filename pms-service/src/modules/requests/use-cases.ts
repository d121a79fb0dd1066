// What the clinic and the centre ask of each other. The side that owns the fact accepts or refuses with a code; a
// refusal becomes a work item, so that a person hears of it.

import { isBookingKind } from '@foyer/contracts/booking.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { RequestId } from '@foyer/contracts/ids.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact, InboxFactOf } from '../facts/types.ts';
import { publish } from '../feed/use-cases.ts';
import { findPatients } from '../registration/use-cases.ts';
import type { ScheduleAnswer } from '../scheduling/use-cases-requests.ts';
import { admitStaff, findStaff } from '../scheduling/use-cases.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  answerRequest,
  closeWorkItem,
  closeWorkItemsOf,
  hasOpenWorkItem,
  insertRequest,
  insertWorkItem,
  selectOpenWorkItems,
  selectRequest,
  withdrawAccepted,
} from './queries.ts';
import type { WorkItem } from './types.ts';
import { decideBooking, takeBookingBack, withdrawnIn } from './use-cases-bookings.ts';

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
  const withdrawn = withdrawnIn(facts);
  for (const fact of facts) {
    if (fact.type === 'v1.RequestAnswered') await takeAnswer(context, tx, clinicId, fact);
    if (fact.type === 'v1.RequestRaised' && !withdrawn.has(fact.body.requestId))
      await decideRequest(context, tx, clinicId, fact);
    if (fact.type === 'v1.RequestWithdrawn') await withdraw(context, tx, clinicId, fact.body.requestId);
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

/** What they told of is settled. */
export async function settleWorkItems(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  kind: string,
): Promise<void> {
  await closeWorkItemsOf(tx, clinicId, kind, context.now());
}

/** Before it was decided it is left undone; afterwards what it did is taken back, or a person is told why it cannot be. */
async function withdraw(context: UseCaseContext, tx: Transaction, clinicId: string, requestId: string): Promise<void> {
  const held = await withdrawAccepted(tx, clinicId, requestId, context.now());
  if (held === undefined) return;
  const result = await takeBookingBack(context, tx, clinicId, held);
  if (result.ok) return;
  const { code } = result.refusal;
  await raiseWorkItem(context, tx, clinicId, {
    kind: 'withdrawal-refused',
    code,
    about: { requestId, kind: held.kind },
  });
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
 * The centre owns appointments, the patient index and the roster: a clinic may ask for an appointment to be booked,
 * moved or cancelled, whether a patient's new details were taken over, for somebody to be taken into its staff, and whether a member of its
 * staff has a new PIN. What it does not know, it refuses.
 */
async function decideRequest(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  fact: InboxFactOf<'v1.RequestRaised'>,
): Promise<void> {
  const { requestId, kind, about } = fact.body;
  if ((await selectRequest(tx, clinicId, requestId)) !== undefined) return;
  const decision = await decide(context, tx, clinicId, fact);
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
  const free = decision.ok ? undefined : decision.freeTimes;
  const body = {
    requestId,
    accepted: decision.ok,
    ...(code === null ? {} : { code }),
    ...(free === undefined || free.length === 0 ? {} : { freeTimes: [...free] }),
  };
  await publish(tx, clinicId, [{ kind: 'request-answer', id: requestId, body }]);
  if (code !== null)
    await raiseWorkItem(context, tx, clinicId, {
      kind: 'request-refused',
      code,
      about: { requestId, kind },
    });
}

async function decide(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  { body: { kind, about }, sealed }: InboxFactOf<'v1.RequestRaised'>,
): Promise<ScheduleAnswer> {
  const { patientId, staffId, until } = about;
  if (isBookingKind(kind)) return decideBooking(context, tx, clinicId, kind, about);
  if (kind === 'staff-admission' && staffId !== undefined) {
    const roles = about['roles']?.split(',') ?? [];
    return admitStaff(tx, clinicId, { staffId, name: sealed?.staffName, roles, until });
  }
  if (kind === 'pin-reset' && staffId !== undefined) {
    const member = (await findStaff(tx, clinicId)).get(staffId);
    return member?.active === true ? { ok: true } : { ok: false, refusal: { code: 'unknown-staff' } };
  }
  if (kind === 'update-patient' && patientId !== undefined) {
    const patient = (await findPatients(tx, clinicId, [patientId])).get(patientId);
    const isKnown = patient !== undefined && patient.details !== null;
    return isKnown ? { ok: true } : { ok: false, refusal: { code: 'unknown-patient' } };
  }
  return { ok: false, refusal: { code: 'request-refused' } };
}
