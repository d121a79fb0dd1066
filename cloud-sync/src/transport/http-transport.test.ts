import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { toBatch } from '../batch.ts';
import { TestLog } from '../testing.ts';
import { HttpTransport } from './http-transport.ts';

const running: { close(): void }[] = [];
afterEach(() => running.splice(0).forEach((server) => server.close()));

async function aCentre(
  answer: (request: IncomingMessage, body: Buffer, response: ServerResponse) => void,
  said: { readonly run?: string } = {},
) {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => answer(request, Buffer.concat(parts), response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new HttpTransport({ url, token: () => 'secret', timeoutMs: 2_000, ...said });
}
const forever = new AbortController().signal;

describe('the line over HTTP', () => {
  it('sends a batch compressed, with its credential, and takes the acknowledgement', async () => {
    const log = new TestLog();
    log.append(2);
    const batch = toBatch(log.rows, []);
    const transport = await aCentre((request, body, response) => {
      expect(request.headers).toMatchObject({ authorization: 'Bearer secret', 'content-encoding': 'gzip' });
      expect(JSON.parse(gunzipSync(body).toString())).toEqual(batch);
      response.end('{"ok":true,"epoch":1,"seq":2,"dead":0}');
    });
    expect(await transport.push(batch, forever)).toEqual({ ok: true, epoch: 1, seq: 2, dead: 0 });
  });

  it('sends a batch as it was packed before, and packs it anew where the centre turned out to be older', async () => {
    const log = new TestLog();
    log.append(2);
    const batch = toBatch(log.rows, []);
    const bodies: string[] = [];
    const transport = await aCentre((request, body, response) => {
      if (request.method === 'POST') bodies.push(gunzipSync(body).toString());
      response.end(
        request.method === 'POST' ? '{"ok":true,"epoch":1,"seq":2,"dead":0}' : '{"epoch":0,"seq":0,"hash":null}',
      );
    });
    await transport.pack(() => batch);
    await transport.push(batch, forever);
    await transport.position(forever);
    await transport.push(batch, forever);
    expect(bodies).toEqual([JSON.stringify(batch), JSON.stringify({ ...batch, version: 1 })]);
  });

  it('asks up to where the log was held for so many days, and rejects where a centre signs nothing', async () => {
    const asked: (string | undefined)[] = [];
    const transport = await aCentre(({ url }, _body, response) => {
      asked.push(url);
      if (asked.length > 1) response.statusCode = 404;
      response.end('{"checkpoint":null}');
    });
    expect(await transport.checkpoint(30, forever)).toEqual({ checkpoint: null });
    await expect(transport.checkpoint(365, forever)).rejects.toThrow();
    expect(asked).toEqual(['/sync/v1/checkpoint?days=30', '/sync/v1/checkpoint?days=365']);
  });

  it('hands a refusal on as an answer, and rejects every other status', async () => {
    let status = 409;
    const transport = await aCentre((_request, _body, response) => {
      response.statusCode = status;
      response.end('{"ok":false,"refusal":{"code":"gap","expected":{"epoch":1,"seq":1}}}');
    });
    const log = new TestLog();
    log.append();
    expect(await transport.push(toBatch(log.rows, []), forever)).toMatchObject({ refusal: { code: 'gap' } });
    expect(await transport.escrow(new Uint8Array(32), forever)).toMatchObject({ ok: false });
    status = 401;
    await expect(transport.position(forever)).rejects.toMatchObject({ code: 'not-ready' });
  });

  it('rejects an answer that is cut short', async () => {
    const transport = await aCentre((_request, _body, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"ok":');
      response.destroy();
    });
    await expect(transport.position(forever)).rejects.toThrow();
  });

  it('says its version, its run and how much is coming', async () => {
    const log = new TestLog();
    log.append(2);
    const run = '01990000-0000-4000-8000-000000000001';
    const transport = await aCentre(
      (request, _body, response) => {
        expect(request.headers).toMatchObject({ 'foyer-protocol': '2', 'foyer-run': run, 'foyer-rows': '2' });
        expect(request.headers['foyer-behind']).toBe('40');
        response.end('{"ok":true,"epoch":1,"seq":2,"dead":0}');
      },
      { run },
    );
    expect(await transport.push(toBatch(log.rows, []), forever, 40)).toMatchObject({ ok: true });
  });

  it('falls back to a centre that says nothing of versions, and to one that refuses its own', async () => {
    const log = new TestLog();
    log.append();
    const said: unknown[] = [];
    let speaks: string | undefined;
    const transport = await aCentre((request, body, response) => {
      said.push(request.headers['foyer-protocol']);
      if (body.length > 0) said.push((JSON.parse(gunzipSync(body).toString()) as { version: number }).version);
      if (speaks !== undefined && request.headers['foyer-protocol'] !== undefined) {
        response.statusCode = 426;
        response.end(`{"ok":false,"error":{"code":"protocol-too-new","message":""},"speaks":${speaks}}`);
      } else response.end('{"ok":true,"epoch":0,"seq":0,"hash":null,"dead":0}');
    });
    await transport.position(forever);
    await transport.push(toBatch(log.rows, []), forever);
    expect(said.splice(0)).toEqual(['2', undefined, 1]);
    speaks = '[1,0]';
    await expect(transport.position(forever)).rejects.toMatchObject({ code: 'not-ready' });
    await transport.push(toBatch(log.rows, []), forever);
    expect(said).toEqual(['2', undefined, 1]);
    speaks = '[7,8]';
    await expect(transport.position(forever)).rejects.toMatchObject({ code: 'protocol-too-old' });
  });

  it('hands on how long a busy centre, or a proxy before it, says to wait', async () => {
    let answer: [number, string, Record<string, string>] = [
      503,
      '{"ok":false,"error":{"code":"centre-busy"},"retryAfterMs":4200,"rows":700}',
      {},
    ];
    const transport = await aCentre((_request, _body, response) =>
      response.writeHead(answer[0], answer[2]).end(answer[1]),
    );
    await expect(transport.position(forever)).rejects.toMatchObject({ retryAfterMs: 4_200, rows: 700 });
    answer = [429, '{}', { 'retry-after': '7' }];
    await expect(transport.position(forever)).rejects.toMatchObject({ retryAfterMs: 7_000 });
    answer = [503, '{"ok":false,"error":{"code":"not-ready"}}', {}];
    await expect(transport.position(forever)).rejects.toMatchObject({ code: 'not-ready' });
  });
});
