import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpTransport } from '@foyer/cloud-sync/transport/http-transport.ts';
import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { applyMergePatch, type Patch, type Snapshot } from '@foyer/contracts/sockets.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { sql } from 'kysely';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPms, type Pms } from './compose.ts';
import type { PmsConfig } from './config/settings.ts';
import { createUser, openSession } from './modules/identity/use-cases.ts';
import { setStaff } from './modules/scheduling/use-cases.ts';
import { addEdge, createClinic, createNetwork, findClinic } from './modules/tenancy/use-cases.ts';
import { aPatientRegistered, aTicketIssued, aWholeVisit } from './testing/facts.ts';
import { aConfiguration, roomOne } from './testing/test-centre.ts';
import { TestEdge } from './testing/test-edge.ts';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.ts';

const never = new AbortController().signal;
let postgres: TestPostgres;
let dataDir: string;
let pms: Pms;
beforeAll(async () => {
  postgres = await startTestPostgres();
  dataDir = await mkdtemp(join(tmpdir(), 'foyer-pms-'));
  pms = createPms(config(), { passwordCost: { memoryCostKiB: 8, timeCost: 1 } });
  await pms.start();
});
afterAll(async () => {
  await pms.stop();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

function config(): PmsConfig {
  return {
    dataDir,
    bind: '127.0.0.1',
    port: 0,
    database: { databaseUrl: postgres.urls.databaseUrl },
    centreKeyFile: join(dataDir, 'centre.key'),
    logLevel: 'silent',
    requestsPerMinute: 100_000,
  };
}

interface Clinic {
  readonly clinicId: string;
  readonly edge: TestEdge;
  readonly transport: HttpTransport;
  readonly token: string;
}

/** A network with one clinic, its edge's line with the key in escrow, and a signed-in administrator. */
async function aClinic(): Promise<Clinic> {
  const { context } = pms;
  const [networkId, clinicId] = [context.newId(), context.newId()];
  await createNetwork(context, { networkId, name: 'Harbour' });
  await createClinic(context, networkId, aConfiguration(clinicId));
  const email = `${clinicId}@clinic.example`;
  await createUser(context, {
    userId: context.newId(),
    networkId,
    email,
    role: 'network-admin',
    clinicId: null,
    password: 'open sesame',
  });
  const edgeToken = (await addEdge(context, clinicId))?.token ?? '';
  const edge = new TestEdge(clinicId);
  edge.at = Date.now();
  edge.businessDay = new Date().toISOString().slice(0, 10);
  const transport = new HttpTransport({ url: pms.url, token: () => edgeToken });
  await transport.escrow(edge.clinicKey, never);
  const signedIn = await post('/api/v1/sign-in', { email, password: 'open sesame' });
  const { token } = (await signedIn.json()) as { token: string };
  return { clinicId, edge, transport, token };
}

/** The token of a program that reads and books for the clinic's network. */
async function anIntegration(clinicId: string): Promise<string> {
  const networkId = (await pms.context.withTenant({ clinicId }, (tx) => findClinic(tx, clinicId)))?.networkId ?? '';
  const email = `integration@${clinicId}.example`;
  const user = { userId: pms.context.newId(), networkId, email, role: 'integration', clinicId: null } as const;
  await createUser(pms.context, user);
  return (await openSession(pms.context, user, minuteMs)).token;
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(pms.url + path, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

function get(path: string, token?: string): Promise<Response> {
  return fetch(pms.url + path, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
}

/** All of an answer but what may always differ. */
async function whole(response: Response): Promise<object> {
  const headers = [...response.headers].filter(([name]) => name !== 'date' && !name.startsWith('x-ratelimit'));
  return { status: response.status, headers, body: await response.text() };
}

describe('the dashboard', () => {
  it('shows the day that the edge relayed', async () => {
    const { clinicId, edge, transport, token } = await aClinic();
    const tillId = edge.newId();
    edge.append({ type: 'v1.ServicePointOpened', body: { servicePointId: roomOne } });
    aWholeVisit(edge, { tillId, receipt: 1 });
    const waiting = aTicketIssued(edge);
    edge.append(waiting);
    const here = aTicketIssued(edge);
    edge.append(here);
    const at = { ticketId: here.body.ticketId, servicePointId: roomOne };
    edge.append({
      type: 'v1.TicketCalled',
      body: { ...at, callId: edge.newId(), rule: 'next', waiting: 2 },
    });
    edge.append({ type: 'v1.ServiceStarted', body: { ...at, roomState: 'with-nurse' } });
    edge.append({ type: 'v1.RoomStateChanged', body: { ...at, from: 'with-nurse', to: 'ready-for-doctor' } });
    const room = { state: 'ready-for-doctor', since: edge.at };
    await transport.push(edge.batch(), never);

    const response = await get(`/api/v1/clinics/${clinicId}/day?date=${edge.businessDay}`, token);
    const day = (await response.json()) as ClinicDay;
    expect(day).toMatchObject({
      clinic: { id: clinicId, name: 'Harbour Street', currency: 'EUR', businessDayStartsAt: '04:00' },
      booked: 0,
      arrived: 3,
      arrivedWithoutBooking: 3,
      waiting: 1,
      withStaff: 1,
      served: 1,
      notHere: 0,
      onHold: 0,
      takings: {
        currency: 'EUR',
        totalMinor: 4500,
        byMeans: [{ means: 'cash', amountMinor: 4500, payments: 1 }],
      },
      rooms: [
        { id: roomOne, name: { en: 'Room 1', es: 'Sala 1' }, state: 'open', ticketNumber: here.body.number, room },
      ],
      edge: { state: 'live', quarantined: false, newestFactAt: edge.at },
      workItems: [],
    });
    expect(day.hours).toMatchObject([{ arrived: 3, served: 1, medianWaitMinutes: 0 }]);
  });

  it('lists only the clinics of the network, and answers another’s as one that does not exist', async () => {
    const [mine, other] = [await aClinic(), await aClinic()];
    const list = (await (await get('/api/v1/clinics', mine.token)).json()) as {
      clinics: { id: string }[];
    };
    expect(list.clinics.map(({ id }) => id)).toEqual([mine.clinicId]);
    const nobody = uuidV7(Date.now(), randomBytes(10));
    for (const path of ['day', `patients/${nobody}`, 'appointments']) {
      const [theirs, none] = [
        await whole(await get(`/api/v1/clinics/${other.clinicId}/${path}`, mine.token)),
        await whole(await get(`/api/v1/clinics/${nobody}/${path}`, mine.token)),
      ];
      expect(theirs).toEqual(none);
      expect(theirs).toMatchObject({ status: 404 });
    }
  });

  it('is signed in to by a cookie that scripts cannot read, and signed out of', async () => {
    const { clinicId } = await aClinic();
    const response = await post('/api/v1/sign-in', {
      email: `${clinicId}@clinic.example`,
      password: 'open sesame',
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect(await (await fetch(`${pms.url}/api/v1/me`, { headers })).json()).toMatchObject({
      role: 'network-admin',
      networkName: 'Harbour',
    });
    await post('/api/v1/sign-out', {}, headers);
    expect((await fetch(`${pms.url}/api/v1/me`, { headers })).status).toBe(401);
  });
});

describe('the centre itself', () => {
  it('says how it is to whoever runs clinics and to no program, and has a page of the runbook for each alarm', async () => {
    const { clinicId, token } = await aClinic();
    const state = await get('/api/v1/centre-state', token);
    expect(await state.json()).toEqual({ serverTime: expect.any(Number) });
    expect((await get('/api/v1/centre-state', await anIntegration(clinicId))).status).toBe(403);
    const page = await get('/runbook/standby-lost');
    expect(page.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await page.text()).toContain('FOYER_STANDBY_LOST');
    for (const path of ['/runbook/README', '/runbook/..%2Fcentre']) expect((await get(path)).status).toBe(400);
  });
});

describe('bad input', () => {
  it.each([
    ['a body that is not JSON', () => post('/api/v1/sign-in', '{'), 400, 'not-json'],
    ['a body of another kind', () => post('/api/v1/sign-in', 'x', { 'content-type': 'text/plain' }), 400, 'not-json'],
    ['a missing field', () => post('/api/v1/sign-in', { email: 'a@b.c' }), 400, 'invalid-request'],
    [
      'a body of 1 MB',
      () => post('/api/v1/sign-in', { email: 'a'.repeat(1 << 20), password: 'x' }),
      413,
      'body-too-large',
    ],
    ['no credential', () => get('/api/v1/me'), 401, 'unauthenticated'],
    ['a made-up credential', () => get('/api/v1/me', 'A'.repeat(64)), 401, 'unauthenticated'],
    ['an unknown path', () => get('/api/v1/nothing'), 404, 'not-found'],
    ['an id that is none', async () => get('/api/v1/clinics/1/day', (await aClinic()).token), 400, 'invalid-request'],
  ])('gets a coded answer: %s', async (_, send, status, code) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ok: false, error: { code } });
  });

  it('names the field that is wrong', async () => {
    const response = await post('/api/v1/sign-in', { email: 'a@b.c' });
    expect(await response.json()).toMatchObject({ error: { path: '/password' } });
  });
});

describe('a patient’s record', () => {
  it('is shown with a note of who looked, which the service itself cannot take back', async () => {
    const { clinicId, edge, transport, token } = await aClinic();
    const { subjectId } = edge.append(aPatientRegistered(edge, { name: { family: 'Nowak' } }));
    await transport.push(edge.batch(), never);
    const response = await get(`/api/v1/clinics/${clinicId}/patients/${subjectId}`, token);
    expect(await response.json()).toMatchObject({
      id: subjectId,
      details: { name: { family: 'Nowak' } },
      erased: false,
    });
    const noted = await pms.context.withTenant({ clinicId }, (tx) =>
      sql`select action, patient_id from access_log`.execute(tx),
    );
    expect(noted.rows).toEqual([{ action: 'patient-read', patient_id: subjectId }]);
    for (const change of ['delete from access_log', `update log_rows set body = '{}'`]) {
      const attempt = pms.context.withTenant({ clinicId }, (tx) => sql.raw(change).execute(tx));
      await expect(attempt).rejects.toThrow(/permission denied/);
    }
  });
});

describe('a work item', () => {
  it('is settled by an administrator of the clinic, once, with a note of who did it', async () => {
    const { clinicId, edge, transport, token } = await aClinic();
    edge.append({ type: 'v1.RequestRaised', body: { requestId: edge.newId(), kind: 'paint-ticket', about: {} } });
    await transport.push(edge.batch(), never);
    const workItems = async () =>
      ((await (await get(`/api/v1/clinics/${clinicId}/day`, token)).json()) as ClinicDay).workItems;
    const [item] = await workItems();
    const resolve = (headers: Record<string, string>) =>
      post(`/api/v1/clinics/${clinicId}/work-items/${item?.id}/resolve`, {}, headers);
    const mine = { authorization: `Bearer ${token}` };
    const integration = { authorization: `Bearer ${await anIntegration(clinicId)}` };
    const answers = [await resolve({}), await resolve(integration), await resolve(mine), await resolve(mine)];
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 200, 404]);
    expect(await workItems()).toEqual([]);
    const noted = await pms.context.withTenant({ clinicId }, (tx) =>
      sql`select action, work_item_id from access_log`.execute(tx),
    );
    expect(noted.rows).toEqual([{ action: 'work-item-resolved', work_item_id: item?.id }]);
  });
});

describe('the relay over HTTP', () => {
  it('refuses a batch of another clinic than the credential’s', async () => {
    const [mine, other] = [await aClinic(), await aClinic()];
    other.edge.append(aTicketIssued(other.edge));
    await expect(mine.transport.push(other.edge.batch(), never)).rejects.toMatchObject({
      facts: { status: 403 },
    });
  });

  it('answers a gap as a refusal that the edge understands', async () => {
    const { edge, transport } = await aClinic();
    edge.append(aTicketIssued(edge));
    edge.append(aTicketIssued(edge));
    expect(await transport.push(edge.batch(2), never)).toMatchObject({
      ok: false,
      refusal: { code: 'gap', expected: { epoch: 1, seq: 1 } },
    });
    expect(await transport.position(never)).toEqual({ epoch: 0, seq: 0, hash: null, speaks: [2, 1] });
  });

  it('sends the feed compressed, as the edge’s line asks for it and reads it', async () => {
    const { clinicId, transport } = await aClinic();
    const { token = '' } = (await addEdge(pms.context, clinicId)) ?? {};
    const staff = Array.from({ length: 20 }, () => pms.context.newId()).map(
      (staffId) => ({ staffId, name: 'Dr Yılmaz', roles: ['nurse'], pinHash: '-', active: true }) as const,
    );
    await pms.context.withTenant({ clinicId }, (tx) => setStaff(tx, clinicId, staff));
    const response = await get('/sync/v1/feed?after=0&wait=0', token);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const { items } = (await response.json()) as { items: unknown[] };
    expect((await transport.pull(0, 0, never)).items).toEqual(items);
  });

  it('keeps a dashboard’s user out, and an edge out of the dashboard', async () => {
    const { token } = await aClinic();
    expect((await get('/sync/v1/position', token)).status).toBe(401);
  });
});

describe('a ticket page', () => {
  it('follows its ticket, and its command comes back as the clinic’s answer', async () => {
    const { edge, transport } = await aClinic();
    edge.append(aTicketIssued(edge));
    const issued = aTicketIssued(edge);
    const { ticketId, publicId } = issued.body;
    edge.append(issued);
    await transport.push(edge.batch(), never);
    const page = await openPage(publicId);
    expect(page.view()).toMatchObject({
      id: ticketId,
      state: 'waiting',
      ahead: 1,
      clinicName: 'Harbour Street',
    });

    const commandId = uuidV7(Date.now(), randomBytes(10));
    const command = { commandId, type: 'hold', ticketId };
    expect(await page.command(command)).toEqual({ ok: true, pending: true, status: 200 });
    expect(await page.command(command)).toEqual({ ok: true, pending: true, status: 200 });
    const feed = await transport.pull(0, 0, never);
    const requests = feed.items.filter(({ kind }) => kind === 'request');
    expect(requests.map(({ body }) => body)).toEqual([
      { requestId: commandId, kind: 'ticket-command', body: { ticketId, command } },
    ]);

    edge.append({ type: 'v1.TicketHeld', body: { ticketId, byTicket: true } });
    edge.append({ type: 'v1.RequestAnswered', body: { requestId: commandId, accepted: true } });
    const held = page.until((view) => view.state === 'on-hold');
    await transport.push(edge.batch(3), never);
    expect(await held).toMatchObject({ state: 'on-hold', heldByMe: true, ahead: 0 });
    page.close();
  });

  it('may command its own ticket alone, and survives a client that wants no answer', async () => {
    const { edge, transport } = await aClinic();
    const [mine, other] = [aTicketIssued(edge), aTicketIssued(edge)];
    edge.append(mine);
    edge.append(other);
    await transport.push(edge.batch(), never);
    const page = await openPage(mine.body.publicId);
    const commandId = uuidV7(Date.now(), randomBytes(10));
    const foreign = { commandId, type: 'hold', ticketId: other.body.ticketId };
    expect(await page.command(foreign)).toMatchObject({
      ok: false,
      refusal: { code: 'not-your-ticket' },
      status: 409,
    });
    expect(await page.command({ commandId, type: 'call-next', servicePointId: roomOne })).toMatchObject({
      status: 400,
    });
    page.socket.emit('command', { commandId, type: 'hold', ticketId: mine.body.ticketId });
    page.socket.emit('catch-up', null);
    expect(await page.command('nonsense')).toMatchObject({ status: 400 });
    page.close();
  });

  it('does not open for an id that nobody has', async () => {
    await expect(openPage('A'.repeat(22))).rejects.toThrow('not-found');
    await expect(openPage('../etc/passwd')).rejects.toThrow('not-found');
    expect((await get(`/t/${'A'.repeat(22)}/view`)).status).toBe(404);
  });

  it('catches up by the patches it missed, or by a snapshot of another stream', async () => {
    const { edge, transport } = await aClinic();
    const issued = aTicketIssued(edge);
    edge.append(issued);
    await transport.push(edge.batch(), never);
    const page = await openPage(issued.body.publicId);
    const start = page.position();
    edge.append({
      type: 'v1.TicketClosed',
      body: { ticketId: issued.body.ticketId, outcome: 'left' },
    });
    const left = page.until((view) => view.state === 'left');
    await transport.push(edge.batch(2), never);
    await left;
    expect(await page.socket.emitWithAck('catch-up', start)).toEqual({ ok: true, sent: 'patches' });
    expect(await page.socket.emitWithAck('catch-up', { ...start, stream: 'other' })).toEqual({
      ok: true,
      sent: 'snapshot',
    });
    page.close();
  });
});

describe('both servers’ routes', () => {
  it('say that it lives, that it can serve, what it counts and what it offers', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ ok: true });
    expect(await (await get('/readyz')).json()).toEqual({
      ok: true,
      dependencies: [{ name: 'database', ok: true }],
    });
    expect(await (await get('/metrics')).text()).toContain('foyer_http_request_seconds_count');
    const document = (await (await get('/openapi.json')).json()) as { paths: object };
    expect(Object.keys(document.paths)).toContain('/api/v1/clinics/{clinicId}/day');
  });

  it('carry a strict content policy that works on a LAN address', async () => {
    const { headers } = await get('/healthz');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|upgrade-insecure-requests/);
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});

