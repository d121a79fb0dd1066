import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '@foyer/contracts/app-error.ts';
import { createHttpServer, type HttpServer, type ServedRoute } from './http-server.ts';

let http: HttpServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-page-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'icon.svg'), '<svg/>');
  http = await createHttpServer<string>({
    routes,
    pages: [
      { path: '/page/:id', prefix: '/page/', folder, summary: 'A page' },
      { path: '/start/', prefix: '/start/', folder, summary: 'Another' },
      { path: '/unbuilt', prefix: '/unbuilt/', folder: join(folder, 'unbuilt'), summary: 'Not built' },
    ],
    identify: async () => ({ ok: true, caller: '' }),
    log: false,
    requestsPerMinute: 1_000,
    async mayTry(what, perMinute) {
      tried.push([what, perMinute]);
      return tried.length < 2;
    },
  });
});
afterAll(async () => {
  await http.close();
  await rm(folder, { recursive: true });
});

/** What was asked to be counted over all copies. */
const tried: (readonly [string, number])[] = [];
const route = { method: 'GET', access: 'anyone', summary: '' } as const;
const routes: readonly ServedRoute<string>[] = [
  {
    ...route,
    path: '/api/session',
    handle: async () => ({ status: 200, body: {}, session: { token: 'secret', expiresAt: Date.UTC(2026, 10, 23) } }),
  },
  { ...route, path: '/api/few', perMinute: 2, handle: async () => ({ status: 200, body: {} }) },
  {
    ...route,
    path: '/api/guess',
    perMinute: 9,
    countedTogether: true,
    handle: async () => ({ status: 200, body: {} }),
  },
  {
    ...route,
    path: '/api/here',
    access: 'loopback',
    handle: async () => ({ status: 200, body: 'figures', contentType: 'text/plain' }),
  },
  { ...route, path: '/sync/long', compressed: true, handle: async () => ({ status: 200, body: ['x'.repeat(2_000)] }) },
  {
    ...route,
    path: '/sync/away',
    async handle() {
      throw new AppError('no-primary', { retryAfterSeconds: 3 });
    },
  },
  { ...route, path: '/sync/short', compressed: true, handle: async () => ({ status: 200, body: ['x'] }) },
];

interface From {
  readonly peer: string;
  readonly client?: string;
  readonly protocol?: string;
  readonly accept?: string;
}

/** Asked by `peer`; where a client is named, `peer` is a proxy that forwards it. */
function get(url: string, { peer, client, protocol, accept }: From = { peer: '127.0.0.1' }) {
  const headers = {
    ...(client === undefined ? {} : { 'x-forwarded-for': client }),
    ...(protocol === undefined ? {} : { 'x-forwarded-proto': protocol }),
    ...(accept === undefined ? {} : { 'accept-encoding': accept }),
  };
  return http.inject({ url, remoteAddress: peer, headers });
}

