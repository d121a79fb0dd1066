import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../ports/log.ts';
import { answerErrors } from './errors.ts';
import { pageHandlers } from './pages.ts';
import { routeEntries } from './route-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-pages-'));
const folders = { kiosk: join(folder, 'kiosk'), display: join(folder, 'display'), staff: join(folder, 'not-built') };
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folders.kiosk, 'assets'), { recursive: true });
  mkdirSync(join(folders.display, 'ticket', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.key'), 'secret');
  writeFileSync(join(folders.kiosk, 'index.html'), '<p>kiosk</p>');
  writeFileSync(join(folders.kiosk, 'sw.js'), 'worker');
  writeFileSync(join(folders.kiosk, 'assets', 'main-abc123.js'), 'script');
  writeFileSync(join(folders.kiosk, 'assets', 'camera-worker-abc123.js'), 'worker');
  writeFileSync(join(folders.kiosk, 'assets', 'main-abc123.js.br'), brotliCompressSync('script'));
  writeFileSync(join(folders.display, 'ticket', 'assets', 'ticket-abc.js'), 'ticket script');
  writeFileSync(join(folders.display, 'ticket', 'index.html'), '<p>ticket</p>');
  app = fastify();
  answerErrors(app, silentLog);
  for (const [id, handler] of Object.entries(pageHandlers(folders, { isOpen: () => false }))) {
    app.get(routeEntries[id as keyof typeof routeEntries].url, handler);
  }
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

describe('the screens’ pages', () => {
  it('are asked for again each time; files with a hash in their name are kept', async () => {
    const page = await app.inject('/kiosk/');
    expect([page.body, page.headers['cache-control'], page.headers['content-type']]).toEqual([
      '<p>kiosk</p>',
      'no-cache',
      'text/html; charset=utf-8',
    ]);
    expect((await app.inject('/kiosk/sw.js')).headers['cache-control']).toBe('no-cache');
    const script = await app.inject('/kiosk/assets/main-abc123.js');
    expect([script.body, script.headers['cache-control']]).toEqual(['script', 'public, max-age=31536000, immutable']);
  });

  it('are sent compressed to who can read that', async () => {
    const { headers } = await app.inject({
      url: '/kiosk/assets/main-abc123.js',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect([headers['content-encoding'], headers['content-type']]).toEqual([
      'br',
      'application/javascript; charset=utf-8',
    ]);
  });

  it('let the worker of the camera compile WebAssembly, and nothing else', async () => {
    const policyOf = async (url: string) => (await app.inject(url)).headers['content-security-policy'];
    expect(await policyOf('/kiosk/assets/camera-worker-abc123.js')).toContain("'wasm-unsafe-eval'");
    for (const url of ['/kiosk/', '/kiosk/assets/main-abc123.js']) expect(await policyOf(url)).toBeUndefined();
  });

  it('take a path of their own for the page, and the folder without its slash for the folder', async () => {
    expect((await app.inject('/kiosk/walk-in')).body).toBe('<p>kiosk</p>');
    expect((await app.inject('/kiosk')).headers.location).toBe('/kiosk/');
  });

  it('have the patient’s page at its own address, and its files beside it', async () => {
    expect((await app.inject('/t/AAAAAAAAAAAAAAAAAAAAAA')).body).toBe('<p>ticket</p>');
    expect((await app.inject('/t/assets/ticket-abc.js')).body).toBe('ticket script');
  });

  it.each([
    '/kiosk/../secret.key',
    '/kiosk/%2e%2e/secret.key',
    '/kiosk/..%2fsecret.key',
    '/kiosk/assets/nothing.js',
    '/staff/',
    '/kiosk/%00.js',
  ])('say of %s that there is nothing', async (url) => {
    const answered = await app.inject(url);
    expect(answered.statusCode).toBeGreaterThanOrEqual(400);
    expect(answered.statusCode).toBeLessThan(500);
    expect(answered.json()).toMatchObject({ ok: false, error: { code: expect.any(String) as string } });
    expect(answered.body).not.toContain('secret');
  });
});