describe('stopping', () => {
  it('lets a waiting edge go and ends at once', async () => {
    const { clinicId } = await aClinic();
    const { token = '' } = (await addEdge(pms.context, clinicId)) ?? {};
    const second = createPms(config());
    await second.start();
    const poll = (after: number): Promise<Response> =>
      fetch(`${second.url}/sync/v1/feed?after=${after}&wait=60`, {
        headers: { authorization: `Bearer ${token}` },
      });
    const { next } = (await (await poll(0)).json()) as { next: number };
    const arrived = second.context.now();
    const waiting = poll(next).then(
      (response) => response.status,
      () => 'closed',
    );
    await vi.waitFor(async () => {
      const { rows } = await pms.context.withTenant({ clinicId }, (tx) =>
        sql<{ heard: number }>`select heard_at as heard from inbox_heads`.execute(tx),
      );
      expect(rows[0]?.heard).toBeGreaterThanOrEqual(arrived);
    });
    await second.stop();
    const answer = await waiting;
    expect([200, 'closed']).toContain(answer);
  });
});

interface OpenPage {
  readonly socket: Socket;
  view(): TicketView;
  position(): { stream: string; seq: number };
  until(condition: (view: TicketView) => boolean): Promise<TicketView>;
  command(command: unknown): Promise<unknown>;
  close(): void;
}

