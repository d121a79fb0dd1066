// Requests as an edge of version 1 sent them, byte for byte but for its clinic, answered as it expects; and how a centre
// answers what it does not speak. The rows are the worked example of docs/protocol.md.

import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '../../adapters/http/http-server.ts';
import { aConfiguration, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { deviceRoutes } from '../devices/routes.ts';
import type { Caller } from '../route.ts';
import { createClinic } from '../tenancy/use-cases.ts';
import { relayRoutes } from './routes.ts';
import { Doorway } from './doorway.ts';
import { Turnstile } from './turnstile.ts';

const clinicId = '01990000-0000-7000-8000-0000000000c1';
const hashes = [
  'd41c406dbc2c8c1ff1763c940e45486d1468b98816d20478325c6106afb080c0',
  '898f6e5a09d25dfcb3d3fd846df42d78d9010e3617e0ad6993433da9597d36a9',
].map((hex) => Buffer.from(hex, 'hex').toString('base64'));
const recordedRows = JSON.stringify({
  version: 1,
  clinicId,
  epoch: 1,
  prevHash: Buffer.alloc(32).toString('base64'),
  rows: [
    [
      1,
      '01990000-0000-7000-8000-000000000001',
      'v1.ClinicInitialised',
      1795336320000,
      '2026-11-22',
      'system',
      null,
      '{"clinicCode":"HARB"}',
      null,
      null,
      hashes[0],
    ],
    [
      2,
      '01990000-0000-7000-8000-000000000002',
      'v1.ServicePointOpened',
      1795336320005,
      '2026-11-22',
      'system',
      null,
      '{"servicePointId":"01990000-0000-7000-8000-0000000000d1"}',
      null,
      null,
      hashes[1],
    ],
  ],
  keys: [],
});

let centre: TestCentre;
let server: HttpServer;
const turnstile = new Turnstile({ rowsUnderWay: 5_000, batchesUnderWay: 1, waiting: 5, longestWaitMs: 50 }, Date.now);
beforeAll(async () => {
  centre = await startTestCentre();
  await createClinic(centre.context, centre.networkId, aConfiguration(clinicId));
  const ignored = () => undefined;
  const reports = { onRows: ignored, onRefusedBatch: ignored, onBusy: ignored, onHeard: ignored };
  server = await createHttpServer<Caller>({
    routes: [
      ...relayRoutes(centre.context, reports, { doorway: new Doorway(), turnstile }),
      ...deviceRoutes(centre.context),
    ],
    pages: [],
    identify: async () => ({ ok: true, caller: { kind: 'edge', clinicId } }),
    log: false,
    requestsPerMinute: 1_000,
  });
});
afterAll(async () => {
  await server.close();
  await centre.stop();
});

async function send(method: 'GET' | 'PUT' | 'POST', url: string, body?: string, headers: object = {}) {
  const sent = await server.inject({
    method,
    url,
    headers: {
      authorization: 'Bearer edge',
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: gzipSync(body) }),
  });
  return { status: sent.statusCode, body: sent.json() as Record<string, unknown>, headers: sent.headers };
}

describe('an edge of version 1', () => {
  it('gives its key, asks, sends and follows the feed as ever', async () => {
    const clinicKey = randomBytes(32).toString('base64');
    expect((await send('PUT', '/sync/v1/clinic-key', JSON.stringify({ clinicKey }))).body).toEqual({ ok: true });
    expect((await send('GET', '/sync/v1/position')).body).toEqual({ epoch: 0, seq: 0, hash: null });
    const ok = { ok: true, epoch: 1, seq: 2, dead: 0 };
    expect(await send('POST', '/sync/v1/rows', recordedRows)).toMatchObject({ status: 200, body: ok });
    expect((await send('POST', '/sync/v1/rows', recordedRows)).body).toEqual(ok);
    expect((await send('GET', '/sync/v1/position')).body).toEqual({ epoch: 1, seq: 2, hash: hashes[1] });
    const feed = await send('GET', '/sync/v1/feed?after=0&wait=0');
    expect(Object.keys(feed.body).toSorted()).toEqual(['items', 'next', 'serverTime', 'version']);
    expect(feed.body).toMatchObject({ version: 1 });
    const report = JSON.stringify({ at: 1795336320000, devices: [] });
    expect((await send('PUT', '/sync/v1/device-health', report)).body).toEqual({ ok: true });
  });
});

describe('an edge that lets go of its log', () => {
  it('asks up to where, and is told nothing before its days are over', async () => {
    expect((await send('GET', '/sync/v1/checkpoint')).body).toEqual({ checkpoint: null });
    expect((await send('GET', '/sync/v1/checkpoint?days=29')).status).toBe(400);
    await centre.context.withTenant({ clinicId }, (tx) =>
      sql`update received_ends set received_at = '2026-01-01' where clinic_id = ${clinicId}`.execute(tx),
    );
    const { body } = await send('GET', '/sync/v1/checkpoint?days=30');
    expect(body).toMatchObject({ checkpoint: { epoch: 1, seq: 1, hash: hashes[0] } });
  });
});

describe('an edge of version 2', () => {
  const two = { 'foyer-protocol': '2', 'foyer-run': '01990000-0000-4000-8000-0000000000aa' };

  it('hears what the centre speaks, how much to send, and which life its feed is of', async () => {
    expect((await send('GET', '/sync/v1/position', undefined, two)).body).toMatchObject({ speaks: [2, 1] });
    const rows = recordedRows.replace('"version":1', '"version":2');
    const headers = { ...two, 'foyer-rows': '2', 'foyer-behind': '0' };
    expect((await send('POST', '/sync/v1/rows', rows, headers)).body).toMatchObject({
      next: { rows: 5_000, afterMs: 0 },
    });
    expect((await send('GET', '/sync/v1/feed?after=0&wait=0', undefined, two)).body).toMatchObject({
      version: 2,
      incarnation: expect.any(String) as string,
      snapshot: { isLast: true },
    });
  });

  it('may not send more rows than it said', async () => {
    const headers = { ...two, 'foyer-rows': '1' };
    expect(await send('POST', '/sync/v1/rows', recordedRows, headers)).toMatchObject({ status: 400 });
  });

  it('is told to come again while another of its batches is under way, before its body is read', async () => {
    const entry = await turnstile.enter({ clinicId, rows: 10, behind: 0 }, new AbortController().signal);
    const answer = await send('POST', '/sync/v1/rows', 'not even JSON', { ...two, 'foyer-rows': '2' });
    if (entry.ok) entry.release();
    expect(answer).toMatchObject({
      status: 429,
      body: { error: { code: 'one-at-a-time' }, retryAfterMs: 1_000 },
      headers: { 'retry-after': '1' },
    });
  });
});

describe('what the centre does not speak', () => {
  it.each([
    ['3', 'protocol-too-new'],
    ['0', 'protocol-too-old'],
    ['x', 'protocol-too-old'],
  ])('is refused by its version %s, with what it speaks', async (version, code) => {
    const asked = await send('GET', '/sync/v1/position', undefined, { 'foyer-protocol': version });
    expect(asked).toMatchObject({ status: 426, body: { error: { code }, speaks: [2, 1] } });
  });
});
