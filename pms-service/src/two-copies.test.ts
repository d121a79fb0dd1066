// Two copies of the service on one database, as behind one address: whatever one is told, the other knows.

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpTransport } from '@foyer/cloud-sync/transport/http-transport.ts';
import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import { applyMergePatch, type Patch, type Snapshot } from '@foyer/contracts/sockets.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { sql } from 'kysely';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPms, type Pms } from './compose.ts';
import { readConfig } from './config/settings.ts';
import { createUser } from './modules/identity/use-cases.ts';
import { setStaff } from './modules/scheduling/use-cases.ts';
import { addEdge, createClinic, createNetwork } from './modules/tenancy/use-cases.ts';
import { aTicketIssued } from './testing/facts.ts';
import { aConfiguration } from './testing/test-centre.ts';
import { TestEdge } from './testing/test-edge.ts';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.ts';

const never = new AbortController().signal;
let postgres: TestPostgres;
let dataDir: string;
let here: Pms;
let other: ChildProcess;
let otherUrl: string;
let clinicId: string;
let edge: TestEdge;
let edgeToken: string;
let dashboardToken: string;
const [email, password] = ['wei-ling@harbour.example', 'open sesame'];

beforeAll(async () => {
  postgres = await startTestPostgres();
  dataDir = await mkdtemp(join(tmpdir(), 'foyer-copies-'));
  const environment = {
    DATABASE_URL: postgres.urls.databaseUrl,
    FOYER_DATA_DIR: dataDir,
    FOYER_BIND: '127.0.0.1',
    FOYER_PMS_PORT: '0',
    FOYER_LOG_LEVEL: 'silent',
  };
  here = createPms(readConfig(environment), { passwordCost: { memoryCostKiB: 8, timeCost: 1 } });
  await here.start();
  other = fork(join(import.meta.dirname, 'testing/copy-of-centre.ts'), {
    env: { PATH: process.env['PATH'], ...environment },
  });
  [otherUrl] = (await once(other, 'message')) as [string];
  const { context } = here;
  const networkId = context.newId();
  clinicId = context.newId();
  await createNetwork(context, { networkId, name: 'Harbour' });
  await createClinic(context, networkId, aConfiguration(clinicId));
  const user = { userId: context.newId(), networkId, email, role: 'network-admin', clinicId: null } as const;
  await createUser(context, { ...user, password });
  edgeToken = (await addEdge(context, clinicId))?.token ?? '';
  dashboardToken = await tokenFrom(otherUrl);
  edge = new TestEdge(clinicId);
  edge.at = Date.now();
  edge.businessDay = new Date().toISOString().slice(0, 10);
});
afterAll(async () => {
  other.kill('SIGKILL');
  await here.stop();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

function line(url: string): HttpTransport {
  return new HttpTransport({ url, token: () => edgeToken });
}

function signIn(url: string, typed = password): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${url}/api/v1/sign-in`, { method: 'POST', headers, body: JSON.stringify({ email, password: typed }) });
}

function get(url: string, path: string, token: string): Promise<Response> {
  return fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
}

async function tokenFrom(url: string): Promise<string> {
  return ((await (await signIn(url)).json()) as { token: string }).token;
}

async function stateOfWork(): Promise<unknown> {
  return here.context.withTenant({ clinicId }, async (tx) => [
    (await sql`select number, kind, thing_id from feed_entries order by number`.execute(tx)).rows,
    (await sql`select number, schedule_until, compacted_on from feed_heads`.execute(tx)).rows,
  ]);
}

/** The page of a ticket; resolves with each view that fits. */
async function openPage(url: string, publicId: string): Promise<{ socket: Socket; until: UntilView }> {
  const socket = io(`${url}/ticket`, {
    auth: { token: publicId },
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
  });
  let held: Snapshot<TicketView> | undefined;
  const told = new EventTarget();
  socket.on('snapshot', (snapshot: Snapshot<TicketView>) => {
    held = snapshot;
    told.dispatchEvent(new Event('view'));
  });
  socket.on('patch', (patch: Patch) => {
    if (held?.stream !== patch.stream || held.seq !== patch.prevSeq) return;
    held = { ...held, seq: patch.seq, view: applyMergePatch(held.view, patch.changes) };
    told.dispatchEvent(new Event('view'));
  });
  const until: UntilView = async (fits) => {
    while (held === undefined || !fits(held.view)) await once(told, 'view');
    return held.view;
  };
  await until(() => true);
  return { socket, until };
}

type UntilView = (fits: (view: TicketView) => boolean) => Promise<TicketView>;

describe('two copies of the service', () => {
  it('know each other’s sessions, and who signed out', async () => {
    const token = await tokenFrom(here.url);
    expect((await get(otherUrl, '/api/v1/me', token)).status).toBe(200);
    await fetch(`${otherUrl}/api/v1/sign-out`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    expect((await get(here.url, '/api/v1/me', token)).status).toBe(401);
  });

  it('count wrong passwords together', async () => {
    for (const url of [here.url, otherUrl, here.url, otherUrl]) await signIn(url, 'guessed');
    expect((await signIn(here.url)).status).toBe(200);
    await Promise.all([here.url, otherUrl, here.url, otherUrl, here.url].map((url) => signIn(url, 'guessed')));
    for (const url of [here.url, otherUrl]) {
      expect(await (await signIn(url)).json()).toMatchObject({ error: { code: 'account-locked' } });
    }
  });

  it('show at one what an edge sent to the other: on a page that is open, and on the dashboard', async () => {
    await line(here.url).escrow(edge.clinicKey, never);
    const [first, mine] = [aTicketIssued(edge), aTicketIssued(edge)];
    edge.append(first);
    edge.append(mine);
    expect(await line(here.url).push(edge.batch(), never)).toMatchObject({ ok: true, seq: 2 });
    const page = await openPage(otherUrl, mine.body.publicId);
    expect(await page.until(() => true)).toMatchObject({ state: 'waiting', ahead: 1 });
    edge.append({ type: 'v1.TicketHeld', body: { ticketId: mine.body.ticketId, byTicket: true } });
    const held = page.until(({ state }) => state === 'on-hold');
    expect(await line(here.url).push(edge.batch(3), never)).toMatchObject({ ok: true, seq: 3 });
    await held;
    page.socket.disconnect();
    const day = await get(otherUrl, `/api/v1/clinics/${clinicId}/day?date=${edge.businessDay}`, dashboardToken);
    expect((await day.json()) as ClinicDay).toMatchObject({ arrived: 2, onHold: 1 });
  });

  it('take a batch once that is sent to both', async () => {
    const from = edge.rows.length + 1;
    for (let tickets = 0; tickets < 20; tickets++) edge.append(aTicketIssued(edge));
    const answers = await Promise.all([here.url, otherUrl].map((url) => line(url).push(edge.batch(from), never)));
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, seq: edge.rows.length, dead: 0 });
    const { rows } = await here.context.withTenant({ clinicId }, (tx) =>
      sql<{ n: number }>`select count(*) as n from log_rows`.execute(tx),
    );
    expect(rows).toEqual([{ n: edge.rows.length }]);
  });

  it('do what is due once, whichever of them is asked', async () => {
    const leaves = {
      staffId: here.context.newId(),
      name: 'Ana',
      roles: ['nurse'],
      pinHash: '-',
      active: true,
    } as const;
    await here.context.withTenant({ clinicId }, (tx) => setStaff(tx, clinicId, [{ ...leaves, until: '2026-01-01' }]));
    await Promise.all([here.url, otherUrl, here.url, otherUrl].map((url) => line(url).pull(0, 0, never)));
    const done = await stateOfWork();
    await Promise.all([here.url, otherUrl].map((url) => line(url).pull(0, 0, never)));
    expect(await stateOfWork()).toEqual(done);
    const { items } = await line(otherUrl).pull(0, 0, never);
    const ended = items.filter(({ id }) => id === leaves.staffId);
    expect(ended.map(({ body }) => (body as { active: boolean }).active)).toEqual([false]);
  });

  it('wake a poll at one by what comes to the other, and one goes on where the other was killed', async () => {
    const { next } = await line(otherUrl).pull(0, 0, never);
    const waiting = line(otherUrl).pull(next, 60, never);
    const comes = { staffId: here.context.newId(), name: 'Bo', roles: ['nurse'], pinHash: '-', active: true } as const;
    await here.context.withTenant({ clinicId }, (tx) => setStaff(tx, clinicId, [comes]));
    const page = await waiting;
    expect(page.items.map(({ id }) => id)).toEqual([comes.staffId]);

    const cut = line(otherUrl).pull(page.next, 60, never);
    const ended = once(other, 'exit');
    other.kill('SIGKILL');
    await Promise.all([expect(cut).rejects.toThrow(), ended]);
    const last = JSON.parse(edge.rows.at(-1)?.body ?? '') as { readonly ticketId: string; readonly publicId: string };
    const goesOn = await openPage(here.url, last.publicId);
    edge.append({ type: 'v1.TicketHeld', body: { ticketId: last.ticketId, byTicket: true } });
    expect(await line(here.url).push(edge.batch(edge.rows.length), never)).toMatchObject({ ok: true });
    await goesOn.until(({ state }) => state === 'on-hold');
    goesOn.socket.disconnect();
  });
});
