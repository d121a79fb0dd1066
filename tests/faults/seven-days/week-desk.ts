/**
 * Everybody at the clinic who sends something to its box, as they do when it is killed in the middle: what had no answer
 * is sent again under its own id once the box is back, and what was answered is written down.
 */
import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { settledPort } from '@foyer/demo/launch/free-port.ts';
import type { BenchClinic } from '../../bench/kit/bench-clinic.ts';
import type { ClockHand } from '../../bench/kit/clock-hand.ts';
import {
  acceptedResult,
  createEdgeClient,
  type EdgeClient,
  type Order,
  type Sent,
} from '../../bench/kit/edge-client.ts';
import { type EdgeProcess, startEdge } from '../../bench/kit/edge-process.ts';
import { Ledger } from '../kit/ledger.ts';

export interface WeekDeskParts {
  readonly clinic: BenchClinic;
  readonly clock: ClockHand;
  readonly environment: Readonly<Record<string, string>>;
}

const mostTries = 4;

export class WeekDesk {
  readonly ledger = new Ledger();
  readonly #parts: WeekDeskParts;
  readonly #clients = new Map<string, EdgeClient>();
  #port = 0;
  #edge: EdgeProcess | undefined;
  #isBack: Promise<void> = Promise.resolve();
  #newestSeq = 0;
  #sentAgain = 0;

  constructor(parts: WeekDeskParts) {
    this.#parts = parts;
  }

  get url(): string {
    return this.#edge!.url;
  }

  /** The newest row that anybody was told of. */
  get newestSeq(): number {
    return this.#newestSeq;
  }

  /** Commands whose answer was cut off. */
  get sentAgain(): number {
    return this.#sentAgain;
  }

  async start(): Promise<void> {
    this.#port = await settledPort(0);
    await this.#startEdge();
  }

  async stop(): Promise<void> {
    for (const client of this.#clients.values()) client.close();
    await this.#edge?.stop();
  }

  /** As when somebody pulls the plug: it is away for so long, and comes back by itself. */
  async kill(awayMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#isBack = promise;
    await this.#edge?.kill();
    this.#parts.clock.move(awayMs);
    await this.#startEdge();
    resolve();
  }

  /** Its result; throws when it was refused. */
  async done<Result extends object>(token: string, order: Order): Promise<Result> {
    return acceptedResult(await this.send(token, order)) as Result;
  }

  async send(token: string, order: Order): Promise<Sent> {
    const commandId = uuidV7(Math.round(this.#parts.clock.now()), randomBytes(10));
    for (let tries = 1; ; tries++) {
      await this.#isBack;
      try {
        return this.#note(await this.#client(token).send(order, commandId));
      } catch (error) {
        if (tries === mostTries) throw error;
        this.#sentAgain += 1;
      }
    }
  }

  #note(sent: Sent): Sent {
    const { commandId, answer, status } = sent;
    if (status >= 500 || status === 429) throw new Error(`${status}: ${JSON.stringify(answer)}`);
    if (!answer.ok || !('seq' in answer)) return sent;
    const { epoch, seq } = answer;
    this.#newestSeq = Math.max(this.#newestSeq, seq);
    this.ledger.acknowledge({ commandId, epoch, seq, answer: JSON.stringify(answer) });
    return sent;
  }

  #client(token: string): EdgeClient {
    const known = this.#clients.get(token);
    if (known !== undefined) return known;
    const client = createEdgeClient(this.#edge!.url, token);
    this.#clients.set(token, client);
    return client;
  }

  async #startEdge(): Promise<void> {
    const { clinic, clock, environment } = this.#parts;
    this.#edge = await startEdge({ clinic, environment, port: this.#port, nodeOptions: clock.nodeOptions });
  }
}
