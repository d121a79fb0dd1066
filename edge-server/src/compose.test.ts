import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dataFiles } from './config/data-files.ts';
import { consultation } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const started: EdgeUnderTest[] = [];
afterEach(async () => {
  for (const edge of started.splice(0)) await edge.end();
});

describe('a data folder', () => {
  it('is served by one edge at a time, and by the next once that has stopped', async () => {
    const first = await new EdgeUnderTest().start();
    started.push(first);
    const { dataDir } = first.config;
    await expect(new EdgeUnderTest({ dataDir }).start()).rejects.toMatchObject({
      code: 'data-folder-in-use',
      facts: { folder: dataDir, pid: process.pid },
    });
    expect((await first.call('GET', '/readyz')).status).toBe(200);
    await first.restart();
    expect((await first.call('GET', '/readyz')).status).toBe(200);
  });
});

describe('a log that ends before it did', () => {
  it('is read and not written to: every command is refused with a code, and what watches the box is told', async () => {
    const edge = await new EdgeUnderTest().start();
    started.push(edge);
    await edge.stop();
    writeFileSync(dataFiles(edge.config.dataDir).logEnd, JSON.stringify({ epoch: 1, seq: 1_000 }));
    await edge.start();
    const refused = await edge.command(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'log-unproven' } } });
    expect(await edge.call('GET', '/readyz')).toMatchObject({ status: 503 });
    expect((await edge.call('GET', '/api/v1/board', { token: tokens.nurse })).status).toBe(200);
  });
});

describe('an edge that ends', () => {
  it('tells whoever is still connected that it is not ready, line by line, and refuses everybody else', async () => {
    const edge = await new EdgeUnderTest().start();
    started.push(edge);
    const { url } = edge.running;
    const line = connect(Number(new URL(url).port), '127.0.0.1');
    let heard = '';
    line.setEncoding('utf8').on('data', (text: string) => (heard += text));
    const closed = once(line, 'close');
    // The second request is half said when the doors begin to close.
    line.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /readyz HTTP/1.1\r\nHost: localhost\r\n');
    await vi.waitFor(() => expect(heard).toContain('200 OK'));
    const stopped = edge.stop();
    await vi.waitFor(() => expect(fetch(`${url}/readyz`)).rejects.toThrow());
    line.write('\r\n');
    await Promise.all([closed, stopped]);
    expect(heard).toContain('HTTP/1.1 503');
    const { checks } = JSON.parse(heard.slice(heard.lastIndexOf('\r\n\r\n'))) as { checks: readonly object[] };
    expect(checks).toContainEqual({ name: 'doors', ok: false, needed: true, state: 'ending' });
    expect(checks).toContainEqual(expect.objectContaining({ name: 'storage', ok: true }));
  });
});

describe('a door that opened', () => {
  it('is shut again where another one cannot open, before what is behind it ends', async () => {
    const [other, own] = [createServer(), createServer()];
    const ports = [];
    for (const server of [other, own]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      ports.push((server.address() as AddressInfo).port);
    }
    const [tlsPort = 0, port = 0] = ports;
    await new Promise((resolve) => own.close(resolve));
    await expect(new EdgeUnderTest({ port, tlsPort }).start()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow();
    await new Promise((resolve) => other.close(resolve));
  });
});
