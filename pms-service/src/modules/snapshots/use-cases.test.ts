import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreCodeMs, restoreMs } from '@foyer/contracts/backup-protocol.ts';
import {
  mostSnapshotBytes,
  type Snapshot,
  snapshotText,
  type SnapshotPiece,
} from '@foyer/contracts/snapshot-protocol.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { aTicketIssued } from '../../testing/facts.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { giveRestoreCode, openRestore, readRestoredChunk } from '../backups/use-cases-restore.ts';
import { createUser } from '../identity/use-cases.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { selectSnapshots } from './queries.ts';
import { beginEpochAt, openTakeOver, readPieceChunk, readSnapshot, readTakenRows } from './use-cases-take-over.ts';
import { beginSnapshot, keepSnapshot, readLatestEpoch, takePieceChunk } from './use-cases.ts';

let centre: TestCentre;
let admin: { readonly userId: string; readonly networkId: string; readonly clinicId: null };
beforeAll(async () => {
  centre = await startTestCentre();
  admin = { userId: centre.context.newId(), networkId: centre.networkId, clinicId: null };
  const login = { email: 'admin@c.example', role: 'network-admin', password: 'sesame' } as const;
  await createUser(centre.context, { ...admin, ...login });
});
afterAll(() => centre.stop());

const sumOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
let pieces = 0;
/** A piece of that content, whole at the centre. */
async function sent({ clinicId }: TestEdge, text = 'sealed', epoch = 1): Promise<SnapshotPiece> {
  pieces += 1;
  const name = `box-${String(pieces).padStart(16, '0')}-00000000.foyer-copy`;
  const content = Buffer.from(text);
  const chunk = { epoch, content, sha256: sumOf(content) };
  expect(await takePieceChunk(centre.context, clinicId, { name, number: 0 }, chunk)).toEqual({ ok: true, received: 1 });
  return { name, bytes: content.length, sha256: sumOf(content) };
}
function snapshotOf(all: readonly SnapshotPiece[], seq = 1, epoch = 1): Snapshot {
  const snapshot = { epoch, seq, takenAt: 1, pieces: [...all] };
  return { ...snapshot, sha256: sumOf(snapshotText(snapshot)) };
}
async function keep({ clinicId }: TestEdge, snapshot: Snapshot, alone = false) {
  centre.clock.now += 1_000;
  return keepSnapshot(centre.context, clinicId, { snapshot, alone });
}
const keptOf = ({ clinicId }: TestEdge) =>
  centre.context.withTenant({ clinicId }, async (tx) => (await selectSnapshots(tx, clinicId)).map(({ seq }) => seq));
const heldOf = async ({ clinicId }: TestEdge, names: readonly string[] = []) => {
  const begun = await beginSnapshot(centre.context, clinicId, { epoch: 1, names: [...names] });
  return begun.ok ? begun.pieces.map(({ name }) => name) : begun.refusal.code;
};
const codeFor = async ({ clinicId }: TestEdge) => (await giveRestoreCode(centre.context, admin, clinicId))!.code;
async function openedFor(edge: TestEdge): Promise<string> {
  const opened = await openTakeOver(centre.context, await codeFor(edge));
  return opened.ok ? opened.token : opened.refusal.code;
}

describe('snapshots of a clinic', () => {
  it('are the newest two, with the pieces that one of them names and no other', async () => {
    const edge = await centre.addEdge();
    const [shared, first] = [await sent(edge), await sent(edge)];
    await keep(edge, snapshotOf([shared, first], 1));
    const second = await sent(edge);
    await keep(edge, snapshotOf([shared, second], 2));
    const third = await sent(edge);
    await keep(edge, snapshotOf([shared, third], 3));
    expect(await keptOf(edge)).toEqual([3, 2]);
    expect(await heldOf(edge)).toEqual([shared, second, third].map(({ name }) => name));
  });

  it('are one after an erasure: what it says of before is gone', async () => {
    const edge = await centre.addEdge();
    const before = await sent(edge, 'of before');
    await keep(edge, snapshotOf([before], 1));
    const after = await sent(edge, 'of after');
    await keep(edge, snapshotOf([after], 2), true);
    expect(await keptOf(edge)).toEqual([2]);
    expect(await heldOf(edge)).toEqual([after.name]);
  });

  it('let go of pieces that were sent for one that never came', async () => {
    const edge = await centre.addEdge();
    const [wanted, left] = [await sent(edge), await sent(edge)];
    expect(await heldOf(edge, [wanted.name])).toEqual([wanted.name]);
    expect(await keep(edge, snapshotOf([wanted, left]))).toMatchObject({ refusal: { code: 'snapshot-incomplete' } });
  });

  it('count with every piece and the hash that they were announced with, or not at all', async () => {
    const edge = await centre.addEdge();
    const piece = await sent(edge);
    const other = { ...piece, sha256: sumOf('another') };
    for (const snapshot of [snapshotOf([other]), { ...snapshotOf([piece]), seq: 7 }, snapshotOf([piece, piece])])
      expect(await keep(edge, snapshot)).toMatchObject({ refusal: { code: 'snapshot-incomplete' } });
    expect(await keptOf(edge)).toEqual([]);
  });

  it('take the chunks of a piece in their order, and begin one anew whose sum is another', async () => {
    const { clinicId } = await centre.addEdge();
    const name = 'file-00000000000000000000000000000001.foyer-copy';
    const take = (number: number, text: string, sha256?: string) => {
      const chunk = { epoch: 1, content: Buffer.from(text), ...(sha256 === undefined ? {} : { sha256 }) };
      return takePieceChunk(centre.context, clinicId, { name, number }, chunk);
    };
    expect(await take(1, 'too early')).toEqual({ ok: true, received: 0 });
    expect(await take(0, 'one ')).toEqual({ ok: true, received: 1 });
    expect(await take(1, 'two', sumOf('something else'))).toEqual({ ok: true, received: 0 });
    expect(await take(0, 'one ')).toEqual({ ok: true, received: 1 });
    expect(await take(1, 'two', sumOf('one two'))).toEqual({ ok: true, received: 2 });
    // Whole is whole.
    expect(await take(0, 'three', sumOf('three'))).toEqual({ ok: true, received: 2 });
  });

  it('are bounded, all of a clinic together', async () => {
    const edge = await centre.addEdge();
    const piece = await sent(edge);
    await centre.context.withTenant({ clinicId: edge.clinicId }, (tx) => grown(tx, piece.name));
    const chunk = { epoch: 1, content: Buffer.from('more'), sha256: sumOf('more') };
    const name = 'box-0000000000000001-ffffffff.foyer-copy';
    expect(await takePieceChunk(centre.context, edge.clinicId, { name, number: 0 }, chunk)).toMatchObject({
      refusal: { code: 'snapshot-too-large', mostBytes: mostSnapshotBytes },
    });
  });
});

