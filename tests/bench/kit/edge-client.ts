/** A caller of the edge's HTTP door, over one kept connection each, as bare as Node can make it. */
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Command, CommandType } from '@foyer/contracts/commands.ts';
import type { CommandAnswer, LogPage } from '@foyer/contracts/http-api.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';

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
  close(): void;
}

export function newCommandId(): string {
  return uuidV7(Date.now(), randomBytes(10));
}

export function createEdgeClient(url: string, token: string): EdgeClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const call = (method: string, path: string, body?: string): Promise<{ status: number; json: unknown }> =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      const outgoing = request(new URL(path, url), { method, agent, headers }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.once('error', reject);
        incoming.once('close', () => {
          if (!incoming.complete) reject(new Error('the answer was cut off'));
        });
        incoming.once('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          try {
            resolve({ status: incoming.statusCode ?? 0, json: JSON.parse(text) });
          } catch {
            reject(new Error(`${method} ${path} answered ${incoming.statusCode}: ${text.slice(0, 200)}`));
          }
        });
      });
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  return {
    async send(order, commandId = newCommandId()) {
      const body = JSON.stringify({ commandId, ...order });
      const { status, json } = await call('POST', '/api/v1/commands', body);
      return { commandId, status, answer: json as CommandAnswer };
    },
    async get<T>(path: string) {
      const { status, json } = await call('GET', path);
      if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(json)}`);
      return json as T;
    },
    close: () => agent.destroy(),
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
