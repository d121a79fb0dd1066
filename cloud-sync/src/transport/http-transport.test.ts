import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { toBatch } from '../batch.ts';
import { TestLog } from '../testing.ts';
import { HttpTransport } from './http-transport.ts';

const running: { close(): void }[] = [];
afterEach(() => running.splice(0).forEach((server) => server.close()));

async function aCentre(answer: (request: IncomingMessage, body: Buffer, response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => answer(request, Buffer.concat(parts), response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new HttpTransport({ url, token: () => 'secret', timeoutMs: 2_000 });
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
});
