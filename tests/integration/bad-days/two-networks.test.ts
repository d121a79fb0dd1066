// Two networks in one centre, and callers who try to look across: what is another's is answered, byte for byte, as what
// is nowhere. And what comes in that is no request at all gets a code of the list.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CentreRole } from '@foyer/contracts/centre-api.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { aCommandId } from '@foyer/edge-server/testing/a-command-id.ts';
import { createPms, type Pms } from '@foyer/pms-service/compose.ts';
import { type DemonstrationCredentials, seedDemonstration } from '@foyer/pms-service/demonstration.ts';
import { aTicketIssued, aWholeVisit } from '@foyer/pms-service/testing/facts.ts';
import { aConfiguration, generalService } from '@foyer/pms-service/testing/test-centre.ts';
import { TestEdge } from '@foyer/pms-service/testing/test-edge.ts';
import { startTestPostgres, type TestPostgres } from '@foyer/pms-service/testing/test-postgres.ts';
import { codeOf } from './kit/coded.ts';
import { Screen } from './kit/screen.ts';
import { WeakRole } from './kit/weak-role.ts';

interface Tenant {
  readonly clinic: ClinicConfiguration;
  readonly credentials: DemonstrationCredentials;
  readonly patientId: string;
  readonly appointmentId: string;
  readonly ticketId: string;
  readonly publicId: string;
}

