// The relay's upper end. A batch is one transaction: its rows, its keys and all their effects are committed together or
// not at all, so that a batch that comes again finds its rows and changes nothing.

import { AppError } from '@foyer/contracts/app-error.ts';
import { keyAssociatedData, type LogRow } from '@foyer/contracts/log-row.ts';
import type { Position, UpAnswer, UpBatch } from '@foyer/contracts/sync-protocol.ts';
import { announce, visitsTopic } from '../../adapters/postgres/changes.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { raiseWorkItem, raiseWorkItemOnce } from '../requests/use-cases.ts';
import { open } from '../seal.ts';
import { openClinicKey } from '../tenancy/use-cases-keys.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { applyEffects } from './effects.ts';
import { carryOutErasures } from './erasure.ts';
import {
  insertDeadLetters,
  insertKeys,
  insertRows,
  lockHead,
  moveHead,
  noteHeard,
  quarantine,
  selectHashes,
  selectHead,
  selectKeys,
} from './queries.ts';
import { findBrokenLink, readFacts, readRows } from './read-rows.ts';
import { placeBatch, type LogPlace } from './rules.ts';
import type { InboxHead } from './types.ts';

/** What the centre holds of this clinic; the edge's word that it lives is noted. */
export async function readPosition(context: UseCaseContext, clinicId: string): Promise<Position> {
  return context.withTenant({ clinicId }, async (tx) => {
    await noteHeard(tx, clinicId, context.now());
    const head = await selectHead(tx, clinicId);
    if (head === undefined || head.seq === 0) return { epoch: 0, seq: 0, hash: null };
    return { epoch: head.epoch, seq: head.seq, hash: Buffer.from(head.hash).toString('base64') };
  });
}

export async function noteEdgeHeard(context: UseCaseContext, clinicId: string): Promise<void> {
  await context.withTenant({ clinicId }, (tx) => noteHeard(tx, clinicId, context.now()));
}

/**
 * Takes in a batch whose clinic is the credential's. Throws `not-ready` when it holds seals and the clinic's key is not
 * in escrow yet: the edge escrows and sends again.
 */
export async function takeBatch(context: UseCaseContext, batch: UpBatch): Promise<UpAnswer> {
  const { clinicId } = batch;
  const rows = readRows(batch);
  const broken = findBrokenLink(rows);
  return context.withTenant({ clinicId }, async (tx) => {
    const head = await lockHead(tx, clinicId);
    if (broken !== undefined) return refuseBrokenChain(context, tx, clinicId, { epoch: batch.epoch, seq: broken });
    if (head.quarantined) return refuse('fork', { epoch: head.epoch, seq: head.seq });
    const found = await findNewRows(context, tx, head, rows);
    if (!found.ok) return found.answer;
    const [newRows, last] = [found.rows, found.rows.at(-1)];
    if (last === undefined) {
      await noteHeard(tx, clinicId, context.now());
      return { ok: true, epoch: head.epoch, seq: head.seq, dead: 0 };
    }
    await insertRows(tx, clinicId, newRows);
    const dead = await applyRows(context, tx, clinicId, newRows, batch.keys);
    await moveHead(tx, clinicId, last, context.now());
    await announce(tx, visitsTopic(clinicId));
    return { ok: true, epoch: last.epoch, seq: last.seq, dead };
  });
}

type NewRows =
  | { readonly ok: true; readonly rows: readonly LogRow[] }
  | { readonly ok: false; readonly answer: UpAnswer };