async function openPage(publicId: string): Promise<OpenPage> {
  const socket = io(`${pms.url}/ticket`, {
    auth: { token: publicId },
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
  });
  let held: Snapshot<TicketView> | undefined;
  let waiting: { condition: (view: TicketView) => boolean; resolve: (view: TicketView) => void }[] = [];
  const changed = (next: Snapshot<TicketView>): void => {
    held = next;
    for (const each of waiting) if (each.condition(next.view)) each.resolve(next.view);
    waiting = waiting.filter((each) => !each.condition(next.view));
  };
  await new Promise<void>((resolve, reject) => {
    socket.once('snapshot', () => resolve());
    socket.once('connect_error', reject);
    socket.on('snapshot', changed);
    socket.on('patch', (patch: Patch) => {
      if (held?.stream !== patch.stream || held.seq !== patch.prevSeq) return;
      changed({ ...held, seq: patch.seq, view: applyMergePatch(held.view, patch.changes) });
    });
  });
  return {
    socket,
    view: () => held!.view,
    position: () => ({ stream: held!.stream, seq: held!.seq }),
    until: (condition) =>
      new Promise((resolve) => {
        waiting.push({ condition, resolve });
      }),
    command: (command) => socket.emitWithAck('command', command) as Promise<unknown>,
    close: () => socket.disconnect(),
  };
}