describe('a clinic that a spare takes over', () => {
  it('is opened by a restore code, once, and gives its rows and its snapshot for six hours', async () => {
    const { context, clock } = centre;
    const edge = await centre.addEdge();
    edge.append(aTicketIssued(edge));
    await takeBatch(context, edge.batch());
    const code = await codeFor(edge);
    expect(await openTakeOver(context, code)).toMatchObject({ refusal: { code: 'no-snapshot' } });
    const piece = await sent(edge);
    await keep(edge, snapshotOf([piece]));
    // It is as good as before: nothing was opened by it.
    const opened = await openTakeOver(context, code);
    const { token } = opened as { token: string };
    expect(opened).toMatchObject({ ok: true, epoch: 1 });
    expect(await openTakeOver(context, code)).toMatchObject({ refusal: { code: 'restore-code-unknown' } });
    expect(await readSnapshot(context, token)).toEqual(snapshotOf([piece]));
    expect(Buffer.from((await readPieceChunk(context, token, { name: piece.name, number: 0 }))!).toString()).toBe(
      'sealed',
    );
    expect((await readTakenRows(context, token, { epoch: 1, seq: 1 }))?.rows).toHaveLength(1);
    // Neither door opens for the other's token.
    expect(await readRestoredChunk(context, token, 0)).toBeUndefined();
    clock.now += restoreMs;
    expect(await readSnapshot(context, token)).toBeUndefined();
    expect(await readTakenRows(context, token, { epoch: 1, seq: 1 })).toBeUndefined();
  });

  it('is not opened by a code that is over, or was used for a backup', async () => {
    const { context, clock } = centre;
    const edge = await centre.addEdge();
    await keep(edge, snapshotOf([await sent(edge)]));
    const code = await codeFor(edge);
    clock.now += restoreCodeMs;
    expect(await openTakeOver(context, code)).toMatchObject({ refusal: { code: 'restore-code-unknown' } });
    expect(await openRestore(context, await codeFor(edge))).toMatchObject({ refusal: { code: 'no-backup' } });
    expect(await readSnapshot(context, 'x'.repeat(64))).toBeUndefined();
  });

  it('is seen by nobody else', async () => {
    const { context } = centre;
    const [edge, another] = [await centre.addEdge(), await centre.addEdge()];
    const piece = await sent(edge);
    await keep(edge, snapshotOf([piece]));
    await keep(another, snapshotOf([await sent(another, 'of another')]));
    const token = await openedFor(another);
    expect(await readPieceChunk(context, token, { name: piece.name, number: 0 })).toBeUndefined();
    expect(await heldOf(another, [piece.name])).not.toContain(piece.name);
    expect(await keep(another, snapshotOf([piece]))).toMatchObject({ refusal: { code: 'snapshot-incomplete' } });
  });

  it('refuses the rows and the snapshots of the lost box from then on, and the epoch of a second spare', async () => {
    const { context } = centre;
    const edge = await centre.addEdge();
    edge.append(aTicketIssued(edge));
    await takeBatch(context, edge.batch());
    await keep(edge, snapshotOf([await sent(edge)]));
    const token = await openedFor(edge);
    expect(await beginEpochAt(context, token, 7)).toEqual({ ok: true });
    expect(await readLatestEpoch(context, edge.clinicId)).toBe(7);
    expect(await beginEpochAt(context, token, 7)).toMatchObject({ refusal: { code: 'edge-replaced', epoch: 7 } });
    edge.append(aTicketIssued(edge));
    expect(await takeBatch(context, edge.batch(2))).toMatchObject({ refusal: { code: 'unknown-epoch' } });
    expect(await heldOf(edge)).toBe('edge-replaced');
    expect(await keep(edge, snapshotOf([], 2))).toMatchObject({ refusal: { code: 'edge-replaced', epoch: 7 } });
    // Its successor, behind the last row that both have.
    edge.rows.pop();
    edge.epoch = 7;
    edge.append({ type: 'v1.EpochBegun', body: { previousEpoch: 1 } });
    expect(await takeBatch(context, edge.batch())).toMatchObject({ ok: true, epoch: 7, seq: 2 });
  });
});

async function grown(tx: Transaction, name: string): Promise<void> {
  await sql`update snapshot_pieces set bytes = ${mostSnapshotBytes} where name = ${name}`.execute(tx);
}
