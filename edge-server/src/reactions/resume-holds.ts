// A hold that has an end is ended by the system at that time. One timer waits for the earliest; what fell due while
// nothing ran is done at the start, what could not be ended is tried again, and an evacuation is waited out.

import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { hourMs, secondMs } from '@foyer/contracts/time.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import type { Writer } from '../ports/writer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import type { SystemCommands } from './system-commands.ts';

export interface ResumeHoldsParts {
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly state: () => ClinicState | undefined;
  readonly commands: Pick<SystemCommands, 'send'>;
  readonly now: () => number;
}

/** The wall clock may jump: it is looked at again at least this often. */
const longestWaitMs = hourMs;
/** Whether a hold that was due is over by then. */
const lookAgainMs = 30 * secondMs;

export class ResumeHolds {
  readonly name = 'resume-holds';
  readonly #parts: ResumeHoldsParts;
  /** Sent and not answered yet. */
  readonly #resuming = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running = false;

  constructor(parts: ResumeHoldsParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#running = true;
    this.#parts.writer.onCommitted(({ queue }) => {
      const held = queue.tickets?.some(({ standing }) => standing.state === TicketState.onHold) === true;
      if (held || queue.evacuations !== undefined) this.#look();
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
    for (const { id, standing } of state?.queue.tickets.values() ?? []) {
      if (standing.state !== TicketState.onHold || standing.heldUntil === null) continue;
      if (standing.heldUntil <= now && !this.#resuming.has(id)) this.#resume(id);
      next = Math.min(next, standing.heldUntil <= now ? now + lookAgainMs : standing.heldUntil);
    }
    this.#timer = setTimeout(() => this.#look(), next - now).unref();
  }

  #resume(ticketId: string): void {
    this.#resuming.add(ticketId);
    void this.#parts.commands.send({ type: 'resume', ticketId }).then(() => this.#resuming.delete(ticketId));
  }
}