const folder = mkdtempSync(join(tmpdir(), 'foyer-two-'));
let postgres: TestPostgres;
let weak: WeakRole;
let pms: Pms;
let ours: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  postgres = await startTestPostgres();
  weak = await new WeakRole(postgres.urls.databaseUrl).start();
  pms = createPms(
    {
      dataDir: folder,
      bind: '127.0.0.1',
      port: 0,
      database: { databaseUrl: postgres.urls.databaseUrl },
      centreKeyFile: join(folder, 'centre.key'),
      logLevel: 'silent',
      requestsPerMinute: 100_000,
    },
    { passwordCost: { memoryCostKiB: 8, timeCost: 1 } },
  );
  await pms.start();
  ours = await aTenant('ours');
  theirs = await aTenant('theirs');
});
afterAll(async () => {
  await pms.stop();
  await weak.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

/** A network with a clinic, its people, an appointment, and a visit that its edge has relayed. */
async function aTenant(name: string): Promise<Tenant> {
  const clinic = aConfiguration(aCommandId());
  const [patientId, appointmentId] = [aCommandId(), aCommandId()];
  const roles: readonly CentreRole[] = ['clinic-admin', 'network-admin', 'integration'];
  const credentials = await seedDemonstration(pms.context, {
    network: { networkId: aCommandId(), name },
    clinic,
    users: roles.map((role) => ({
      userId: aCommandId(),
      email: `${role}@${name}.example`,
      password: `${name} ${role}`,
      role,
    })),
    staff: [{ staffId: aCommandId(), name: 'Ana Ruiz', roles: ['nurse'], pin: '4711' }],
    prices: [{ serviceId: generalService, amountMinor: 4_500, currency: 'EUR' }],
    patients: [{ patientId, details: { name: { given: 'Ada', family: 'Lovelace' }, birthDate: '1915-12-10' } }],
    appointments: [{ appointmentId, patientId, serviceId: generalService, at: Date.now() + minuteMs, minutes: 20 }],
  });
  const edge = new TestEdge(clinic.clinicId);
  edge.at = Date.now();
  edge.businessDay = new Date().toISOString().slice(0, 10);
  const { ticketId } = aWholeVisit(edge, { tillId: edge.newId(), receipt: 1 });
  const waiting = edge.append(aTicketIssued(edge, { publicId: `${name.padEnd(22, '_')}` }));
  const bearer = { authorization: `Bearer ${credentials.edgeToken}` };
  const clinicKey = Buffer.from(edge.clinicKey).toString('base64');
  const escrowed = await send('PUT', '/sync/v1/clinic-key', { body: { clinicKey }, headers: bearer });
  const relayed = await send('POST', '/sync/v1/rows', { body: edge.batch(), headers: bearer });
  expect([escrowed.status, relayed.status]).toEqual([200, 200]);
  const { publicId } = JSON.parse(waiting.body) as { publicId: string };
  return { clinic, credentials, patientId, appointmentId, ticketId, publicId };
}

interface Sending {
  readonly body?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}
async function send(method: string, path: string, { body, raw, headers = {} }: Sending = {}) {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(pms.url + path, {
    method,
    ...(sent === undefined ? {} : { body: sent }),
    headers: { ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  });
  const text = await response.text();
  const held = [...response.headers].filter(
    ([name]) => name !== 'date' && !name.startsWith('x-ratelimit') && name !== 'retry-after',
  );
  return { status: response.status, headers: held, text };
}
const refusalOf = ({ status, text }: { status: number; text: string }): string =>
  codeOf({ status, body: JSON.parse(text) as Record<string, unknown> });

/** The answer without the ids that the caller sent: one of them may come back. */
function without(ids: readonly string[], answer: Awaited<ReturnType<typeof send>>): object {
  return { ...answer, text: ids.reduce((text, id) => text.replaceAll(id, 'an id'), answer.text) };
}

interface NamedIds {
  readonly patientId: string;
  readonly appointmentId: string;
  readonly workItemId: string;
  readonly conflictId: string;
}

describe('what is another network’s', () => {
  /** Every route that names things, with our own clinic's id where `own` says so. */
  const routes = (clinicId: string, ids: NamedIds, letter = { epoch: '1', seq: '1' }) => {
    const letters = { letters: [{ epoch: 1, seq: 1 }] };
    const oneLetter = `/api/v1/clinics/${clinicId}/dead-letters/${letter.epoch}/${letter.seq}`;
    return [
      ['GET', `/api/v1/clinics/${clinicId}/day`],
      ['GET', `/api/v1/clinics/${clinicId}/day?date=2026-11-22`],
      ['GET', `/api/v1/clinics/${clinicId}/statistics?from=2026-11-20&until=2026-11-22`],
      ['GET', `/api/v1/clinics/${clinicId}/appointments`],
      ['GET', `/api/v1/clinics/${clinicId}/devices`],
      ['GET', `/api/v1/clinics/${clinicId}/patients/${ids.patientId}`],
      [
        'POST',
        `/api/v1/clinics/${clinicId}/patients/${ids.patientId}/details`,
        { patient: { phone: '600 1' }, before: {} },
      ],
      ['POST', `/api/v1/clinics/${clinicId}/patients/find`, { name: 'Lovelace' }],
      ['GET', `/api/v1/clinics/${clinicId}/detail-conflicts`],
      ['POST', `/api/v1/clinics/${clinicId}/detail-conflicts/${ids.conflictId}/choose`, { version: 0 }],
      [
        'POST',
        `/api/v1/clinics/${clinicId}/appointments`,
        { patientId: ids.patientId, serviceId: generalService, at: Date.now(), minutes: 20 },
      ],
      ['POST', `/api/v1/clinics/${clinicId}/appointments/${ids.appointmentId}/cancel`],
      ['POST', `/api/v1/clinics/${clinicId}/work-items/${ids.workItemId}/resolve`],
      ['GET', `/api/v1/clinics/${clinicId}/dead-letters`],
      ['GET', oneLetter],
      ['POST', `/api/v1/clinics/${clinicId}/dead-letters/retry`, letters],
      ['POST', `/api/v1/clinics/${clinicId}/dead-letters/set-aside`, { ...letters, why: 'no longer wanted' }],
      ['POST', `${oneLetter}/mend`, { body: '{}', why: 'no longer wanted' }],
      ['POST', `/api/v1/clinics/${clinicId}/restore-codes`],
    ] as const;
  };
  const anIds = () => ({
    patientId: aCommandId(),
    appointmentId: aCommandId(),
    workItemId: aCommandId(),
    conflictId: aCommandId(),
  });

  it('is every route of the interface that names a thing', async () => {
    const { paths } = JSON.parse((await send('GET', '/openapi.json')).text) as { paths: Record<string, object> };
    const named = Object.keys(paths).filter((path) => path.includes('{clinicId}'));
    const tried = routes(
      '{clinicId}',
      {
        patientId: '{patientId}',
        appointmentId: '{appointmentId}',
        workItemId: '{workItemId}',
        conflictId: '{conflictId}',
      },
      { epoch: '{epoch}', seq: '{seq}' },
    );
    expect(new Set(tried.map(([, path]) => path.split('?')[0]))).toEqual(new Set(named));
  });

  it.each(['clinic-admin', 'network-admin', 'integration'] as const)(
    'is answered to a %s as what is nowhere, at every route',
    async (role) => {
      const headers = { authorization: `Bearer ${ours.credentials.tokens[role] ?? ''}` };
      const real = { ...anIds(), patientId: theirs.patientId, appointmentId: theirs.appointmentId };
      for (const own of [false, true]) {
        const none = anIds();
        const nowhere = own ? ours.clinic.clinicId : aCommandId();
        const across = own ? ours.clinic.clinicId : theirs.clinic.clinicId;
        const pairs = routes(across, real).map((route, index) => [route, routes(nowhere, none)[index]!] as const);
        for (const [[method, path, body], [, otherPath, otherBody]] of pairs) {
          // What names our own clinic and nothing else is ours to ask.
          const isOwn = own && path === otherPath && JSON.stringify(body) === JSON.stringify(otherBody);
          if (isOwn && method !== 'GET') continue;
          const [one, other] = [
            await send(method, path, { body, headers }),
            await send(method, otherPath, { body: otherBody, headers }),
          ];
          const ids = [...Object.values(real), ...Object.values(none), theirs.clinic.clinicId, nowhere];
          if (!isOwn) expect(one.status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
          if (!isOwn) expect(without(ids, one), `${method} ${path}`).toEqual(without(ids, other));
          expect(one.text).not.toContain('Lovelace');
        }
      }
      const listed = await send('GET', '/api/v1/clinics', { headers });
      expect(listed.text).toContain(ours.clinic.clinicId);
      expect(listed.text).not.toContain(theirs.clinic.clinicId);
    },
  );

  it('is unchanged by all that', async () => {
    const [appointment] = await weak.rows(theirs.clinic.clinicId, 'select status from appointments');
    expect(appointment?.['status']).toBe('booked');
  });

  it('cannot be sent rows, keys or questions by our edge', async () => {
    const headers = { authorization: `Bearer ${ours.credentials.edgeToken}` };
    const batchOf = (clinicId: string) => {
      const edge = new TestEdge(clinicId);
      edge.append(aTicketIssued(edge));
      return edge.batch();
    };
    const [known, unknown] = [theirs.clinic.clinicId, aCommandId()];
    const [one, other] = [
      await send('POST', '/sync/v1/rows', { body: batchOf(known), headers }),
      await send('POST', '/sync/v1/rows', { body: batchOf(unknown), headers }),
    ];
    expect(refusalOf(one)).toBe('batch-of-another-clinic');
    expect(without([known, unknown], one)).toEqual(without([known, unknown], other));
    const feed = await send('GET', '/sync/v1/feed?after=0', { headers });
    expect(feed.text).toContain(ours.patientId);
    expect(feed.text).not.toContain(theirs.patientId);
    for (const path of ['/sync/v1/feed', '/sync/v1/position']) {
      expect(
        refusalOf(
          await send('GET', path, {
            headers: { authorization: `Bearer ${ours.credentials.tokens['network-admin'] ?? ''}` },
          }),
        ),
      ).toBe('unauthenticated');
    }
  });

  it('is not there for the database’s own weak role either, in any table', async () => {
    const [mine, other] = [ours.clinic.clinicId, theirs.clinic.clinicId];
    const tables = await weak.tenantTables();
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables) {
      expect(await weak.rows(mine, `select 1 from "${table}" where clinic_id = $1`, [other]), table).toEqual([]);
      expect(await weak.rows(null, `select 1 from "${table}" where clinic_id = $1`, [other]), table).toEqual([]);
    }
    const intrusion = `update patients set details = '{}' where clinic_id = $1 returning 1`;
    expect(await weak.rows(mine, intrusion, [other])).toEqual([]);
    await expect(
      weak.rows(mine, 'insert into dead_letters (clinic_id, epoch, seq, reason, at) values ($1, 1, 1, $2, now())', [
        other,
        'x',
      ]),
    ).rejects.toThrow(/row-level security/);
  });

  it('does not tell by its sign-in whether an address is known', async () => {
    const signIn = (email: string) => send('POST', '/api/v1/sign-in', { body: { email, password: 'wrong' } });
    const [known, unknown] = [await signIn('network-admin@theirs.example'), await signIn('nobody@theirs.example')];
    expect(refusalOf(known)).toBe('wrong-password');
    expect(known).toEqual(unknown);
  });

  it('has a ticket page that takes commands for its own ticket alone', async () => {
    const phone = new Screen(pms.url, '/ticket', { token: theirs.publicId });
    await phone.until(({ state }) => state === 'waiting');
    const { id = '' } = phone.view ?? {};
    const ask = async (command: object) =>
      (await phone.command({ commandId: aCommandId(), ...command })) as unknown as Record<string, unknown>;
    for (const other of [ours.ticketId, theirs.ticketId, aCommandId()]) {
      expect(await ask({ type: 'hold', ticketId: other })).toMatchObject({
        status: 409,
        refusal: { code: 'not-your-ticket' },
      });
      expect(await ask({ type: 'request-help', kind: 'assistance', ticketId: other })).toMatchObject({
        refusal: { code: 'not-your-ticket' },
      });
    }
    expect(await ask({ type: 'hold', ticketId: id })).toMatchObject({ ok: true, pending: true });
    expect(await ask({ type: 'cancel-ticket', ticketId: id, reason: 'x' })).toMatchObject({ status: 400 });
    for (const rubbish of [undefined, null, 7, [], {}, 'hold']) phone.socket.emit('command', rubbish, 'no function');
    phone.socket.emit('command');
    phone.socket.emit('catch-up');
    expect(await phone.socket.emitWithAck('catch-up', { stream: 1, seq: 'x' })).toMatchObject({ ok: true });
    const many = await Promise.all(Array.from({ length: 40 }, () => ask({ type: 'resume', ticketId: id })));
    expect(many.at(-1)).toMatchObject({ status: 429, error: { code: 'rate-limited' } });
    phone.close();
    for (const token of ['', 'x', 'x'.repeat(22), `${'x'.repeat(21)}\0`, theirs.clinic.clinicId]) {
      const stranger = new Screen(pms.url, '/ticket', { token });
      const refused = await new Promise((resolve) => stranger.socket.once('connect_error', resolve));
      expect(refused).toMatchObject({ message: 'not-found' });
      stranger.close();
    }
  });
});

describe('what is no request', () => {
  const asAdmin = () => ({ authorization: `Bearer ${ours.credentials.tokens['network-admin'] ?? ''}` });
  const asEdge = () => ({ authorization: `Bearer ${ours.credentials.edgeToken}` });
  const clinicPath = (rest: string): string => `/api/v1/clinics/${ours.clinic.clinicId}${rest}`;

  it.each([
    ['half an object', { raw: '{"email":' }, 'not-json'],
    ['nothing', { raw: '' }, 'not-json'],
    ['a text', { raw: '{}', headers: { 'content-type': 'text/plain' } }, 'not-json'],
    ['a form', { raw: 'email=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'not-json'],
    ['a poisoned prototype', { raw: '{"__proto__":{}}' }, 'not-json'],
    ['a field too many', { body: { email: 'a@b.example', password: 'x', admin: true } }, 'invalid-request'],
    ['a megabyte', { body: { email: 'a@b.example', password: 'x'.repeat(1e6) } }, 'body-too-large'],
    ['NUL in an address', { body: { email: 'a\0@b.example', password: 'x' } }, 'wrong-password'],
    ['half a character in an address', { body: { email: 'a\ud800@b.example', password: 'x' } }, 'wrong-password'],
    ['NUL in a password', { body: { email: 'network-admin@ours.example', password: 'x\0' } }, 'wrong-password'],
    ['SQL', { body: { email: `' or 1=1; drop table users; --`, password: `' or '1'='1` } }, 'wrong-password'],
  ] as const)('at the sign-in, such as %s, gets a code', async (_what, sent, code) => {
    expect(refusalOf(await send('POST', '/api/v1/sign-in', sent))).toBe(code);
  });

  it.each<[string, () => string, string]>([
    ['GET', () => '/api/v1/nothing', 'not-found'],
    ['DELETE', () => '/api/v1/clinics', 'not-found'],
    ['GET', () => '/api/v1/clinics/%zz/day', 'not-found'],
    ['GET', () => `/api/v1/clinics/${'x'.repeat(300)}/day`, 'not-found'],
    ['GET', () => '/api/v1/clinics/north/day', 'invalid-request'],
    ['GET', () => clinicPath('/day?date=2026-02-30'), 'invalid-request'],
    ['GET', () => clinicPath('/day?date=yesterday'), 'invalid-request'],
    ['GET', () => clinicPath('/statistics'), 'invalid-request'],
    ['GET', () => clinicPath('/statistics?from=2026-11-23&until=2026-11-22'), 'invalid-request'],
    ['GET', () => clinicPath('/statistics?from=2020-01-01&until=2026-11-22'), 'invalid-request'],
    ['GET', () => clinicPath('/day?date=2026-11-22&date=2026-11-23'), 'invalid-request'],
    ['GET', () => clinicPath('/patients/%00'), 'invalid-request'],
    ['GET', () => '/t/short/view', 'invalid-request'],
    ['GET', () => `/t/${'x'.repeat(22)}/view`, 'not-found'],
  ])('%s %s gets a code', async (method, path, code) => {
    expect(refusalOf(await send(method, path(), { headers: asAdmin() }))).toBe(code);
  });

  it.each([
    ['what is not packed', { raw: 'not gzip' }],
    [
      'what ends in the middle',
      { raw: new Uint8Array(gzipSync(JSON.stringify({ rows: 'x'.repeat(5_000) })).subarray(0, 40)) },
    ],
    ['what is packed and not JSON', { raw: new Uint8Array(gzipSync('not json')) }],
  ])('relayed, such as %s, gets a code', async (_what, sent) => {
    const answer = await send('POST', '/sync/v1/rows', {
      ...sent,
      headers: { 'content-encoding': 'gzip', ...asEdge() },
    });
    expect(refusalOf(answer)).toBe('not-json');
  });

  it('relayed, such as a small package that unpacks to a mountain, is too large', async () => {
    const mountain = new Uint8Array(gzipSync(Buffer.alloc(80_000_000, ' ')));
    const answer = await send('POST', '/sync/v1/rows', {
      raw: mountain,
      headers: { 'content-encoding': 'gzip', ...asEdge() },
    });
    expect(refusalOf(answer)).toBe('body-too-large');
  });

  it('is told to nobody before a credential is seen', async () => {
    const [good, bad] = [{ patientId: 7 }, { raw: '{' }];
    for (const [method, path, sent] of [
      ['POST', clinicPath('/appointments'), { body: good }],
      ['POST', clinicPath('/appointments'), bad],
      ['POST', '/sync/v1/rows', { body: {} }],
      ['GET', clinicPath('/day'), {}],
    ] as const) {
      expect(refusalOf(await send(method, path, sent))).toBe('unauthenticated');
      expect(
        refusalOf(await send(method, path, { ...sent, headers: { authorization: `Bearer ${'x'.repeat(64)}` } })),
      ).toBe('unauthenticated');
    }
  });

  it('and comes too often is told to wait, and a password is guessed five times', async () => {
    const guess = () =>
      send('POST', '/api/v1/sign-in', { body: { email: 'clinic-admin@ours.example', password: 'wrong' } });
    const codes = [];
    for (let count = 0; count < 25; count += 1) codes.push(refusalOf(await guess()));
    expect(codes.filter((code) => code === 'wrong-password').length).toBeLessThanOrEqual(5);
    expect(codes.at(-1)).toBe('rate-limited');
  });
});
