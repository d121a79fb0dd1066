// The relay's upper end. A batch is one transaction: its rows, its keys and all their effects are committed together or
// not at all, so that a batch that comes again finds its rows and changes nothing.

import { setImmediate as turn } from 'node:timers/promises';
import { AppError } from '@foyer/contracts/app-error.ts';
import { keyAssociatedData, type LogRow } from '@foyer/contracts/log-row.ts';
import type { Position, UpAnswer, UpBatch } from '@foyer/contracts/sync-protocol.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { announce, visitsTopic } from '../../adapters/postgres/changes.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { beginFeedAnew } from '../feed/use-cases.ts';
import { raiseWorkItem, raiseWorkItemOnce } from '../requests/use-cases.ts';
import { open } from '../seal.ts';
import { openClinicKey } from '../tenancy/use-cases-keys.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import type { DeadLetter } from '../facts/types.ts';
import { refoldVisits, ticketsOf } from '../visits/use-cases.ts';
import { applyEffects } from './effects.ts';
import { carryOutErasures, repeatErasures } from './erasure.ts';
import {
  changeWriter,
  inSavepoint,
  insertDeadLetters,
  insertKeys,
  insertRows,
  isReplaced,
  lockHead,
  moveHead,
  noteHeard,
  noteReceived,
  quarantine,
  selectHashes,
  selectHead,
  selectKeys,
  selectRowsAt,
  selectRowsNaming,
} from './queries.ts';
import { findBrokenLink, type ReadBody, readBodies, readFacts, readRows } from './read-rows.ts';
import { placeBatch, type LogPlace } from './rules.ts';
import type { InboxHead } from './types.ts';

/** No fact of a ticket is further than this from another one of it. */
const reachMs = 4 * dayMs;

/** The life of the clinic's log, as far as it is here; 1 before its first row. */
export async function readEpoch(context: UseCaseContext, clinicId: string): Promise<number> {
  const head = await context.withTenant({ clinicId }, (tx) => selectHead(tx, clinicId));
  return head === undefined || head.epoch === 0 ? 1 : head.epoch;
}

/**
 * What the centre holds of this clinic; the edge's word that it lives is noted. An edge whose own log ends before that, in
 * the same epoch, was restored from an older image or is a copy of another box: a person is told. One that was told of
 * more than is here was told before the centre was restored: its feed begins anew.
 */
export async function readPosition(
  context: UseCaseContext,
  clinicId: string,
  { own, told }: { readonly own?: LogPlace | undefined; readonly told?: LogPlace | undefined } = {},
): Promise<Position> {
  await noteEdgeHeard(context, clinicId, own?.seq);
  return context.withTenant({ clinicId }, async (tx) => {
    const head = await selectHead(tx, clinicId);
    if (told !== undefined && isBehind(head ?? { epoch: 0, seq: 0 }, told)) await beginFeedAnew(tx, clinicId);
    if (head === undefined || head.seq === 0) return { epoch: 0, seq: 0, hash: null };
    if (own !== undefined && own.epoch === head.epoch && own.seq < head.seq) {
      const about = { epoch: head.epoch };
      await raiseWorkItemOnce(context, tx, clinicId, { kind: 'edge-restored', code: 'edge-restored', about });
    }
    return { epoch: head.epoch, seq: head.seq, hash: Buffer.from(head.hash).toString('base64') };
  });
}

/** `ownSeq`: the last row of the edge's own log, where it says. */
export async function noteEdgeHeard(context: UseCaseContext, clinicId: string, ownSeq?: number): Promise<void> {
  await context.withTenant({ clinicId, isNote: true }, (tx) => noteHeard(tx, clinicId, context.now(), ownSeq));
}

/**
 * Takes in a batch whose clinic is the credential's. `behind` is how many rows wait there behind it, where it said. `run` is which run of the edge sent it: rows of one that was replaced
 * are refused, and a fork by one that did not write last stops that box alone. Throws `not-ready` when it holds seals and the clinic's key is not
 * in escrow yet: the edge escrows and sends again.
 */
