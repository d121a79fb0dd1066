// The commands a screen sent and has no answer to. Each keeps its commandId; it is sent again when no answer came in
// time, when the line returns, and when the server says that the same may succeed later.

import type { Command, CommandType } from '@foyer/contracts/commands.ts';
import type { CommandAnswer } from '@foyer/contracts/http-api.ts';

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;
/** Any command; its commandId is made here. */
export type CommandBody = WithoutId<Command>;
export type Answer = CommandAnswer & { readonly status: number };
/** What came of a command: the server's answer, or `unanswered` when the caller's patience ended first. */
export type Sent = Answer | { readonly ok: false; readonly unanswered: true };

export interface Pending {
  readonly commandId: string;
  readonly type: CommandType;
  readonly command: Command;
  /** performance.now() of the first try. */
  readonly since: number;
}

export interface SendOptions {
  /** Without it a command is kept until it is answered. The server may still carry it out afterwards. */
  readonly giveUpAfterMs?: number;
}

interface Line {
  newId(): string;
  /** False when there is no line now. */
  deliver(command: Command, answer: (answer: Answer) => void): boolean;
  changed(): void;
}

interface Entry extends Pending {
  readonly settle: (sent: Sent) => void;
  attempts: number;
  retry?: ReturnType<typeof setTimeout>;
  giveUp?: ReturnType<typeof setTimeout>;
}

const ANSWER_WITHIN_MS = 4_000;
const LONGEST_PAUSE_MS = 8_000;

export class Commands {
  readonly #line: Line;
  readonly #entries = new Map<string, Entry>();

  constructor(line: Line) {
    this.#line = line;
  }

  get pending(): readonly Pending[] {
    return [...this.#entries.values()];
  }

  send(body: CommandBody, { giveUpAfterMs }: SendOptions = {}): Promise<Sent> {
    const commandId = this.#line.newId();
    const command = { ...body, commandId } as Command;
    return new Promise<Sent>((settle) => {
      const entry: Entry = { commandId, type: body.type, command, since: performance.now(), settle, attempts: 0 };
      this.#entries.set(commandId, entry);
      if (giveUpAfterMs !== undefined) {
        entry.giveUp = setTimeout(() => this.#finish(entry, { ok: false, unanswered: true }), giveUpAfterMs);
      }
      this.#try(entry);
      this.#line.changed();
    });
  }

  /** The line is back: everything unanswered goes again at once. */
  retryAll(): void {
    for (const entry of this.#entries.values()) this.#try(entry);
  }

  stop(): void {
    for (const entry of [...this.#entries.values()]) this.#finish(entry, { ok: false, unanswered: true });
  }

  #try(entry: Entry): void {
    clearTimeout(entry.retry);
    const delivered = this.#line.deliver(entry.command, (answer) => this.#answered(entry, answer));
    if (delivered) entry.attempts += 1;
    entry.retry = setTimeout(() => this.#try(entry), ANSWER_WITHIN_MS);
  }

  #answered(entry: Entry, answer: Answer): void {
    if (!this.#entries.has(entry.commandId)) return;
    if (mayStillSucceed(answer)) {
      clearTimeout(entry.retry);
      entry.retry = setTimeout(() => this.#try(entry), Math.min(500 * 2 ** entry.attempts, LONGEST_PAUSE_MS));
      return;
    }
    this.#finish(entry, answer);
  }

  #finish(entry: Entry, sent: Sent): void {
    clearTimeout(entry.retry);
    clearTimeout(entry.giveUp);
    this.#entries.delete(entry.commandId);
    entry.settle(sent);
    this.#line.changed();
  }
}

const toldAtOnce: readonly string[] = ['storage-full', 'log-unproven'];

/** The server could not take it now (stopping, starting, failing disk, too many at once). A full disk, or an unproven log, is told at once. */
function mayStillSucceed(answer: Answer): boolean {
  if (answer.ok || !('error' in answer)) return false;
  return answer.status === 429 || (answer.status >= 500 && !toldAtOnce.includes(answer.error.code));
}
