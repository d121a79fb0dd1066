import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashSync } from '@node-rs/argon2';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ClinicSetUp, FirstRunAnswer, FirstRunRequest } from '@foyer/contracts/clinic-set-up.ts';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import type { Snapshot } from '@foyer/contracts/sockets.ts';
import type { Board } from '@foyer/contracts/board-view.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import { ACentre } from './testing/a-centre.ts';
import { aClinic, adminEva, clinicId } from './testing/a-clinic.ts';
import { aCommandId } from './testing/a-command-id.ts';
import { EdgeUnderTest } from './testing/an-edge.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-first-run-'));
const tokenFile = join(folder, 'edge.token');
const staff = join(folder, 'staff');
const pages = { kiosk: folder, display: folder, staff };
const centre = new ACentre();
let edge: EdgeUnderTest;

beforeAll(async () => {
  writeFileSync(tokenFile, 'the-edge\n');
  mkdirSync(staff);
  writeFileSync(join(staff, 'first-run.html'), '<first-run-app></first-run-app>');
  await centre.start();
  edge = await new EdgeUnderTest({ demonstration: null, pages, pms: { url: centre.url, tokenFile } }).start();
});
afterAll(async () => {
  await edge.end();
  await centre.stop();
  rmSync(folder, { recursive: true });
});

async function letIn(role: 'staff-tablet' | 'display', approver: string, device?: string) {
  const begun = (await edge.call('POST', '/api/v1/enrolments', { body: {} })).body as {
    enrolmentId: string;
    code: string;
    pollSecret: string;
  };
  const body = { code: begun.code, role, name: role };
  const approved = await edge.call('POST', '/api/v1/enrolments/approve', {
    token: approver,
    body,
    ...(device === undefined ? {} : { device }),
  });
  const state = await edge.call('GET', `/api/v1/enrolments/${begun.enrolmentId}`, { token: begun.pollSecret });
  return { status: approved.status, token: state.body['token'] as string };
}

describe('an empty edge of a centre', () => {
  let display = '';
  let tablet = '';

  it('says clearly that it serves no clinic yet, and where to begin', async () => {
    expect(await edge.call('GET', '/readyz')).toMatchObject({
      status: 503,
      body: { ok: false, error: { code: 'not-ready' } },
    });
    expect((await edge.call('GET', '/')).headers.get('location')).toBe('/first-run');
    expect((await edge.call('GET', '/first-run')).body['text']).toContain('first-run-app');
  });

  it('says how it stands to the bearer of the code on its console alone, and leaves the clinic to the centre', async () => {
    const token = edge.running.firstRunCode ?? '';
    expect((await edge.call('GET', '/api/v1/first-run', { token: 'a-code-that-was-guessed' })).status).toBe(401);
    expect((await edge.call('GET', '/api/v1/first-run', { token })).body).toEqual({
      fromCentre: true,
      screensWaiting: 0,
      printer: 'ready',
    });
    const body = { requestId: aCommandId(), setUp: aSetUp() };
    expect((await edge.call('POST', '/api/v1/first-run', { token, body })).body).toMatchObject({
      refusal: { code: 'centre-owns-clinic' },
    });
  });

  it('lets the first tablet in by the one-time code of its console, once', async () => {
    const code = edge.running.firstRunCode ?? '';
    expect((await letIn('staff-tablet', 'a-code-that-was-guessed')).status).toBe(401);
    const first = await letIn('staff-tablet', code);
    expect(first.status).toBe(200);
    tablet = first.token;
    expect((await letIn('display', code)).status).toBe(401);
    expect(
      (await edge.call('POST', '/api/v1/sessions', { token: tablet, body: { staffId: adminEva, pin: '1234' } })).body,
    ).toMatchObject({
      error: { code: 'not-ready' },
    });
  });

  it('becomes a clinic when the centre says which, and greets the screens that waited', async () => {
    centre.give(
      { kind: 'configuration', id: clinicId, body: aClinic() },
      {
        kind: 'staff',
        id: adminEva,
        body: {
          id: adminEva,
          name: 'Eva',
          roles: ['admin'],
          active: true,
          pinHash: hashSync('2468', { memoryCost: 8_192, timeCost: 1 }),
        },
      },
    );
    const opened = await vi.waitFor(async () => {
      const answered = await edge.call('POST', '/api/v1/sessions', {
        token: tablet,
        body: { staffId: adminEva, pin: '2468' },
      });
      expect(answered.status).toBe(200);
      return answered;
    }, 20_000);
    const wall = await letIn('display', opened.body['token'] as string, tablet);
    expect(wall.status).toBe(200);
    display = wall.token;
    const socket = io(`${edge.running.url}/display`, {
      auth: { token: display },
      transports: ['websocket'],
      reconnection: false,
    });
    const { view } = await new Promise<Snapshot<DisplayView>>((resolve) => socket.once('snapshot', resolve));
    expect(view).toMatchObject({ clinic: { name: 'Northside Clinic' }, calls: {} });
    socket.disconnect();
    expect((await edge.call('GET', '/readyz')).status).toBe(200);
  });

  it('offers no code any more after a restart, and its page leads to the tablet’s', async () => {
    await edge.restart();
    expect(edge.running.firstRunCode).toBeUndefined();
    expect((await edge.call('GET', '/first-run')).headers.get('location')).toBe('/staff/');
  });
});

