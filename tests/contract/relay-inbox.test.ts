import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { relayHeaders } from '@foyer/contracts/relay-line.ts';
import { maxBatchBytes, type UpBatch, type WireRow } from '@foyer/contracts/sync-protocol.ts';
import { createPms, type Pms } from '@foyer/pms-service/compose.ts';
import { addEdge, createClinic, createNetwork } from '@foyer/pms-service/modules/tenancy/use-cases.ts';
import { escrowClinicKey } from '@foyer/pms-service/modules/tenancy/use-cases-keys.ts';
import { aTicketIssued } from '@foyer/pms-service/testing/facts.ts';
import { aConfiguration, startTestCentre, type TestCentre } from '@foyer/pms-service/testing/test-centre.ts';
import { TestEdge } from '@foyer/pms-service/testing/test-edge.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../bench/kit/random.ts';
import { holdInboxToModel } from '../faults/relay/inbox-contract.ts';

let centre: TestCentre;
let dataDir: string;
let pms: Pms;
let edge: TestEdge;
let token: string;
beforeAll(async () => {
  centre = await startTestCentre();
  dataDir = await mkdtemp(join(tmpdir(), 'foyer-inbox-'));
  pms = createPms({
    dataDir,
    bind: '127.0.0.1',
    port: 0,
    database: { databaseUrl: centre.postgres.urls.databaseUrl },
    centreKeyFile: join(dataDir, 'centre.key'),
    logLevel: 'silent',
    requestsPerMinute: 100_000,
  });
  await pms.start();
  const { context } = pms;
  const [networkId, clinicId] = [context.newId(), context.newId()];
  await createNetwork(context, { networkId, name: 'Quay' });
  await createClinic(context, networkId, aConfiguration(clinicId));
  token = (await addEdge(context, clinicId))?.token ?? '';
  edge = new TestEdge(clinicId);
  await escrowClinicKey(context, clinicId, edge.clinicKey);
  for (let tickets = 0; tickets < 3; tickets++) edge.append(aTicketIssued(edge));
});
afterAll(async () => {
  await pms.stop();
  await centre.stop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly code: string;
}

async function post(body: Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(new URL('/sync/v1/rows', pms.url), {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      [relayHeaders.version]: '2',
      ...headers,
    },
  });
  const answer = (await response.json()) as {
    readonly ok: boolean;
    readonly error?: { readonly code: string };
    readonly refusal?: { readonly code: string };
  };
  return { status: response.status, code: answer.error?.code ?? answer.refusal?.code ?? (answer.ok ? 'ok' : 'none') };
}

function packed(batch: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(gzipSync(JSON.stringify(batch), { level: 1 }));
}

/** The batch with another value at this place of its first row. */
function withCell(batch: UpBatch, place: number, value: unknown): unknown {
  return { ...batch, rows: [batch.rows[0]!.map((cell, at) => (at === place ? value : cell)), ...batch.rows.slice(1)] };
}

/** Chained as it should be, whatever it says. */
function wellChained(change: Partial<TestEdge['rows'][number]>): UpBatch {
  const twin = new TestEdge(edge.clinicId);
  twin.epoch = change.epoch ?? 1;
  twin.appendRow({ ...edge.rows[0]!, ...change });
  return twin.batch();
}

const flippedBit = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte));

