// Copies on another machine, over the line of copies.

import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { AppError } from '@foyer/contracts/app-error.ts';
import { errorCodes, type ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { CopyStore, StoredFile } from '../../ports/copy-store.ts';
import { copyPath, lineKey, lineOptions, pskIdentity } from './copy-line.ts';

export interface MachineStoreParts {
  /** `https://host:port`. */
  readonly url: string;
  readonly secret: string;
  readonly answerMs?: number;
}

/** Of silence. */
const usualAnswerMs = 5_000;

export class MachineStore implements CopyStore {
  readonly place = 'machine';
  readonly #url: string;
  readonly #answerMs: number;
  readonly #agent: Agent;

  constructor({ url, secret, answerMs = usualAnswerMs }: MachineStoreParts) {
    this.#url = url;
    this.#answerMs = answerMs;
    const psk = lineKey(secret);
    this.#agent = new Agent({
      ...lineOptions,
      keepAlive: true,
      maxSockets: 1,
      // Whoever has the secret is who is meant.
      checkServerIdentity: () => undefined,
      pskCallback: () => ({ psk, identity: pskIdentity }),
    });
  }

  async list(): Promise<readonly StoredFile[]> {
    return JSON.parse((await whole(await this.#ask('GET', 'files'))).toString()) as readonly StoredFile[];
  }

  async *read(name: string): AsyncGenerator<Uint8Array> {
    const answer = await this.#ask('GET', `files/${name}`);
    try {
      yield* answer as AsyncIterable<Uint8Array>;
    } catch (cause) {
      throw away(cause);
    }
  }

  async append(name: string, at: number, bytes: Uint8Array): Promise<void> {
    await whole(await this.#ask('POST', `files/${name}?at=${at}`, only(bytes)));
  }

  async put(name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    await whole(await this.#ask('PUT', `files/${name}`, content));
  }

  async remove(names: readonly string[]): Promise<void> {
    await whole(await this.#ask('POST', 'remove', only(Buffer.from(JSON.stringify(names)))));
  }

  /** Its answer where that is good. Throws the code that it refuses with, or `copy-not-reached`. */
  async #ask(method: string, path: string, body?: AsyncIterable<Uint8Array>): Promise<IncomingMessage> {
    const asked = request(new URL(copyPath + path, this.#url), {
      method,
      agent: this.#agent,
      timeout: this.#answerMs,
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    // Told by whoever waits; after an answer that came before the whole was sent, by nobody.
    asked.on('error', () => undefined);
    const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
    answered.catch(() => undefined);
    let answer: IncomingMessage;
    try {
      for await (const bytes of body ?? []) {
        if (!asked.write(bytes)) await Promise.race([once(asked, 'drain'), answered]);
      }
      asked.end();
      [answer] = await answered;
    } catch (cause) {
      asked.destroy();
      throw away(cause);
    }
    if (answer.statusCode === 200) return answer;
    throw refusedWith(await whole(answer));
  }
}

function refusedWith(body: Buffer): AppError {
  try {
    const { code, ...facts } = JSON.parse(body.toString()) as { readonly code: string };
    if (code in errorCodes) return new AppError(code as ErrorCode, facts);
  } catch {
    // A proxy's page: nobody of ours answered.
  }
  return away();
}

async function whole(answer: IncomingMessage): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of answer as AsyncIterable<Uint8Array>) parts.push(part);
  } catch (cause) {
    throw away(cause);
  }
  return Buffer.concat(parts);
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function away(cause?: unknown): AppError {
  return cause instanceof AppError ? cause : new AppError('copy-not-reached', { place: 'machine' }, { cause });
}
