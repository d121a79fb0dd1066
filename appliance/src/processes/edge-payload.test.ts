import { once } from 'node:events';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { EdgePayload } from './edge-payload.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0)) await one();
});

/** Answers for the edge, and a release whose program is `main`. */
async function aBox(main: string, answers: Readonly<Record<string, readonly [number, string]>>) {
  const server = createServer((request, response) => {
    const [status, text] = answers[request.url ?? ''] ?? [404, ''];
    response.writeHead(status).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const versions = mkdtempSync(join(tmpdir(), 'foyer-versions-'));
  mkdirSync(join(versions, '1.0.0-5', 'bin'), { recursive: true });
  mkdirSync(join(versions, '1.0.0-5', 'edge-server', 'src'), { recursive: true });
  symlinkSync(process.execPath, join(versions, '1.0.0-5', 'bin', 'node'));
  writeFileSync(join(versions, '1.0.0-5', 'edge-server', 'src', 'main.js'), main);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const payload = new EdgePayload({ versions, url, environment: {} });
  undo.push(
    () => payload.stop(),
    () => server.close(),
  );
  return payload;
}
const running = 'process.on("SIGTERM", () => process.exit(0)); setInterval(() => {}, 1_000);';
const figures = 'foyer_log_seq 9\nfoyer_tickets_waiting 2\n';

describe('a release as a process', () => {
  it('is well where it is alive and ready, and says how many wait', async () => {
    const payload = await aBox(running, { '/healthz': [200, ''], '/readyz': [200, ''], '/metrics': [200, figures] });
    payload.start('1.0.0-5');
    expect(payload.runs).toBe('1.0.0-5');
    expect(await payload.health()).toEqual({ well: true, waiting: 2 });
    expect(payload.answered).toBe(true);
    await payload.stop();
    expect(payload.runs).toBeNull();
  });

  it('is ill where it is alive and not ready, and nobody knows who waits', async () => {
    const payload = await aBox(running, { '/healthz': [200, ''], '/readyz': [503, ''], '/metrics': [200, figures] });
    expect(await payload.health()).toEqual({ well: false, waiting: undefined });
    expect(payload.answered).toBe(true);
  });

  it('runs no more when it has ended by itself', async () => {
    const payload = await aBox('process.exit(1);', {});
    payload.start('1.0.0-5');
    await expect.poll(() => payload.runs).toBeNull();
    await payload.stop();
  });
});
