// Displays through the doors of an edge: what they show, the files beside their calls, and the clinic's own voice.

import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import type { MediaList } from '@foyer/contracts/media.ts';
import type { Patch, Snapshot } from '@foyer/contracts/sockets.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import { displayOne, room1 } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
let display = { token: '', deviceId: '' };
const open: Socket[] = [];
beforeAll(async () => {
  await edge.start();
  const { body: begun } = await edge.call('POST', '/api/v1/enrolments', { body: {} });
  const approval = { code: begun['code'], role: 'display', name: 'Wall 1' };
  await edge.call('POST', '/api/v1/enrolments/approve', { token: tokens.admin, body: approval });
  const { body } = await edge.call('GET', `/api/v1/enrolments/${begun['enrolmentId'] as string}`, {
    token: begun['pollSecret'] as string,
  });
  display = body as unknown as typeof display;
});
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await edge.end();
});

const bytesOf = (beginning: string) => Buffer.concat([Buffer.from(beginning, 'latin1'), Buffer.alloc(64, 7)]);
const aPicture = bytesOf('\x89PNG\r\n\x1a\n');
const aSound = bytesOf('\x1a\x45\xdf\xa3');

async function send(path: string, token: string, content: Uint8Array, type = 'application/octet-stream') {
  const response = await fetch(`${edge.running.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    body: new Uint8Array(content),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

function follow(): Socket {
  const socket = io(`${edge.running.url}/display`, { auth: { token: display.token }, transports: ['websocket'] });
  open.push(socket);
  return socket;
}
const next = <T>(socket: Socket, event: string): Promise<T> => new Promise((resolve) => socket.once(event, resolve));

describe('what a display shows', () => {
  it('changes on it as soon as a supervisor sets it, and is the same after a restart', async () => {
    const socket = follow();
    const { view } = await next<Snapshot<DisplayView>>(socket, 'snapshot');
    expect(view).not.toHaveProperty('layout');
    const begunAnew = next<Snapshot<DisplayView>>(socket, 'snapshot');
    const layout = { ...usualLayout, scope: { servicePointIds: [room1] }, names: 'masked' as const };
    await edge.result(tokens.supervisor, 'set-display-layout', { deviceId: display.deviceId, layout });
    expect((await begunAnew).view.layout).toEqual(layout);
    const patched = next<Patch>(socket, 'patch');
    const changed = { ...layout, recentCalls: 0 };
    await edge.result(tokens.supervisor, 'set-display-layout', { deviceId: display.deviceId, layout: changed });
    expect((await patched).changes).toEqual({ layout: { recentCalls: 0 } });
    await edge.restart();
    const again = await next<Snapshot<DisplayView>>(follow(), 'snapshot');
    expect(again.view.layout).toEqual(changed);
  });

  it('is refused with the path of the field that does not fit', async () => {
    const wrong = { ...usualLayout, media: [{ file: '../clinic.key', seconds: 10 }] };
    const fields = { deviceId: display.deviceId, layout: wrong };
    expect((await edge.command(tokens.admin, 'set-display-layout', fields)).body).toMatchObject({
      error: { code: 'invalid-request', path: '/layout/media/0/file' },
    });
    const elsewhere = { deviceId: displayOne, layout: usualLayout };
    expect((await edge.command(tokens.admin, 'set-display-layout', elsewhere)).body).toMatchObject({
      refusal: { code: 'unknown-display' },
    });
    expect((await edge.command(tokens.reception, 'set-display-layout', fields)).status).toBe(400);
    const right = { ...fields, layout: usualLayout };
    expect((await edge.command(tokens.reception, 'set-display-layout', right)).status).toBe(403);
  });
});

describe('the media of a clinic', () => {
  it('are brought by who sets displays, fetched by displays as what they are, and go again', async () => {
    expect((await send('/api/v1/media', tokens.nurse, aPicture)).status).toBe(403);
    const { body } = await send('/api/v1/media', tokens.supervisor, aPicture);
    const path = `/api/v1/media/${body['file'] as string}`;
    const fetched = await fetch(`${edge.running.url}${path}`, {
      headers: { authorization: `Bearer ${display.token}` },
    });
    expect(fetched.headers.get('content-type')).toBe('image/png');
    expect(fetched.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(aPicture);
    expect((await edge.call('GET', path, { token: tokens.kiosk })).status).toBe(403);
    const list = async () =>
      (await edge.call('GET', '/api/v1/media', { token: tokens.admin })).body as unknown as MediaList;
    expect((await list()).files).toHaveLength(1);
    expect((await edge.call('DELETE', path, { token: tokens.admin })).status).toBe(200);
    expect((await list()).files).toEqual([]);
    expect((await edge.call('GET', path, { token: display.token })).status).toBe(404);
  });

  it('are fetched in parts, as a video is by who moves in it', async () => {
    const aVideo = Buffer.concat([bytesOf('\x1a\x45\xdf\xa3'), Buffer.alloc(300_000, 9)]);
    const { body } = await send('/api/v1/media', tokens.admin, aVideo);
    const ask = (range: string, more: Record<string, string> = {}) =>
      fetch(`${edge.running.url}/api/v1/media/${body['file'] as string}`, {
        headers: { authorization: `Bearer ${display.token}`, range, ...more },
      });
    const part = await ask('bytes=64-1063');
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 64-1063/${aVideo.length}`]);
    expect(part.headers.get('accept-ranges')).toBe('bytes');
    expect(Buffer.from(await part.arrayBuffer())).toEqual(aVideo.subarray(64, 1064));
    const end = await ask('bytes=-10', { 'if-range': part.headers.get('etag')! });
    expect([end.status, end.headers.get('content-length')]).toEqual([206, '10']);
    expect((await ask('bytes=0-9', { 'if-range': '"another"' })).status).toBe(200);
    const behind = await ask(`bytes=${aVideo.length}-`);
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, `bytes */${aVideo.length}`]);
    await edge.call('DELETE', `/api/v1/media/${body['file'] as string}`, { token: tokens.admin });
  });

  it('are taken for what they hold and not for what they are called, and no command comes as a file', async () => {
    const page = Buffer.from('<html><script>1</script></html>');
    expect(await send('/api/v1/media', tokens.admin, page)).toMatchObject({
      status: 409,
      body: { refusal: { code: 'file-type-unknown' } },
    });
    expect((await send('/api/v1/media', tokens.admin, aPicture, 'image/png')).status).toBe(400);
    expect((await send('/api/v1/media', tokens.admin, Buffer.from('{}'), 'application/json')).status).toBe(400);
    expect((await send('/api/v1/commands', tokens.admin, Buffer.from('{}'))).body).toMatchObject({
      error: { code: 'not-json' },
    });
  });
});

