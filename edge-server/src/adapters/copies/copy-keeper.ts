// The machine that keeps a clinic's copy: takes what the box sends into a folder, and hands it out again. It can open none
// of it. A box that was replaced is refused, which is how one that comes back to life finds out.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { AppError } from '@foyer/contracts/app-error.ts';
import { errorCodes } from '@foyer/contracts/error-codes.ts';
import type { CopyStore } from '../../ports/copy-store.ts';
import { isCopyName } from './copy-names.ts';
import { copyPath, lineKey, lineOptions, mostBytes, pskIdentity } from './copy-line.ts';

export interface CopyKeeperParts {
  readonly store: CopyStore;
  readonly secret: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly host: string;
}

export class CopyKeeper {
  readonly name = 'copy-keeper';
  readonly #parts: CopyKeeperParts;
  readonly #server: Server;

  constructor(parts: CopyKeeperParts) {
    this.#parts = parts;
    const psk = lineKey(parts.secret);
    this.#server = createServer(
      { ...lineOptions, pskCallback: (_socket, identity) => (identity === pskIdentity ? psk : null) },
      (request, response) => void this.#answer(request, response),
    );
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  start(): Promise<void> {
    const { port, host } = this.#parts;
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, resolve);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#serve(request, response);
    } catch (cause) {
      const fault = cause instanceof AppError ? cause : new AppError('internal', {}, { cause });
      const { status } = errorCodes[fault.code];
      if (response.headersSent) response.destroy();
      else response.writeHead(status).end(JSON.stringify({ code: fault.code, ...fault.facts }));
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { store } = this.#parts;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://copy');
    const asked = `${request.method} ${pathname}`;
    const name = pathname.startsWith(`${copyPath}files/`) ? pathname.slice(`${copyPath}files/`.length) : undefined;
    if (name !== undefined && !isCopyName(name)) throw new AppError('not-found');
    if (asked === `GET ${copyPath}files`) {
      response.end(JSON.stringify(await store.list()));
      return;
    }
    if (asked === `POST ${copyPath}remove`) {
      const names = JSON.parse((await bodyOf(request)).toString()) as readonly string[];
      await store.remove(names.filter(isCopyName));
    } else if (name !== undefined && request.method === 'GET') {
      for await (const bytes of store.read(name)) response.write(bytes);
      response.end();
      return;
    } else if (name !== undefined && request.method === 'POST') {
      const at = Number(searchParams.get('at'));
      if (!Number.isSafeInteger(at) || at < 0) throw new AppError('invalid-request', { path: 'at' });
      await store.append(name, at, await bodyOf(request));
    } else if (name !== undefined && request.method === 'PUT') {
      await store.put(name, request as AsyncIterable<Uint8Array>);
    } else throw new AppError('not-found');
    response.end('{"ok":true}');
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > mostBytes) throw new AppError('body-too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