describe('what the centre makes of a request that is not what it should be', () => {
  it.each<[what: string, body: () => Uint8Array<ArrayBuffer>, status: number, code: string | RegExp]>([
    ['a flipped bit in what is packed', () => flippedBit(packed(edge.batch())), 400, 'not-json'],
    ['a packed body that ends early', () => packed(edge.batch()).slice(0, 120), 400, 'not-json'],
    ['nothing', () => new Uint8Array(), 400, 'not-json'],
    ['what is not packed at all', () => Uint8Array.from(Buffer.from('{"version":2}')), 400, 'not-json'],
    ['a gigabyte of zeros in a megabyte', () => bomb(), 413, 'body-too-large'],
    ['a number below one', () => packed(withCell(edge.batch(), 0, -1)), 400, 'invalid-request'],
    ['a number beyond 2^53', () => packed(withCell(edge.batch(), 0, 2 ** 53)), 400, 'invalid-request'],
    ['a number that is none', () => packed(withCell(edge.batch(), 0, '1')), 400, 'invalid-request'],
    ['the same number twice', () => packed(withCell(edge.batch(), 0, 2)), 409, 'chain-broken'],
    ['no rows', () => packed({ ...edge.batch(), rows: [] }), 400, 'invalid-request'],
    ['more rows than a batch may have', () => packed(manyRows(5_001)), 400, 'invalid-request'],
    ['a hundred thousand rows', () => packed(manyRows(100_000)), 413, 'body-too-large'],
    ['rows of a version to come', () => packed({ ...edge.batch(), version: 9 }), 400, 'invalid-request'],
    ['another clinic', () => packed({ ...edge.batch(), clinicId: centre.networkId }), 403, 'batch-of-another-clinic'],
    ['an epoch that no column holds', () => packed(wellChained({ epoch: 2 ** 31 })), 400, 'invalid-request'],
    ['a day that there is not', () => packed(wellChained({ businessDay: '2026-02-31' })), 400, 'invalid-request'],
    ['a sign that no text holds', () => packed(wellChained({ body: '{"a":"\0"}' })), 400, 'invalid-request'],
    ['half an epoch', () => packed(epochBehind(1.5)), 409, 'gap'],
    ['an epoch without an end', () => packed(epochBehind(1e300)), 409, 'gap'],
  ])('refuses %s', async (_what, body, status, code) => {
    await expect(post(body())).resolves.toEqual({ status, code });
  });

  it('speaks no version that is not known, and says which it speaks', async () => {
    const headers = { [relayHeaders.version]: '9' };
    expect(await post(packed(edge.batch()), headers)).toEqual({ status: 426, code: 'protocol-too-new' });
  });

  it('unpacks no more of a bomb than a batch may have', async () => {
    const body = bomb();
    const before = process.memoryUsage().rss;
    for (let sent = 0; sent < 3; sent++) await post(body);
    expect(process.memoryUsage().rss - before).toBeLessThan(16 * maxBatchBytes);
  });

  it('takes a request that somebody caught and sends again, and nothing changes', async () => {
    const body = packed(edge.batch());
    expect(await post(body)).toEqual({ status: 200, code: 'ok' });
    expect(await post(body)).toEqual({ status: 200, code: 'ok' });
    const position = await fetch(new URL('/sync/v1/position', pms.url), {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await position.json()).toMatchObject({ epoch: 1, seq: 3 });
  });
});

describe('a line that is cut under a batch', () => {
  it('leaves no turn taken, however early it is cut', async () => {
    const body = packed(edge.batch());
    const head = [
      'POST /sync/v1/rows HTTP/1.1',
      'host: centre',
      `authorization: Bearer ${token}`,
      'content-type: application/json',
      'content-encoding: gzip',
      `content-length: ${body.length}`,
      `${relayHeaders.version}: 2`,
    ].join('\r\n');
    for (let cut = 0; cut < 40; cut++) {
      const line = connect(Number(new URL(pms.url).port), '127.0.0.1');
      await once(line, 'connect');
      await new Promise<void>((resolve) => line.write(`${head}\r\n\r\n`, () => resolve()));
      line.write(body.subarray(0, cut));
      // Before, while and after the centre has found out who asks.
      for (let turns = 0; turns < cut; turns++) await new Promise((resolve) => setImmediate(resolve));
      line.destroy();
      await once(line, 'close');
    }
    await expect.poll(async () => (await post(body)).code, { timeout: 5_000 }).toBe('ok');
  });
});

describe('the inbox and its model', () => {
  it('give the same answers to the same batches, of whatever box', async () => {
    const { violations, answers } = await holdInboxToModel(centre, 120, createRandom(7));
    expect(violations).toEqual([]);
    expect([...answers.keys()].toSorted()).toEqual([
      'chain-broken',
      'edge-cloned',
      'fork',
      'gap',
      'ok',
      'unknown-epoch',
    ]);
  }, 60_000);
});

/** A gigabyte is sixty times what a batch may have; this is packed once. */
let packedBomb: Uint8Array<ArrayBuffer> | undefined;
function bomb(): Uint8Array<ArrayBuffer> {
  if (packedBomb === undefined) {
    const part = gzipSync(Buffer.alloc(maxBatchBytes), { level: 1 });
    packedBomb = Uint8Array.from(Buffer.concat(Array.from({ length: 64 }, () => part)));
  }
  return packedBomb;
}

function manyRows(count: number): UpBatch {
  const batch = edge.batch(1, 1);
  return { ...batch, rows: Array.from({ length: count }, (_, at) => batch.rows[0]!.with(0, at + 1) as WireRow) };
}

/** The first row of the second epoch, which names the one before it. */
function epochBehind(previousEpoch: number): UpBatch {
  return wellChained({ epoch: 2, seq: 4, type: 'v1.EpochBegun', body: JSON.stringify({ previousEpoch }) });
}