describe('behind a proxy on this machine', () => {
  const proxied = { peer: '127.0.0.1', client: '192.0.2.7', protocol: 'https' };

  it('serves over HTTPS, with a cookie for HTTPS alone', async () => {
    const { statusCode, headers } = await get('/api/session', proxied);
    expect(statusCode).toBe(200);
    expect(headers['set-cookie']).toMatch(/; Secure/);
    expect((await get('/api/session')).headers['set-cookie']).not.toMatch(/Secure/);
  });

  it('counts each client for itself', async () => {
    const statuses = [];
    for (const client of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2']) {
      statuses.push((await get('/api/few', { ...proxied, client })).statusCode);
    }
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  it('keeps to the rules of plain HTTP where the client came by it', async () => {
    expect((await get('/api/session', { ...proxied, protocol: 'http' })).json()).toMatchObject({
      error: { code: 'https-needed' },
    });
  });

  it('believes nobody else', async () => {
    const pretender = { peer: '192.0.2.7', client: '127.0.0.1', protocol: 'https' };
    expect((await get('/api/session', pretender)).json()).toMatchObject({ error: { code: 'https-needed' } });
  });
});

describe('what is guessed at', () => {
  it('is counted over all copies of the service, by address', async () => {
    const proxied = { peer: '127.0.0.1', client: '192.0.2.7', protocol: 'https' };
    const answers = [await get('/api/guess', proxied), await get('/api/guess', proxied)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 429]);
    expect(answers[1]?.json()).toMatchObject({ error: { code: 'rate-limited' } });
    expect(tried).toEqual([
      ['/api/guess 192.0.2.7', 9],
      ['/api/guess 192.0.2.7', 9],
    ]);
  });
});

describe('a route of this machine alone', () => {
  it('answers here, and nobody whom a proxy forwards', async () => {
    const here = await get('/api/here');
    expect([here.headers['content-type'], here.body]).toEqual(['text/plain', 'figures']);
    const away = await get('/api/here', { peer: '127.0.0.1', client: '192.0.2.7', protocol: 'https' });
    expect(away.json()).toMatchObject({ error: { code: 'loopback-only' } });
  });
});

describe('what is over soon', () => {
  it('says by its code why, and when to come again', async () => {
    const answer = await get('/sync/away');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '3']);
    expect(answer.json()).toMatchObject({ ok: false, error: { code: 'no-primary' } });
  });
});

describe('a long answer', () => {
  it.each(['gzip', 'deflate, gzip;q=0.5, br', '*'])('goes as gzip to who accepts "%s"', async (accept) => {
    const answer = await get('/sync/long', { peer: '127.0.0.1', accept });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.headers['vary']).toBe('accept-encoding');
    expect(answer.rawPayload.length).toBeLessThan(200);
    expect(JSON.parse(gunzipSync(answer.rawPayload).toString())).toEqual(['x'.repeat(2_000)]);
  });

  it.each([undefined, 'identity', 'br', 'gzip;q=0', 'gzip; q=0.000, identity'])(
    'goes as it is to who accepts "%s"',
    async (accept) => {
      const answer = await get('/sync/long', { peer: '127.0.0.1', ...(accept === undefined ? {} : { accept }) });
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.json()).toEqual(['x'.repeat(2_000)]);
    },
  );

  it('is not what a short one is', async () => {
    const answer = await get('/sync/short', { peer: '127.0.0.1', accept: 'gzip' });
    expect([answer.headers['content-encoding'], answer.json()]).toEqual([undefined, ['x']]);
  });
});

describe('closing', () => {
  it('waits for no connection on which nothing is asked', async () => {
    const closing = await createHttpServer<string>({
      routes: [],
      pages: [],
      identify: async () => ({ ok: true, caller: '' }),
      log: false,
      requestsPerMinute: 1_000,
    });
    await closing.listen({ host: '127.0.0.1', port: 0 });
    const accepted = once(closing.server, 'connection');
    const silent = connect((closing.server.address() as AddressInfo).port, '127.0.0.1');
    const ended = once(silent, 'close');
    await accepted;
    // What would end it by force after a while never comes.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      await Promise.all([closing.close(), ended]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('what is served', () => {
  it('is the pages that are built with their files, the routes, and nothing else', async () => {
    for (const path of ['/page/one', '/start/']) {
      const page = await get(path);
      expect([page.statusCode, page.body, page.headers['cache-control']]).toEqual([200, '<!doctype html>', 'no-cache']);
    }
    expect((await get('/page/icon.svg')).headers['content-type']).toBe('image/svg+xml');
    for (const path of ['/', '/page', '/page/one/two', '/metrics', '/icon.svg', '/unbuilt']) {
      expect((await get(path)).json(), path).toMatchObject({ error: { code: 'not-found' } });
    }
    const { paths } = http.document() as { paths: Record<string, object> };
    expect(Object.keys(paths)).toEqual([...routes.map(({ path }) => path), '/page/{id}', '/start/']);
  });
});