export async function takeBatch(
  context: UseCaseContext,
  batch: UpBatch,
  run?: string,
  behind?: number,
): Promise<UpAnswer> {
  const { clinicId } = batch;
  const rows = readRows(batch);
  const broken = findBrokenLink(rows);
  const take = async (tx: Transaction): Promise<UpAnswer> => {
    const head = await lockHead(tx, clinicId);
    if (broken !== undefined) return refuseBrokenChain(context, tx, clinicId, { epoch: batch.epoch, seq: broken });
    if (head.quarantined) return refuse('fork', { epoch: head.epoch, seq: head.seq });
    if (batch.epoch < (head.takenOverIn ?? 0)) return refuseLost(context, tx, clinicId, batch);
    const found = await findNewRows(context, tx, head, rows, run);
    if (!found.ok) return found.answer;
    const [newRows, last] = [found.rows, found.rows.at(-1)];
    if (last === undefined) {
      await noteHeard(tx, clinicId, context.now());
      return { ok: true, epoch: head.epoch, seq: head.seq, dead: 0 };
    }
    if (run !== undefined && run !== head.writerRun) {
      if (await isReplaced(tx, clinicId, run)) return refuseClone(context, tx, clinicId, head);
      await changeWriter(tx, clinicId, { from: head.writerRun, to: run }, context.now());
    }
    // What they say is read while the database puts them in place.
    const [bodies] = await Promise.all([turn(newRows).then(readBodies), insertRows(tx, clinicId, newRows)]);
    if (newRows[0]?.type === 'v1.EpochBegun') await repeatErasures(tx, clinicId);
    const dead = await applyRows(context, tx, clinicId, newRows, bodies, batch.keys);
    await moveHead(tx, clinicId, last, context.now(), behind);
    await noteReceived(tx, clinicId, last, context.now());
    await announce(tx, visitsTopic(clinicId));
    return { ok: true, epoch: last.epoch, seq: last.seq, dead };
  };
  return context.withTenant({ clinicId }, take).catch((cause: unknown) => {
    // A number or a date that the database cannot hold is nothing that an edge writes.
    if (isUnfit(cause)) throw new AppError('invalid-request', { clinicId }, { cause });
    throw cause;
  });
}

/** PostgreSQL's class 22, data exceptions. Those of a row's effects were caught where they were applied. */
function isUnfit(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && code.startsWith('22');
}

function isBehind(held: LogPlace, told: LogPlace): boolean {
  return held.epoch < told.epoch || (held.epoch === told.epoch && held.seq < told.seq);
}

type NewRows =
  | { readonly ok: true; readonly rows: readonly LogRow[] }
  | { readonly ok: false; readonly answer: UpAnswer };