describe('the voice that a clinic recorded', () => {
  const path = '/api/v1/clips/es/digit-7';

  it('is told to displays at once, fetched by them, and asked for anew when it was recorded again', async () => {
    const socket = follow();
    await next(socket, 'snapshot');
    const patched = next<Patch>(socket, 'patch');
    expect((await send(path, tokens.nurse, aSound)).status).toBe(403);
    expect((await send(path, tokens.admin, aSound)).status).toBe(200);
    expect((await patched).changes).toEqual({ recorded: ['es'] });
    const ask = (tag?: string) =>
      fetch(`${edge.running.url}${path}`, {
        headers: { authorization: `Bearer ${display.token}`, ...(tag === undefined ? {} : { 'if-none-match': tag }) },
      });
    const first = await ask();
    expect(first.headers.get('content-type')).toBe('audio/webm');
    expect(Buffer.from(await first.arrayBuffer())).toEqual(aSound);
    expect((await ask(first.headers.get('etag')!)).status).toBe(304);
    await send(path, tokens.admin, bytesOf('OggS'));
    expect((await ask(first.headers.get('etag')!)).status).toBe(200);
    const recorded = await edge.call('GET', '/api/v1/clips/es', { token: tokens.supervisor });
    expect(recorded.body).toEqual({ recorded: ['digit-7'] });
    expect((await edge.call('DELETE', path, { token: tokens.admin })).status).toBe(200);
    expect((await ask()).status).toBe(404);
  });

  it('is of rooms that the clinic has', async () => {
    const nobodys = '/api/v1/clips/es/room-00000000-0000-7000-8000-000000000fff';
    expect((await send(nobodys, tokens.admin, aSound)).body).toMatchObject({
      refusal: { code: 'unknown-service-point' },
    });
    expect((await send(`/api/v1/clips/es/room-${room1}`, tokens.admin, aSound)).status).toBe(200);
  });

  it('is of phrases that calls have, in languages of calls', async () => {
    expect((await send('/api/v1/clips/es/clinic', tokens.admin, aSound)).status).toBe(400);
    expect((await send('/api/v1/clips/fr/digit-7', tokens.admin, aSound)).status).toBe(400);
    expect((await send(path, tokens.admin, Buffer.from('<html>'))).body).toMatchObject({
      refusal: { code: 'file-type-unknown' },
    });
  });
});
