// A centre for tests: takes every row, keeps the clinic key, and hands out the feed that it was given.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { FeedItem, UpBatch } from '@foyer/contracts/sync-protocol.ts';

type Numbered = FeedItem extends infer I ? (I extends FeedItem ? Omit<I, 'number'> : never) : never;

export class ACentre {
  readonly rows: UpBatch['rows'] = [];
  readonly #items: FeedItem[] = [];
  readonly #server: Server;
  readonly #waiting = new Set<() => void>();
  #refusesKeys = false;

  constructor() {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://centre');
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const said = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
        void this.#answer(url, said.toString() || 'null').then((answer) => {
          response.statusCode = (answer as { readonly ok?: boolean }).ok === false ? 409 : 200;
          response.end(JSON.stringify(answer));
        });
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.#wake();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  give(...items: readonly Numbered[]): void {
    for (const item of items) this.#items.push({ ...item, number: this.#items.length + 1 } as FeedItem);
    this.#wake();
  }

  /** It has another key of this clinic in escrow. */
  holdAnotherKey(): void {
    this.#refusesKeys = true;
  }

  /** Answers whoever waits for news: there is none. */
  sayTheTime(): void {
    this.#wake();
  }

  async #answer(url: URL, body: string): Promise<unknown> {
    switch (url.pathname) {
      case '/sync/v1/position': {
        const last = this.rows.at(-1);
        return { epoch: last === undefined ? 0 : 1, seq: last?.[0] ?? 0, hash: last?.[10] ?? null };
      }
      case '/sync/v1/rows': {
        const { rows } = JSON.parse(body) as UpBatch;
        this.rows.push(...rows);
        return { ok: true, epoch: 1, seq: rows.at(-1)?.[0] ?? 0, dead: 0 };
      }
      case '/sync/v1/feed': {
        const after = Number(url.searchParams.get('after'));
        if (this.#items.length <= after) await new Promise<void>((resolve) => this.#waiting.add(resolve));
        return { version: 1, serverTime: Date.now(), items: this.#items.slice(after), next: this.#items.length };
      }
      case '/sync/v1/clinic-key':
        return this.#refusesKeys ? { ok: false, refusal: { code: 'fork' } } : { ok: true };
      default:
        return { ok: true };
    }
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