async function findNewRows(
  context: UseCaseContext,
  tx: Transaction,
  head: InboxHead,
  rows: readonly LogRow[],
  run: string | undefined,
): Promise<NewRows> {
  const first = rows[0] as LogRow;
  const { clinicId, epoch } = first;
  const lastSeq = first.seq + rows.length - 1;
  const previousEpoch = first.type === 'v1.EpochBegun' ? previousEpochOf(first.body) : undefined;
  const placement = placeBatch(head, { epoch, firstSeq: first.seq, lastSeq, previousEpoch });
  switch (placement.kind) {
    case 'gap':
      // An edge goes on from what it was told: where that is not here any more, the centre was restored.
      if (placement.expected.epoch === epoch) await beginFeedAnew(tx, clinicId);
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
        answer: await refuseFork(context, tx, head, run, after, { stored: held, sent: first.prevHash }, clinicId),
      };
    }
    case 'overlaps': {
      const held = await selectHashes(tx, clinicId, epoch, first.seq, placement.heldUntil);
      const forked = rows.find((row) => row.seq <= placement.heldUntil && !isSame(held.get(row.seq), row.hash));
      if (forked === undefined) return { ok: true, rows: rows.filter((row) => row.seq > placement.heldUntil) };
      const stored = held.get(forked.seq) ?? null;
      return {
        ok: false,
        answer: await refuseFork(context, tx, head, run, forked, { stored, sent: forked.hash }, clinicId),
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
  bodies: readonly ReadBody[],
  sentKeys: UpBatch['keys'],
): Promise<number> {
  if (sentKeys.length > 0) {
    const keys = sentKeys.map(({ subjectId, wrapped }) => ({
      subjectId,
      wrapped: Buffer.from(wrapped, 'base64'),
    }));
    await insertKeys(tx, clinicId, keys);
  }
  const read = readFacts(rows, await openSubjectKeys(context, tx, clinicId, rows), bodies);
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

/**
 * Rows that are held and were not applied when they came, in the order of the log: what still cannot be applied. What came
 * later of their tickets was applied before them, so each of those is folded anew, as if all had come in order.
 */
export async function applyHeldRows(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  rows: readonly LogRow[],
): Promise<readonly DeadLetter[]> {
  const read = readFacts(rows, await openSubjectKeys(context, tx, clinicId, rows));
  const facts = await carryOutErasures(context, tx, clinicId, read.facts);
  const dead = [...read.dead, ...(await applyEffects(context, tx, clinicId, facts))];
  const isDead = new Set(dead.map(placeKey));
  const tickets = ticketsOf(facts.filter((fact) => !isDead.has(placeKey(fact))));
  const [first, last] = [rows[0], rows.at(-1)];
  if (tickets.length > 0 && first !== undefined && last !== undefined) {
    const now = new Map(rows.filter((row) => !isDead.has(placeKey(row))).map((row) => [placeKey(row), row]));
    const also = [...now.values()].map(({ epoch, seq }) => ({ epoch, seq }));
    const around = { from: first.at - reachMs, until: last.at + reachMs, also };
    const held = await selectRowsNaming(tx, clinicId, tickets, around);
    const counted = held.map((row) => now.get(placeKey(row)) ?? row);
    const keys = await openSubjectKeys(context, tx, clinicId, counted);
    await refoldVisits(tx, clinicId, readFacts(counted, keys).facts, tickets);
  }
  await announce(tx, visitsTopic(clinicId));
  return dead;
}

function placeKey({ epoch, seq }: LogPlace): string {
  return `${epoch}.${seq}`;
}

/** Held rows by their places, each with the body that somebody mended, in the order of the log. */
export function findRows(tx: Transaction, clinicId: string, places: readonly LogPlace[]): Promise<readonly LogRow[]> {
  return selectRowsAt(tx, clinicId, places);
}

/** What it could not apply; then nothing of the rest has been applied either. */
export async function tryOut(
  tx: Transaction,
  apply: () => Promise<readonly DeadLetter[]>,
): Promise<readonly DeadLetter[]> {
  let dead: readonly DeadLetter[] = [];
  const undo = new Error('not applied');
  try {
    await inSavepoint(tx, async () => {
      dead = await apply();
      if (dead.length > 0) throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return dead;
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

/** The box that wrote last goes on; two histories under one run are quarantined. */
async function refuseFork(
  context: UseCaseContext,
  tx: Transaction,
  head: InboxHead,
  run: string | undefined,
  place: LogPlace,
  { stored, sent }: { readonly stored: Uint8Array | null; readonly sent: Uint8Array },
  clinicId: string,
): Promise<UpAnswer> {
  if (run === undefined || head.writerRun === null || head.writerRun === run) {
    return quarantineFork(context, tx, clinicId, place, stored, sent);
  }
  const at = { epoch: place.epoch, seq: place.seq };
  await raiseWorkItemOnce(context, tx, clinicId, { kind: 'edge-cloned', code: 'fork', about: { epoch: place.epoch } });
  return refuse('fork', at);
}

/** A spare has taken over from here: the box that is lost hears so before the spare has sent anything. */
async function refuseLost(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  batch: UpBatch,
): Promise<UpAnswer> {
  const about = { epoch: batch.epoch };
  await raiseWorkItemOnce(context, tx, clinicId, { kind: 'unknown-epoch', code: 'unknown-epoch', about });
  return refuse('unknown-epoch', { epoch: batch.epoch, seq: batch.rows[0]?.[0] ?? 0 });
}

/** It was replaced by another box, or a later start, and writes all the same. */
async function refuseClone(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  { epoch, seq }: InboxHead,
): Promise<UpAnswer> {
  await raiseWorkItemOnce(context, tx, clinicId, { kind: 'edge-cloned', code: 'edge-cloned', about: { epoch } });
  return refuse('edge-cloned', { epoch, seq });
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

function refuse(code: 'fork' | 'chain-broken' | 'unknown-epoch' | 'edge-cloned', at: LogPlace): UpAnswer {
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
