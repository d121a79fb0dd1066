import { createPublicKey, verify } from 'node:crypto';
import { checkpointMessage, type LogCheckpoint } from '@foyer/contracts/log-checkpoint.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { signCheckpoint } from './checkpoint.ts';
import { isAtMost, ownerOf } from './rules.ts';
import { takeBatch } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

type Edge = Awaited<ReturnType<TestCentre['addEdge']>>;

/** What the clinic's centre would sign now, and in so many days. */
function signedIn(edge: Edge, days: number, held = 30): Promise<LogCheckpoint | undefined> {
  const later = { ...centre.context, now: () => centre.context.now() + days * dayMs };
  return signCheckpoint(later, edge.clinicId, held);
}
function confirmed(edge: Edge, commandId?: string): void {
  edge.append({ type: 'v1.ClockConfirmed', body: {} }, commandId ?? null);
}
async function isSigned(edge: Edge, { epoch, seq, hash, signature }: LogCheckpoint, clinicId = edge.clinicId) {
  const key = await centre.context.withTenant({ clinicId: edge.clinicId }, async (tx) => {
    const { rows } = await sql<{ public_key: Uint8Array }>`
      select public_key from clinic_keys where clinic_id = ${edge.clinicId} and public_key is not null`.execute(tx);
    return rows[0]!.public_key;
  });
  const x = Buffer.from(key).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const message = checkpointMessage(clinicId, { epoch, seq, hash: Buffer.from(hash, 'base64') });
  return verify(null, message, publicKey, Buffer.from(signature, 'base64'));
}

describe('a checkpoint', () => {
  it('is signed of what was received 30 days ago by the centre’s own clock, and of nothing younger', async () => {
    const edge = await centre.addEdge();
    edge.append({ type: 'v1.ClinicInitialised', body: { clinicCode: 'HS' } });
    confirmed(edge);
    confirmed(edge);
    await takeBatch(centre.context, edge.batch());
    expect(await signedIn(edge, 29)).toBeUndefined();
    const signed = await signedIn(edge, 30);
    // The last row may be the first of a command of which more is to come.
    expect(signed).toMatchObject({ epoch: 1, seq: 2, hash: Buffer.from(edge.rows[1]!.hash).toString('base64') });
    expect(await isSigned(edge, signed!)).toBe(true);
    expect(await isSigned(edge, signed!, '01990000-0000-7000-8000-0000000000ff')).toBe(false);
    expect(await signedIn(edge, 30, 365)).toBeUndefined();
    const another = await centre.addEdge();
    expect(await signedIn(another, 90)).toBeUndefined();
  });

  it('never stands within a command', async () => {
    const edge = await centre.addEdge();
    const [one, two] = ['01990000-0000-7000-8000-00000000c001', '01990000-0000-7000-8000-00000000c002'];
    for (const commandId of [one, one, two, two, two]) confirmed(edge, commandId);
    await takeBatch(centre.context, edge.batch());
    expect(await signedIn(edge, 40)).toMatchObject({ seq: 2 });
    confirmed(edge);
    await takeBatch(centre.context, edge.batch());
    expect(await signedIn(edge, 80)).toMatchObject({ seq: 5 });
  });

  it('goes no further than the chain of what is held, and signs nothing while a person has to look', async () => {
    const edge = await centre.addEdge();
    for (let row = 0; row < 3; row += 1) confirmed(edge);
    await takeBatch(centre.context, edge.batch());
    const change = (statement: ReturnType<typeof sql>) =>
      centre.context.withTenant({ clinicId: edge.clinicId }, (tx) => statement.execute(tx));
    // Rows that are there, and that no batch brought.
    await change(sql`insert into log_rows (clinic_id, epoch, seq, id, type, at, business_day, actor, body, prev_hash, hash)
      select clinic_id, epoch, seq + 3, id, type, at, business_day, actor, body, prev_hash, hash from log_rows
      where clinic_id = ${edge.clinicId}`);
    await change(sql`update received_ends set seq = 6 where clinic_id = ${edge.clinicId}`);
    expect(await signedIn(edge, 40)).toMatchObject({ seq: 2 });
    await change(sql`update inbox_heads set quarantined_at = now() where clinic_id = ${edge.clinicId}`);
    expect(await signedIn(edge, 40)).toBeUndefined();
  });

  it('follows the epoch that goes on, whatever the one before had written behind its beginning', () => {
    const begun = [
      { epoch: 1, seq: 1 },
      { epoch: 7, seq: 10 },
      { epoch: 9, seq: 5 },
    ];
    expect([1, 4, 5, 10, 11].map((seq) => ownerOf(begun, seq))).toEqual([1, 1, 9, 9, 9]);
    expect(ownerOf(begun.slice(0, 2), 9)).toBe(1);
    expect(isAtMost({ epoch: 1, seq: 99 }, { epoch: 2, seq: 5 })).toBe(true);
    expect(isAtMost({ epoch: 2, seq: 6 }, { epoch: 2, seq: 5 })).toBe(false);
  });
});
