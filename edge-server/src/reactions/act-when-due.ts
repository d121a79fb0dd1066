// What the system does to tickets by itself when a time has come. One timer waits for the earliest; what fell due while
// nothing ran is done at the start, what could not be done is tried again, and an evacuation is waited out. The decision
// looks once more, so that whoever was quicker stays.

import { hourMs, secondMs, type EpochMs } from '@foyer/contracts/time.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import type { Committed, Writer } from '../ports/writer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import type { SystemCommands } from './system-commands.ts';

export interface ActWhenDueParts {
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly state: () => ClinicState | undefined;
  readonly commands: Pick<SystemCommands, 'send'>;
  readonly now: () => number;
}

export interface DueTicket {
  readonly ticketId: string;
  readonly at: EpochMs;
}

/** The wall clock may jump: it is looked at again at least this often. */
const longestWaitMs = hourMs;
/** Whether what was due is done by then. */
const lookAgainMs = 30 * secondMs;

export abstract class ActWhenDue {
  abstract readonly name: string;
  readonly #parts: ActWhenDueParts;
  /** Sent and not answered yet. */
  readonly #sent = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running = false;

  constructor(parts: ActWhenDueParts) {
    this.#parts = parts;
  }

  /** What is done to a ticket. */
  protected abstract readonly act: 'mark-not-answered' | 'resume';

  /** Each ticket to which it will be done, and when. */
  protected abstract due(state: ClinicState): Iterable<DueTicket>;

  /** Whether a commit may have changed that. */
  protected abstract isConcerned(committed: Committed): boolean;

  async start(): Promise<void> {
    this.#running = true;
    this.#parts.writer.onCommitted((committed) => {
      if (committed.queue.evacuations !== undefined || this.isConcerned(committed)) this.#look();
    });
    this.#look();
  }

  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  #look(): void {
    clearTimeout(this.#timer);
    const state = this.#parts.state();
    if (!this.#running || (state !== undefined && evacuationNow(state.queue) !== undefined)) return;
    const now = this.#parts.now();
    let next = now + longestWaitMs;
    for (const { ticketId, at } of state === undefined ? [] : this.due(state)) {
      if (at <= now && !this.#sent.has(ticketId)) this.#do(ticketId);
      next = Math.min(next, at <= now ? now + lookAgainMs : at);
    }
    this.#timer = setTimeout(() => this.#look(), next - now).unref();
  }

  #do(ticketId: string): void {
    this.#sent.add(ticketId);
    void this.#parts.commands.send({ type: this.act, ticketId }).then(() => this.#sent.delete(ticketId));
  }
}
