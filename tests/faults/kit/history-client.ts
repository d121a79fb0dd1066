/**
 * One of several clients at once, over a line that is cut now and then. Whoever got no answer sends the same again, to the
 * next life of the edge too; some is sent twice at once, or again long after its answer.
 */
import type { CommandAnswer } from '@foyer/contracts/http-api.ts';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import type { QueueCommand } from '@foyer/domain/queue/decide.ts';
import { createEdgeClient, newCommandId, type EdgeClient, type Sent } from '../../bench/kit/edge-client.ts';
import type { Random } from '../../bench/kit/random.ts';
import { sendAndHangUp } from './bad-line.ts';
import type { CommandSent, Operation } from './history.ts';
import { pickOne } from './pick-one.ts';
import type { KnownTickets, QueueOrder } from './queue-orders.ts';

/** Of a hundred commands. */
const cutOfHundred = 10;
const twiceOfHundred = 8;
const againOfHundred = 8;
/** Among so many of its latest it chooses the one that it sends again. */
const remembered = 30;

type OpenCommand = Omit<CommandSent, 'answeredAt'>;

export interface HistoryClientParts {
  readonly token: string;
  readonly sender: Sender;
  readonly known: KnownTickets;
  readonly random: Random;
  readonly record: (operation: Operation) => void;
  /** It was sent once more, long after its answer. */
  readonly repeated: (operation: CommandSent) => void;
}

export class HistoryClient {
  readonly #parts: HistoryClientParts;
  readonly #answered: CommandSent[] = [];
  /** Sent, and not answered yet. */
  #open: OpenCommand | undefined;
  #lines: readonly EdgeClient[] = [];
  #url = '';

  constructor(parts: HistoryClientParts) {
    this.#parts = parts;
  }

  connect(url: string): void {
    this.close();
    const { token } = this.#parts;
    this.#url = url;
    this.#lines = [createEdgeClient(url, token), createEdgeClient(url, token)];
  }

  close(): void {
    for (const line of this.#lines) line.close();
  }

  /** Rejects when the edge is gone before the answer: then it is sent again by `resume`. */
  async send(order: QueueOrder): Promise<void> {
    const { sender, random } = this.#parts;
    const command = { ...order, commandId: newCommandId() } as QueueCommand;
    const moment = { askedAt: performance.now(), wallAt: Date.now() };
    const open: OpenCommand = { kind: 'command', command, sender, ...moment, answers: [] };
    this.#open = open;
    const fate = random.below(100);
    if (fate < cutOfHundred) await sendAndHangUp(this.#url, this.#parts.token, JSON.stringify(command));
    const twice = fate >= cutOfHundred && fate < cutOfHundred + twiceOfHundred;
    await this.#deliver(open, twice);
    if (random.below(100) < againOfHundred) await this.#sendAgain();
  }

  /** What was under way when the edge died. */
  async resume(): Promise<void> {
    if (this.#open !== undefined) await this.#deliver(this.#open, false);
  }

  async read(ticketId: string): Promise<void> {
    const askedAt = performance.now();
    const [line] = this.#lines;
    const answer = await line!.get<Ticket>(`/api/v1/tickets/${ticketId}`).catch((error: Error) => {
      if (error.message.includes('answered 404')) return null;
      throw error;
    });
    this.#parts.record({ kind: 'read', ticketId, askedAt, answeredAt: performance.now(), answer });
  }

  async #deliver(open: OpenCommand, twice: boolean): Promise<void> {
    const sent = this.#lines.slice(0, twice ? 2 : 1).map((line) => this.#ask(line, open.command));
    const answered = await Promise.any(sent).then(() => performance.now());
    this.#open = undefined;
    for (const result of await Promise.allSettled(sent)) {
      if (result.status === 'fulfilled') open.answers.push(result.value);
    }
    const operation = { ...open, answeredAt: answered };
    this.#parts.known.hear(open.answers[0]!);
    this.#parts.record(operation);
    if (this.#answered.push(operation) > remembered) this.#answered.shift();
  }

  async #sendAgain(): Promise<void> {
    const earlier = pickOne(this.#answered, this.#parts.random);
    if (earlier === undefined) return;
    earlier.answers.push(await this.#ask(this.#lines[1]!, earlier.command));
    this.#parts.repeated(earlier);
  }

  async #ask(line: EdgeClient, command: QueueCommand): Promise<CommandAnswer> {
    const { commandId, ...order } = command;
    const { answer }: Sent = await line.send(order as Parameters<EdgeClient['send']>[0], commandId);
    return answer;
  }
}
