// The doors of files, of the clinic's own set-up, of calling rules, journeys and displays, tried with what must never come
// in: whoever may not is told so, what is no such thing is refused with its place, and nothing of it stays.

import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import { routeEntries, type RouteId, type Visitor } from '@foyer/edge-server/adapters/http/route-table.ts';
import { consultation, displayOne, laboratory, room1, room2 } from '@foyer/edge-server/testing/a-clinic.ts';
import { aCommandId } from '@foyer/edge-server/testing/a-command-id.ts';
import { EdgeUnderTest, tokens } from '@foyer/edge-server/testing/an-edge.ts';
import { codeOf } from './kit/coded.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

const { admin } = tokens;
/** Well-formed, and of another clinic. */
const strange = aCommandId();
const aPicture = Buffer.from('\x89PNG\r\n\x1a\n<script>alert(1)</script>', 'latin1');

async function bring(path: string, content: Uint8Array, headers: Record<string, string> = {}) {
  const response = await fetch(`${edge.running.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/octet-stream', ...headers },
    body: new Uint8Array(content),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const kept = () => readdirSync(join(edge.config.dataDir, 'media'));
const asSetUp = async () =>
  (await edge.call('GET', '/api/v1/clinic', { token: admin })).body as unknown as ClinicAsSetUp;
const check = (changes: unknown) => edge.call('POST', '/api/v1/clinic/check', { token: admin, body: { changes } });
const change = async (changes: unknown, { version } = { version: -1 }) =>
  edge.command(admin, 'change-clinic', {
    version: version < 0 ? (await asSetUp()).version : version,
    changes: changes as never,
  });

describe('who is not named for a door', () => {
  const doors: readonly RouteId[] = [
    'clinicAsSetUp',
    'checkClinic',
    'why',
    'callingRules',
    'previewRules',
    'whatIf',
    'mediaList',
    'addMedia',
    'mediaFile',
    'removeMedia',
    'recordedClips',
    'clip',
    'recordClip',
    'removeClip',
  ];
  const roles: readonly (readonly [string, Visitor | undefined])[] = [
    [tokens.kiosk, 'kiosk'],
    [tokens.display, 'display'],
    [tokens.tablet, 'staff-tablet'],
    [tokens.button, 'button'],
    [tokens.nurse, 'nurse'],
    [tokens.reception, 'reception'],
    [tokens.cashier, 'cashier'],
    [tokens.supervisor, 'supervisor'],
    [tokens.auditor, 'auditor'],
    [tokens.admin, 'admin'],
    ['of-another-clinic-0123456789', undefined],
  ];

  it.each(doors)('%s: is told so', async (id) => {
    const { method, url, who = [] } = routeEntries[id];
    const path = url
      .replace(':id', strange)
      .replace(':file', `${'0'.repeat(32)}.png`)
      .replace(':language', 'en')
      .replace(':phrase', 'please');
    for (const [token, role] of roles) {
      if (role !== undefined && who.includes(role)) continue;
      const code = codeOf(await edge.call(method, path, { token }));
      expect(`${role ?? 'nobody'} ${code}`).toBe(role === undefined ? 'nobody unauthenticated' : `${role} not-allowed`);
    }
    expect(codeOf(await edge.call(method, path))).toBe('unauthenticated');
  });
});

describe('a file that is brought', () => {
  it.each([
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['a page', '<!doctype html><script>1</script>'],
    ['a moving picture of another kind', 'GIF89a\x01\x00\x01\x00'],
    ['an archive', 'PK\x03\x04'],
    ['a program', '\x7fELF'],
    ['a picture after something else', ' \x89PNG\r\n\x1a\n'],
  ])('as %s is refused, also as a clip', async (_what, content) => {
    const bytes = Buffer.from(content, 'latin1');
    expect(codeOf(await bring('/api/v1/media', bytes))).toBe('file-type-unknown');
    expect(codeOf(await bring('/api/v1/clips/en/please', bytes))).toBe('file-type-unknown');
    expect(kept()).toEqual([]);
  });

  it('is no page where it is fetched, whatever is in it', async () => {
    const { body } = await bring('/api/v1/media', aPicture);
    const path = `/api/v1/media/${body['file'] as string}`;
    const { headers } = await edge.call('GET', path, { token: admin });
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect((await edge.call('DELETE', path, { token: admin })).status).toBe(200);
  });

  /** The first line that is answered, before any more of the body is there. */
  const begin = (token: string, length: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(edge.running.url).port), '127.0.0.1', () =>
        socket.write(
          `POST /api/v1/media HTTP/1.1\r\nhost: edge\r\nauthorization: Bearer ${token}\r\n` +
            `content-type: application/octet-stream\r\ncontent-length: ${length}\r\n\r\n`,
        ),
      );
      socket.setEncoding('latin1').once('data', (said) => {
        socket.destroy();
        resolve(String(said).split('\r\n')[0] ?? '');
      });
    });
  it.each([
    [admin, '2147483648', 413],
    [admin, '18446744073709551617', 400],
    [admin, '-1', 400],
    [tokens.kiosk, '5000', 403],
    ['nobody', '5000', 401],
  ])('of %s with %s bytes is answered before it comes', async (token, length, status) => {
    expect(await begin(token, length)).toContain(` ${status} `);
  });

  it('in part leaves nothing behind', async () => {
    await new Promise((resolve) => {
      const socket = connect(Number(new URL(edge.running.url).port), '127.0.0.1', () => {
        socket.write(
          `POST /api/v1/media HTTP/1.1\r\nhost: edge\r\nauthorization: Bearer ${admin}\r\n` +
            'content-type: application/octet-stream\r\ncontent-length: 5000\r\n\r\n',
        );
        socket.write(aPicture, () => socket.destroy());
      });
      socket.once('close', resolve);
    });
    expect((await edge.call('GET', '/api/v1/media', { token: admin })).body).toMatchObject({ files: [] });
    await expect.poll(kept).toEqual([]);
  });

  it.each(['..%2f..%2fclinic.key', '%2e%2e%2fclinic.key', `${'0'.repeat(32)}.png%00`, `${'0'.repeat(32)}.png.part`])(
    'is not found by the name %s',
    async (name) => {
      for (const method of ['GET', 'DELETE'] as const)
        expect(codeOf(await edge.call(method, `/api/v1/media/${name}`, { token: admin }))).toBe('invalid-request');
    },
  );
  it.each(['__proto__/please', 'en/__proto__', 'en/please.part', 'en/please%0a', 'en/..%2fplease'])(
    'is no clip of %s',
    async (name) => {
      expect(codeOf(await bring(`/api/v1/clips/${name}`, Buffer.from('OggS12345678')))).toBe('invalid-request');
    },
  );
});

describe('a change of the clinic', () => {
  it.each([
    ['null', { changes: null }],
    ['a list', { changes: [] }],
    ['more than changes', { changes: {}, version: 1 }],
  ])('that is %s is no request', async (_what, body) => {
    expect(codeOf(await edge.call('POST', '/api/v1/clinic/check', { token: admin, body }))).toBe('invalid-request');
  });
  it.each(['{"changes":{"__proto__":{"name":"x"}}}', '{"changes":{"constructor":{"prototype":{}}}}', '{"changes":'])(
    'such as %s is not JSON',
    async (raw) => {
      expect(codeOf(await edge.call('POST', '/api/v1/clinic/check', { token: admin, raw }))).toBe('not-json');
    },
  );

  it.each<[string, object, string]>([
    ['a part that is none', { toString: {} }, '/toString'],
    ['a name of a megabyte', { name: 'x'.repeat(1e6) }, '/name'],
    ['a name with a printer’s command', { name: 'Quay \u001b@' }, '/name'],
    ['a name that turns what stands beside it', { name: 'Quay \u202eyauQ' }, '/name'],
    ['money beyond counting', { prices: [{ serviceId: consultation, amountMinor: 2 ** 60 }] }, '/prices/0/amountMinor'],
    [
      'two rooms of one id',
      { servicePoints: [aRoom(room1, '1'), aRoom(room2, '2'), aRoom(room1, '3')] },
      '/servicePoints/2/id',
    ],
    [
      'a room for a service of another clinic',
      { servicePoints: [aRoom(room1, '1', [strange])] },
      '/servicePoints/0/serviceIds/0',
    ],
    ['a desk of another clinic', { deskServiceId: strange }, '/deskServiceId'],
  ])('to %s is refused with its place, and changes nothing', async (_what, changes, path) => {
    const before = await asSetUp();
    const { body } = await check(changes);
    expect(body).toMatchObject({ refusal: { code: 'set-up-faulty' } });
    expect((body['refusal'] as { faults: { path: string }[] }).faults.map((fault) => fault.path)).toContain(path);
    expect((await change(changes)).status).not.toBe(200);
    expect(await asSetUp()).toEqual(before);
  });

  it('by two administrators at once is one of them, and the other is told so', async () => {
    const now = await asSetUp();
    const both = await Promise.all([change({ name: 'Quay' }, now), change({ name: 'Hill' }, now)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.flatMap((answer) => (answer.status === 409 ? codeOf(answer) : []))).toEqual([
      'clinic-changed-meanwhile',
    ]);
    expect((await asSetUp()).version).toBe(now.version + 1);
  });

  it('that takes a service away while a kiosk gives a number for it leaves nobody waiting for nothing', async () => {
    const { document } = await asSetUp();
    const changes = {
      services: document.services.filter(({ id }) => id !== laboratory),
      servicePoints: document.servicePoints.filter(({ id }) => id !== room2),
    };
    const [taken, number] = await Promise.all([
      change(changes),
      edge.command(tokens.kiosk, 'issue-ticket', { serviceId: laboratory }),
    ]);
    const isThere = (await asSetUp()).document.services.some(({ id }) => id === laboratory);
    expect(isThere).toBe(number.status === 200);
    expect(isThere).toBe(taken.status !== 200);
    if (!isThere) await edge.result(admin, 'change-clinic', { version: (await asSetUp()).version, changes: document });
  });
});

describe('a journey', () => {
  it('has steps of any name, and none that nobody gave it', async () => {
    const id = aCommandId();
    const step = { serviceId: consultation, after: [] };
    const steps = [
      { ...step, id: '__proto__' },
      { ...step, id: 'constructor', after: ['__proto__'] },
    ];
    expect((await change({ journeys: [{ id, name: { en: 'Check-up' }, steps }] })).status).toBe(200);
    const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const ticketId = ticket!['id']!;
    await edge.result(tokens.nurse, 'start-journey', { ticketId, journeyId: id });
    for (const stepId of ['toString', 'valueOf'])
      expect(codeOf(await edge.command(tokens.nurse, 'skip-journey-step', { ticketId, stepId, reason: 'x' }))).toBe(
        'unknown-step',
      );
    expect(codeOf(await edge.command(tokens.nurse, 'start-journey', { ticketId, journeyId: strange }))).toBe(
      'unknown-journey',
    );
  });
});

describe('an id of another clinic', () => {
  it('finds nothing at any new command', async () => {
    const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const ticketId = ticket!['id']!;
    const tries = [
      edge.command(tokens.kiosk, 'come-back', { publicId: 'A'.repeat(22) }),
      edge.command(tokens.supervisor, 'move-in-queue', { ticketId: strange, reason: 'x' }),
      edge.command(tokens.supervisor, 'move-in-queue', { ticketId, beforeTicketId: strange, reason: 'x' }),
      edge.command(tokens.supervisor, 'set-display-layout', { deviceId: displayOne, layout: usualLayout }),
      edge.command(tokens.supervisor, 'set-display-layout', { deviceId: strange, layout: usualLayout }),
      edge.command(tokens.nurse, 'add-journey-step', { ticketId, serviceId: strange }),
      edge.command(tokens.nurse, 'mark-ready', { ticketId: strange, stepId: 'x' }),
      edge.call('GET', `/api/v1/tickets/${strange}/why`, { token: tokens.nurse }),
    ];
    expect((await Promise.all(tries)).map(codeOf)).toEqual([
      'unknown-ticket',
      'unknown-ticket',
      'unknown-ticket',
      'unknown-display',
      'unknown-display',
      'unknown-service',
      'unknown-ticket',
      'not-found',
    ]);
  });

  it('is no profile of calling rules', async () => {
    const usual = presetRules['appointments-first'];
    const profile = { ...usual.usual, servicePointId: strange, serves: [consultation] };
    const rules = { ...usual, profiles: Array.from({ length: 300 }, () => profile) };
    const preview = await edge.call('POST', '/api/v1/calling-rules/preview', { token: admin, body: { rules } });
    expect(codeOf(preview)).toBe('calling-rules-impossible');
    expect(codeOf(await edge.command(admin, 'set-calling-rules', { rules }))).toBe('calling-rules-impossible');
    const more = { ...rules, profiles: [...rules.profiles, profile] };
    expect(codeOf(await edge.command(admin, 'set-calling-rules', { rules: more }))).toBe('invalid-request');
  });
});

it('a text that turns the direction of a wall’s strip is no text of it', async () => {
  for (const en of ['a\u202eb', 'a\u0007', ' ', 'a\nb']) {
    const layout = { ...usualLayout, ticker: [{ en }] };
    const answer = await edge.command(tokens.supervisor, 'set-display-layout', { deviceId: displayOne, layout });
    expect(answer.body).toMatchObject({ error: { code: 'invalid-request', path: '/layout/ticker/0/en' } });
  }
});

function aRoom(id: string, name: string, serviceIds = [consultation, laboratory]) {
  return { id, name: { en: `Room ${name}` }, serviceIds };
}
