import { request } from 'node:https';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import type { TabletView } from '@foyer/contracts/staff-view.ts';
import { applyMergePatch, type Patch, type Snapshot } from '@foyer/contracts/sockets.ts';
import { mostOnOneTicket } from './adapters/sockets/socket-limits.ts';
import { consultation, laboratory, room1, room2, tabletOne } from './testing/a-clinic.ts';
import { aCommandId } from './testing/a-command-id.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

const errorOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => ({
  status,
  ...(body['error'] as object),
});

describe('the HTTP door', () => {
  it('says that it is alive, and ready with a line per dependency', async () => {
    expect((await edge.call('GET', '/healthz')).body).toEqual({ ok: true });
    const ready = await edge.call('GET', '/readyz');
    expect(ready.status).toBe(200);
    expect(ready.body['checks']).toContainEqual({ name: 'clinic', ok: true, needed: true, state: 'NORTH' });
  });

  it.each([
    ['what is not JSON', { raw: '{"type":' }, { status: 400, code: 'not-json' }],
    ['nothing', { raw: '' }, { status: 400, code: 'not-json' }],
    ['no object', { body: [1] }, { status: 400, code: 'invalid-request', path: '/' }],
    ['no type', { body: {} }, { status: 400, code: 'invalid-request', path: '/type' }],
    ['an unknown command', { body: { type: 'do-magic' } }, { status: 400, code: 'unknown-command' }],
    ['a command of Object’s', { body: { type: 'constructor' } }, { status: 400, code: 'unknown-command' }],
    [
      'a missing field',
      { body: { type: 'call-next', commandId: aCommandId() } },
      { status: 400, code: 'invalid-request', path: '/servicePointId' },
    ],
    [
      'a field too many',
      { body: { type: 'recall', commandId: aCommandId(), servicePointId: room1, x: 1 } },
      { status: 400, code: 'invalid-request', path: '/x' },
    ],
    [
      'a name of a megabyte',
      { body: { type: 'register-patient', patient: { name: { family: 'x'.repeat(1e6) } } } },
      { status: 413, code: 'body-too-large' },
    ],
    [
      'a name of a thousand letters',
      { body: { type: 'register-patient', commandId: aCommandId(), patient: { name: { family: 'x'.repeat(1e3) } } } },
      { status: 400, code: 'invalid-request', path: '/patient/name/family' },
    ],
  ])('answers %s with a code', async (_what, sent, expected) => {
    const answered = await edge.call('POST', '/api/v1/commands', { token: tokens.reception, ...sent });
    expect(answered.body['ok']).toBe(false);
    expect(errorOf(answered)).toMatchObject({ ...expected, message: expect.stringContaining(' ') as string });
  });

  it('wants a credential, and one that is allowed', async () => {
    expect(errorOf(await edge.call('GET', '/api/v1/board'))).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(errorOf(await edge.call('GET', '/api/v1/board', { token: 'nobody' }))).toMatchObject({ status: 401 });
    expect(errorOf(await edge.call('GET', '/api/v1/board', { token: tokens.kiosk }))).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    expect(errorOf(await edge.call('GET', '/api/v1/log', { token: tokens.nurse }))).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    expect(errorOf(await edge.command(tokens.display, 'request-help', { kind: 'assistance' }))).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    expect(errorOf(await edge.command(tokens.nurse, 'call-next', { servicePointId: room2 }))).toMatchObject({
      status: 403,
      code: 'other-service-point',
    });
  });

  it('answers what is not there in the one shape', async () => {
    expect(errorOf(await edge.call('GET', '/api/v2/nothing'))).toMatchObject({ status: 404, code: 'not-found' });
    expect(errorOf(await edge.call('GET', '/api/v1/tickets/no-uuid', { token: tokens.nurse }))).toMatchObject({
      status: 400,
      code: 'invalid-request',
      path: '/id',
    });
    expect(errorOf(await edge.call('GET', `/api/v1/tickets/${aCommandId()}`, { token: tokens.nurse }))).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });

  it('keeps browsers to its own files and leaves plain HTTP alone', async () => {
    const { headers } = await edge.call('GET', '/healthz');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('gives a number, calls it, and shows both on the board', async () => {
    const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    expect(ticket).toMatchObject({ number: expect.stringMatching(/^A\d{3}$/) as string, state: 'waiting' });
    const { call } = await edge.result(tokens.nurse, 'call-next', { servicePointId: room1 });
    expect(call).toMatchObject({ ticketId: ticket!['id'], servicePointId: room1 });
    const board = (await edge.call('GET', '/api/v1/board', { token: tokens.nurse })).body;
    expect(board['calls']).toEqual([call]);
    expect(board['servicePoints']).toContainEqual({
      id: room1,
      name: 'Room 1',
      state: 'open',
      ticketId: ticket!['id'],
    });
    const why = await edge.call('GET', `/api/v1/tickets/${ticket!['id']}/why`, { token: tokens.nurse });
    expect(why.body).toMatchObject({ rule: 'class-then-longest-wait', state: 'called' });
    await edge.result(tokens.nurse, 'finish-service', { servicePointId: room1, ticketId: ticket!['id'] ?? '' });
  });

  it('gives the same command the same answer, and another sender a refusal', async () => {
    const commandId = aCommandId();
    const [first, again] = [
      await edge.command(tokens.kiosk, 'issue-ticket', { serviceId: laboratory, commandId }),
      await edge.command(tokens.kiosk, 'issue-ticket', { serviceId: laboratory, commandId }),
    ];
    expect(again.body).toEqual(first.body);
    const other = await edge.command(tokens.reception, 'issue-ticket', { serviceId: laboratory, commandId });
    expect(other).toMatchObject({ status: 409, body: { ok: false, refusal: { code: 'command-id-reused' } } });
  });

  it('pages the sealed log for the auditor', async () => {
    const first = (await edge.call('GET', '/api/v1/log?limit=2', { token: tokens.auditor })).body as {
      rows: { seq: number }[];
      next: string;
    };
    expect(first.rows.map(({ seq }) => seq)).toEqual([1, 2]);
    const next = (await edge.call('GET', `/api/v1/log?after=${first.next}&limit=1`, { token: tokens.auditor }))
      .body as { rows: { seq: number }[] };
    expect(next.rows.map(({ seq }) => seq)).toEqual([3]);
    expect((await edge.call('GET', '/api/v1/refusals', { token: tokens.auditor })).status).toBe(200);
  });

  it('describes itself', async () => {
    const described = (await edge.call('GET', '/openapi.json')).body as { paths: Record<string, unknown> };
    expect(Object.keys(described.paths)).toEqual(
      expect.arrayContaining(['/api/v1/commands', '/api/v1/identifications', '/api/v1/sessions']),
    );
    const figures = (await edge.call('GET', '/metrics')).body['text'];
    expect(figures).toContain('foyer_commands_total{type="issue-ticket",outcome="ok"}');
    expect(figures).toContain('foyer_feed_failures 0');
    expect(figures).toContain('foyer_log_epoch 1');
    expect(figures).toMatch(/^foyer_storage_state [01]$/m);
  });
});

describe('HTTPS', () => {
  it('serves the same doors to who trusts the authority that plain HTTP hands out', async () => {
    const ca = (await edge.call('GET', '/foyer-authority.pem')).body['text'] as string;
    const answered = await new Promise<unknown>((resolve, reject) => {
      const asked = request(`${edge.running.tlsUrl}/readyz`, { ca, servername: 'clinic.foyer.test' }, (response) => {
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
      });
      asked.on('error', reject).end();
    });
    expect(answered).toMatchObject({ ok: true });
    const wall = io(`${edge.running.tlsUrl}/display`, {
      auth: { token: tokens.display },
      transports: ['websocket'],
      ca,
      reconnection: false,
    });
    expect(await new Promise((resolve) => wall.once('snapshot', resolve))).toMatchObject({
      view: { clinic: { code: 'NORTH' } },
    });
    wall.disconnect();
  });
});

describe('the sockets', () => {
  const open: Socket[] = [];
  const connect = (namespace: string, auth: object): Socket => {
    const socket = io(`${edge.running.url}${namespace}`, {
      auth,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    open.push(socket);
    return socket;
  };
  const next = <T>(socket: Socket, event: string): Promise<T> => new Promise((resolve) => socket.once(event, resolve));
  afterAll(() => open.forEach((socket) => socket.disconnect()));

  it('greets with a snapshot and tells a wall of a call, naming nobody', async () => {
    const wall = connect('/display', { token: tokens.display });
    const snapshot = await next<Snapshot<DisplayView>>(wall, 'snapshot');
    expect(snapshot).toMatchObject({
      seq: expect.any(Number) as number,
      view: { clinic: { name: 'Northside Clinic' } },
    });
    const patched = next<Patch>(wall, 'patch');
    await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const { call } = await edge.result(tokens.nurse, 'call-next', { servicePointId: room1 });
    const patch = await patched;
    expect(patch).toMatchObject({ stream: snapshot.stream, prevSeq: snapshot.seq, seq: snapshot.seq + 1 });
    const { calls } = applyMergePatch(snapshot.view, patch.changes);
    expect(calls[call!['id'] ?? '']).toMatchObject({
      number: call!['number'],
      servicePointName: 'Room 1',
      direction: 'right',
    });
  });

  it('take a silent line for dead within twenty seconds', async () => {
    const greeting = await fetch(`${edge.running.url}/socket.io/?EIO=4&transport=polling`);
    const [, said = ''] = /^0(.*)$/.exec(await greeting.text()) ?? [];
    expect(JSON.parse(said)).toMatchObject({ pingInterval: 10_000, pingTimeout: 10_000 });
  });

  it('show a tablet where nobody is signed in help and what is down, and let it call an emergency', async () => {
    const tablet = connect('/staff', { token: tokens.tablet });
    const { view } = await next<Snapshot<TabletView>>(tablet, 'snapshot');
    expect(Object.keys(view).toSorted()).toEqual(['calls', 'clinic', 'devices', 'help', 'servicePoints']);
    const patched = next<Patch>(tablet, 'patch');
    const help = { commandId: aCommandId(), type: 'request-help', kind: 'emergency' };
    expect(await tablet.emitWithAck('command', help)).toMatchObject({ status: 200 });
    const { help: sounding } = applyMergePatch(view, (await patched).changes);
    expect(Object.values(sounding)).toContainEqual(
      expect.objectContaining({ kind: 'emergency', state: 'sounding', deviceId: tabletOne }),
    );
    const next2 = { commandId: aCommandId(), type: 'call-next', servicePointId: room1 };
    expect(await tablet.emitWithAck('command', next2)).toMatchObject({ status: 403 });
  });

  it('let a few phones follow one ticket, and no more', async () => {
    const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: laboratory });
    const follow = () => connect('/ticket', { token: ticket!['publicId'] });
    const phones = Array.from({ length: mostOnOneTicket }, follow);
    await Promise.all(phones.map((phone) => next(phone, 'snapshot')));
    const refused = await next<Error & { data: { code: string } }>(follow(), 'connect_error');
    expect(refused.data.code).toBe('rate-limited');
    const left = next(phones[0]!, 'disconnect');
    phones[0]!.disconnect();
    await left;
    await vi.waitFor(async () => {
      const again = follow();
      await Promise.race([
        next(again, 'snapshot'),
        next<Error>(again, 'connect_error').then((error) => Promise.reject(error)),
      ]);
    });
  });

  it.each([
    ['/display', { token: tokens.kiosk }, 'not-allowed'],
    ['/kiosk', {}, 'unauthenticated'],
    ['/staff', { token: 'nobody' }, 'unauthenticated'],
    ['/ticket', { token: 'A'.repeat(22) }, 'not-found'],
    ['/ticket', { token: { toString: null } }, 'not-found'],
  ])('refuses at %s what has no business there', async (namespace, auth, code) => {
    const refused = await next<Error & { data: { code: string } }>(connect(namespace, auth), 'connect_error');
    expect(refused.data.code).toBe(code);
  });

  it('catches a screen up by patches, and by a snapshot when it holds another stream', async () => {
    const nurse = connect('/staff', { token: tokens.nurse });
    const held = await next<Snapshot<object>>(nurse, 'snapshot');
    const patched = next<Patch>(nurse, 'patch');
    await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: laboratory });
    const patch = await patched;
    const again: number[] = [];
    nurse.on('patch', ({ seq }: Patch) => again.push(seq));
    expect(await nurse.emitWithAck('catch-up', { stream: held.stream, seq: held.seq })).toEqual({
      ok: true,
      sent: 'patches',
    });
    expect(again).toContain(patch.seq);
    const started = next<Snapshot<object>>(nurse, 'snapshot');
    expect(await nurse.emitWithAck('catch-up', { stream: 'another', seq: 1 })).toEqual({ ok: true, sent: 'snapshot' });
    expect((await started).seq).toBeGreaterThanOrEqual(patch.seq);
  });

  it('takes commands with the answer of the HTTP door and its status', async () => {
    const kiosk = connect('/kiosk', { token: tokens.kiosk });
    const command = { commandId: aCommandId(), type: 'issue-ticket', serviceId: laboratory };
    expect(await kiosk.emitWithAck('command', command)).toMatchObject({
      status: 200,
      ok: true,
      result: { ticket: { serviceId: laboratory } },
    });
    expect(await kiosk.emitWithAck('command', { type: 'x' })).toMatchObject({
      status: 400,
      error: { code: 'unknown-command' },
    });
  });

  it('lives through rubbish and through callers that want no answer', async () => {
    const kiosk = connect('/kiosk', { token: tokens.kiosk });
    await next(kiosk, 'snapshot');
    for (const rubbish of [undefined, null, 7, 'text', [], { type: {} }, Buffer.from('bytes')]) {
      kiosk.emit('command', rubbish);
      kiosk.emit('command', rubbish, 'no function');
      kiosk.emit('catch-up', rubbish);
    }
    kiosk.emit('command');
    kiosk.emit('command', { commandId: aCommandId(), type: 'request-help', kind: 'assistance' });
    expect(await kiosk.emitWithAck('catch-up', {})).toEqual({ ok: true, sent: 'snapshot' });
  });

  it('shows a phone its own ticket, and lets it hold and resume that one alone', async () => {
    const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: laboratory });
    const other = (await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: laboratory }))['ticket'];
    const phone = connect('/ticket', { token: ticket!['publicId'] });
    expect((await next<Snapshot<object>>(phone, 'snapshot')).view).toMatchObject({
      number: ticket!['number'],
      state: 'waiting',
    });
    const hold = (ticketId: string) =>
      phone.emitWithAck('command', { commandId: aCommandId(), type: 'hold', ticketId });
    expect(await hold(other!['id'] ?? '')).toMatchObject({ status: 409, refusal: { code: 'not-your-ticket' } });
    const patched = next<Patch>(phone, 'patch');
    expect(await hold(ticket!['id'] ?? '')).toMatchObject({ status: 200 });
    expect((await patched).changes).toMatchObject({ state: 'on-hold', heldByMe: true });
    const sounding = next<Patch>(phone, 'patch');
    const help = { commandId: aCommandId(), type: 'request-help', kind: 'assistance', ticketId: ticket!['id'] };
    const { result } = (await phone.emitWithAck('command', help)) as { readonly result: { readonly helpId: string } };
    expect((await sounding).changes).toEqual(expect.objectContaining({ help: 'sounding' }));
    const taken = next<Patch>(phone, 'patch');
    await edge.result(tokens.nurse, 'acknowledge-help', { helpId: result.helpId });
    expect((await taken).changes).toMatchObject({ help: 'acknowledged' });
    const cancel = { commandId: aCommandId(), type: 'cancel-ticket', ticketId: ticket!['id'], reason: 'gone' };
    expect(await phone.emitWithAck('command', cancel)).toMatchObject({ status: 403, error: { code: 'not-allowed' } });
  });
});

describe('an edge that was started again', () => {
  it('goes on where it was, with another stream for its screens', async () => {
    const board = async () => (await edge.call('GET', '/api/v1/board', { token: tokens.nurse })).body;
    const { serverTime: _before, seq: last, ...before } = await board();
    await edge.restart();
    const { serverTime: _after, seq, ...after } = await board();
    expect(after).toEqual(before);
    // What it tells of waits goes on by itself.
    expect(seq).toBeGreaterThanOrEqual(Number(last));
  });
});