async function findNewRows(
  context: UseCaseContext,
  tx: Transaction,
  head: InboxHead,
  rows: readonly LogRow[],
): Promise<NewRows> {
  const first = rows[0] as LogRow;
  const { clinicId, epoch } = first;
  const lastSeq = first.seq + rows.length - 1;
  const previousEpoch = first.type === 'v1.EpochBegun' ? previousEpochOf(first.body) : undefined;
  const placement = placeBatch(head, { epoch, firstSeq: first.seq, lastSeq, previousEpoch });
  switch (placement.kind) {
    case 'gap':
      return {
        ok: false,
        answer: { ok: false, refusal: { code: 'gap', expected: placement.expected } },
      };
    case 'ended-epoch': {
      // What was sent before and is held is fine to hear again; anything else comes from a box that was replaced.
      const held = await selectHashes(tx, clinicId, epoch, first.seq, lastSeq);
      if (rows.every((row) => isSame(held.get(row.seq), row.hash))) return { ok: true, rows: [] };
      // The rows grow behind a box that goes on; what a person has to look at is that it is there.
      const about = { epoch };
      await raiseWorkItemOnce(context, tx, clinicId, { kind: 'unknown-epoch', code: 'unknown-epoch', about });
      return { ok: false, answer: refuse('unknown-epoch', placement.at) };
    }
    case 'follows': {
      const { after } = placement;
      if (after === null) {
        if (first.prevHash.every((byte) => byte === 0)) return { ok: true, rows };
        return { ok: false, answer: await refuseBrokenChain(context, tx, clinicId, { epoch, seq: first.seq }) };
      }
      const held = (await selectHashes(tx, clinicId, after.epoch, after.seq, after.seq)).get(after.seq);
      if (held === undefined) {
        const expected = { epoch: head.epoch, seq: head.seq + 1 };
        return { ok: false, answer: { ok: false, refusal: { code: 'gap', expected } } };
      }
      if (isSame(held, first.prevHash)) return { ok: true, rows };
      return {
        ok: false,
        answer: await quarantineFork(context, tx, clinicId, after, held, first.prevHash),
      };
    }
    case 'overlaps': {
      const held = await selectHashes(tx, clinicId, epoch, first.seq, placement.heldUntil);
      const forked = rows.find((row) => row.seq <= placement.heldUntil && !isSame(held.get(row.seq), row.hash));
      if (forked === undefined) return { ok: true, rows: rows.filter((row) => row.seq > placement.heldUntil) };
      const stored = held.get(forked.seq) ?? null;
      return {
        ok: false,
        answer: await quarantineFork(context, tx, clinicId, forked, stored, forked.hash),
      };
    }
  }
}

/** The effects of rows that are in place; how many of them are dead letters. */
async function applyRows(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  rows: readonly LogRow[],
  sentKeys: UpBatch['keys'],
): Promise<number> {
  if (sentKeys.length > 0) {
    const keys = sentKeys.map(({ subjectId, wrapped }) => ({
      subjectId,
      wrapped: Buffer.from(wrapped, 'base64'),
    }));
    await insertKeys(tx, clinicId, keys);
  }
  const read = readFacts(rows, await openSubjectKeys(context, tx, clinicId, rows));
  const facts = await carryOutErasures(context, tx, clinicId, read.facts);
  const dead = [...read.dead, ...(await applyEffects(context, tx, clinicId, facts))];
  const [firstDead] = dead;
  if (firstDead !== undefined) {
    await insertDeadLetters(tx, clinicId, dead, context.now());
    const { epoch, seq } = firstDead;
    await raiseWorkItem(context, tx, clinicId, {
      kind: 'dead-letters',
      code: firstDead.reason,
      about: { epoch, seq, count: dead.length },
    });
  }
  return dead.length;
}

/** The keys that these rows' seals open with, as far as they are left. */
async function openSubjectKeys(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  rows: readonly LogRow[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const subjects = new Set(rows.filter((row) => row.sealed !== null).map((row) => row.subjectId ?? ''));
  subjects.delete('');
  if (subjects.size === 0) return new Map();
  const clinicKey = await openClinicKey(context, tx, clinicId);
  if (clinicKey === undefined) throw new AppError('not-ready', { clinicId, missing: 'clinic-key' });
  const keys = new Map<string, Uint8Array>();
  for (const { subjectId, wrapped } of await selectKeys(tx, clinicId, [...subjects])) {
    const key = open(clinicKey, wrapped, keyAssociatedData(clinicId, subjectId));
    // A key that does not open opens no seal either: its rows become dead letters, not erased subjects.
    keys.set(subjectId, key ?? new Uint8Array(32));
  }
  return keys;
}

async function quarantineFork(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  place: LogPlace,
  stored: Uint8Array | null,
  sent: Uint8Array,
): Promise<UpAnswer> {
  const at = { epoch: place.epoch, seq: place.seq };
  await quarantine(tx, clinicId, context.newId(), at, { stored, sent }, context.now());
  await raiseWorkItem(context, tx, clinicId, { kind: 'fork', code: 'fork', about: at });
  return refuse('fork', at);
}

async function refuseBrokenChain(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  at: LogPlace,
): Promise<UpAnswer> {
  await raiseWorkItemOnce(context, tx, clinicId, { kind: 'chain-broken', code: 'chain-broken', about: { ...at } });
  return refuse('chain-broken', at);
}

function refuse(code: 'fork' | 'chain-broken' | 'unknown-epoch', at: LogPlace): UpAnswer {
  return { ok: false, refusal: { code, at } };
}

function previousEpochOf(body: string): number | undefined {
  try {
    const { previousEpoch } = JSON.parse(body) as { previousEpoch?: unknown };
    return typeof previousEpoch === 'number' ? previousEpoch : undefined;
  } catch {
    return undefined;
  }
}

function isSame(held: Uint8Array | undefined, hash: Uint8Array): boolean {
  return held !== undefined && Buffer.from(held).equals(hash);
}