function aSetUp(changes: Partial<ClinicSetUp> = {}): ClinicSetUp {
  const service = { waitingArea: { en: 'Hall' }, walkIn: true, targetMinutes: 20 };
  return {
    clinic: { name: 'Harbour Street', code: 'HARBOUR', zone: 'Europe/Lisbon', currency: 'EUR', languages: ['en'] },
    openingHours: [{ weekday: 1, from: '08:00', until: '18:00' }],
    services: [
      {
        ...service,
        key: 'visit',
        name: { en: 'Consultation', es: ' Consulta ', zh: '' },
        prefix: 'A',
        priceMinor: 4500,
      },
      { ...service, key: 'desk', name: { en: 'Reception' }, prefix: 'R', isDesk: true },
    ],
    servicePoints: [
      { name: { en: 'Room 1' }, serviceKeys: ['visit'], direction: 'left' },
      { name: { en: 'Desk 1' }, serviceKeys: ['desk'] },
    ],
    staff: [
      { name: 'Wei-Ling Tan', roles: ['admin'], pin: '274193' },
      { name: 'Amira Haddad', roles: ['nurse'], pin: '805264' },
    ],
    ...changes,
  };
}

describe('an empty edge without a centre', () => {
  let alone: EdgeUnderTest;
  let code = '';
  let made: FirstRunAnswer;
  const request: FirstRunRequest = { requestId: aCommandId(), setUp: aSetUp(), tablet: { name: 'Tablet 1' } };
  const setUp = (body: FirstRunRequest, token = code) => alone.call('POST', '/api/v1/first-run', { token, body });

  beforeAll(async () => {
    alone = await new EdgeUnderTest({ demonstration: null, pages }).start();
    code = alone.running.firstRunCode ?? '';
  });
  afterAll(() => alone.end());

  it('tells by its path everything that does not fit, and changes nothing', async () => {
    const [admin, nurse] = request.setUp.staff;
    const faulty = aSetUp({
      clinic: { ...request.setUp.clinic, zone: 'Europe/Oz' },
      servicePoints: [{ name: { en: 'Room 1' }, serviceKeys: [] }],
      staff: [{ ...admin!, pin: '111111' }, nurse!],
    });
    const answered = await setUp({ ...request, requestId: aCommandId(), setUp: faulty });
    expect(answered.status).toBe(409);
    expect(answered.body['refusal']).toEqual({
      code: 'set-up-faulty',
      faults: [
        { path: '/clinic/zone', code: 'zone-unknown' },
        { path: '/services/0', code: 'service-without-room' },
        { path: '/services/1', code: 'service-without-room' },
        { path: '/servicePoints/0/serviceKeys', code: 'room-without-service' },
        { path: '/staff/0/pin', code: 'pin-easy' },
      ],
    });
    expect((await alone.call('GET', '/readyz')).status).toBe(503);
  });

  it('takes no set-up of another shape, and none without the code', async () => {
    const body = { ...request, setUp: { ...request.setUp, staff: [{ name: 'Eva' }] } };
    const answered = await alone.call('POST', '/api/v1/first-run', { token: code, body });
    expect(answered.body).toMatchObject({ error: { code: 'invalid-request', path: '/setUp/staff/0/roles' } });
    expect((await setUp(request, 'a-code-that-was-guessed')).status).toBe(401);
  });

  it('becomes a clinic, once however often it is pressed, and lets the tablet in that asked', async () => {
    const pressed = await Promise.all([setUp(request), setUp(request)]);
    const [first, second] = pressed.map(({ status, body }) => ({ status, body }));
    expect(first?.status).toBe(200);
    expect(second).toEqual(first);
    made = first?.body as unknown as FirstRunAnswer;
    expect((await setUp(request)).body).toEqual(made);
    expect((await alone.call('GET', '/readyz')).status).toBe(200);
    expect(made.staff.map(({ name }) => name)).toEqual(['Wei-Ling Tan', 'Amira Haddad']);
    expect(made.tablet).toMatchObject({ state: 'approved', role: 'staff-tablet', name: 'Tablet 1' });
  });

  it('refuses another clinic after that, and its code lets nobody in any more', async () => {
    const other = { ...request, requestId: aCommandId() };
    expect((await setUp(other)).body).toMatchObject({ refusal: { code: 'already-set-up' } });
    expect((await alone.call('GET', '/api/v1/first-run', { token: code })).status).toBe(401);
    const begun = (await alone.call('POST', '/api/v1/enrolments', { body: {} })).body as { code: string };
    const body = { code: begun.code, role: 'display', name: 'Wall' };
    expect((await alone.call('POST', '/api/v1/enrolments/approve', { token: code, body })).status).toBe(401);
  });

  it('lets its people sign in at once, with as many digits as they chose, and has its rooms open', async () => {
    const token = made.tablet?.token ?? '';
    const tiles = (await alone.call('GET', '/api/v1/staff-tiles', { token })).body as unknown as StaffTiles;
    expect(tiles).toMatchObject({ pinLength: 6, servicePoints: [{ name: 'Room 1' }, { name: 'Desk 1' }] });
    const signIn = (index: number, pin: string) =>
      alone.call('POST', '/api/v1/sessions', { token, body: { staffId: made.staff[index]?.id, pin } });
    expect((await signIn(0, '805264')).status).toBe(401);
    const { body } = await signIn(0, '274193');
    const board = await alone.call('GET', '/api/v1/board', { token: body['token'] as string, device: token });
    expect((board.body as unknown as Board).servicePoints.map(({ state }) => state)).toEqual(['open', 'open']);
  });

  it('keeps all of it over a restart', async () => {
    await alone.restart();
    expect(alone.running.firstRunCode).toBeUndefined();
    const token = made.tablet?.token ?? '';
    const tiles = (await alone.call('GET', '/api/v1/staff-tiles', { token })).body as unknown as StaffTiles;
    expect(tiles.staff.map(({ name }) => name).toSorted()).toEqual(['Amira Haddad', 'Wei-Ling Tan']);
  });
});

describe('an edge that a program set up', () => {
  it('keeps its code for the first tablet', async () => {
    const scripted = await new EdgeUnderTest({ demonstration: null, pages }).start();
    try {
      const token = scripted.running.firstRunCode ?? '';
      const body = { requestId: aCommandId(), setUp: aSetUp() };
      expect((await scripted.call('POST', '/api/v1/first-run', { token, body })).body).not.toHaveProperty('tablet');
      expect((await scripted.call('GET', '/api/v1/first-run', { token })).body).toMatchObject({
        clinicName: 'Harbour Street',
      });
      const begun = (await scripted.call('POST', '/api/v1/enrolments', { body: {} })).body as { code: string };
      const approval = { code: begun.code, role: 'staff-tablet', name: 'Tablet 1' };
      expect((await scripted.call('POST', '/api/v1/enrolments/approve', { token, body: approval })).status).toBe(200);
    } finally {
      await scripted.end();
    }
  });
});
