// What an erasure at the clinic does at the centre before its effects: the keys are destroyed for good, nothing of the
// subject goes down again, and other records of the same person are erased with it.

import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact, InboxFactOf } from '../facts/types.ts';
import { publish, withdrawSubjects } from '../feed/use-cases.ts';
import { dropLiveReport } from '../live/use-cases.ts';
import { findSamePerson } from '../registration/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { destroyKeys, selectErasedSubjects } from './queries.ts';

/** Returns the facts with an erasure behind each one for every other record of the same person. */
export async function carryOutErasures(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  facts: readonly InboxFact[],
): Promise<readonly InboxFact[]> {
  const erasures = facts.filter((fact) => fact.type === 'v1.SubjectErased');
  if (erasures.length === 0) return facts;
  const subjectIds = erasures.map((fact) => fact.body.subjectId);
  const samePerson = await findSamePerson(tx, clinicId, subjectIds);
  const others = [...new Set([...samePerson.values()].flat())].filter((id) => !subjectIds.includes(id));
  const ticketIds = erasures.flatMap((fact) => fact.body.ticketIds);
  const gone = [...subjectIds, ...ticketIds, ...others];
  await destroyKeys(tx, clinicId, gone, context.now());
  await withdrawSubjects(tx, clinicId, gone);
  await dropLiveReport(tx, clinicId);
  // The clinic knows what it erased; of the other records it has to hear.
  await publish(
    tx,
    clinicId,
    others.map((subjectId) => ({ kind: 'subject-erased', id: subjectId, body: { subjectId } })),
  );
  return facts.flatMap((fact) =>
    fact.type === 'v1.SubjectErased'
      ? [fact, ...(samePerson.get(fact.body.subjectId) ?? []).map((other) => erasureOf(fact, other))]
      : [fact],
  );
}

/** A box that was restored from an image older than an erasure has that person again: it hears of each once more. */
export async function repeatErasures(tx: Transaction, clinicId: string): Promise<void> {
  const erased = await selectErasedSubjects(tx, clinicId);
  await publish(
    tx,
    clinicId,
    erased.map((subjectId) => ({ kind: 'subject-erased', id: subjectId, body: { subjectId } })),
  );
}

function erasureOf(fact: InboxFactOf<'v1.SubjectErased'>, subjectId: string): InboxFact {
  return { ...fact, subjectId, body: { subjectId, ticketIds: [] } };
}
