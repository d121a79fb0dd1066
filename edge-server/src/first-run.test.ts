import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashSync } from '@node-rs/argon2';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '@foyer/contracts/sockets.ts';
import type { DisplayView } from '@foyer/contracts/views.ts';
import { ACentre } from './testing/a-centre.ts';
import { aClinic, adminEva, clinicId } from './testing/a-clinic.ts';
import { EdgeUnderTest } from './testing/an-edge.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-first-run-'));
const tokenFile = join(folder, 'edge.token');
const centre = new ACentre();
let edge: EdgeUnderTest;

beforeAll(async () => {
  writeFileSync(tokenFile, 'the-edge\n');
  await centre.start();
  edge = await new EdgeUnderTest({ demonstration: null, pms: { url: centre.url, tokenFile } }).start();
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

describe('an empty edge', () => {
  let display = '';
  let tablet = '';

  it('says clearly that it serves no clinic yet, and where to begin', async () => {
    expect(await edge.call('GET', '/readyz')).toMatchObject({
      status: 503,
      body: { ok: false, error: { code: 'not-ready' } },
    });
    expect((await edge.call('GET', '/')).headers.get('location')).toBe('/first-run');
    expect((await edge.call('GET', '/first-run')).body['text']).toContain('serves no clinic yet');
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

  it('offers no code any more after a restart', async () => {
    await edge.restart();
    expect(edge.running.firstRunCode).toBeUndefined();
  });
});
