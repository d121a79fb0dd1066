/** A caller of the edge's HTTP door, over one kept connection each. */
import { randomBytes } from 'node:crypto';
import type { Command, CommandType } from '@foyer/contracts/commands.ts';
import type { CommandAnswer, LogPage } from '@foyer/contracts/http-api.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { HttpLine } from './http-line.ts';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type Order = DistributiveOmit<Command, 'commandId'> & { readonly type: CommandType };

export interface Sent {
  readonly commandId: string;
  readonly status: number;
  readonly answer: CommandAnswer;
}

export interface EdgeClient {
  /** Rejects when no whole answer came. */
  send(order: Order, commandId?: string): Promise<Sent>;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  close(): void;
}

export function newCommandId(): string {
  return uuidV7(Date.now(), randomBytes(10));
}

/** `from`: the address to call from; what an address may ask is counted for each. */
export function createEdgeClient(url: string, token: string, from?: string): EdgeClient {
  const line = new HttpLine(url, from);
  const call = async (method: string, path: string, body = ''): Promise<{ status: number; json: unknown }> => {
    const head = `${method} ${path} HTTP/1.1\r\nhost: edge\r\nauthorization: Bearer ${token}\r\n`;
    const length = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    const { status, text } = await line.ask(`${head}${body === '' ? '' : length}\r\n${body}`);
    try {
      return { status, json: JSON.parse(text) };
    } catch {
      throw new Error(`${method} ${path} answered ${status}: ${text.slice(0, 200)}`);
    }
  };
  const ask = async (method: string, path: string, body?: string): Promise<unknown> => {
    const { status, json } = await call(method, path, body);
    if (status !== 200) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(json)}`);
    return json;
  };
  return {
    async send(order, commandId = newCommandId()) {
      const { status, json } = await call('POST', '/api/v1/commands', JSON.stringify({ commandId, ...order }));
      return { commandId, status, answer: json as CommandAnswer };
    },
    get: async <T>(path: string) => (await ask('GET', path)) as T,
    post: async <T>(path: string, body: object) => (await ask('POST', path, JSON.stringify(body))) as T,
    close: () => line.close(),
  };
}

/** What an accepted command says of its result; throws for anything else. */
export function acceptedResult({ status, answer }: Sent): { readonly [key: string]: unknown } {
  if (answer.ok && 'result' in answer) return answer.result;
  throw new Error(`not accepted (${status}): ${JSON.stringify(answer)}`);
}

type LogPageRow = LogPage['rows'][number];

/** The whole log, page by page, with an auditor's token. */
export async function* readLog(client: EdgeClient, after = '0.0'): AsyncGenerator<LogPageRow> {
  for (let next = after; ;) {
    const page = await client.get<LogPage>(`/api/v1/log?after=${next}&limit=1000`);
    yield* page.rows;
    if (page.rows.length === 0 || page.next === next) return;
    next = page.next;
  }
}
