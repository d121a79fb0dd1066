// Who is called and does not come counts as not here by the clinic's rule. One timer waits for the earliest; the decision
// looks once more, so that whoever came meanwhile stays, and an evacuation is waited out.

import { hourMs, secondMs } from '@foyer/contracts/time.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import { givenUpAt } from '@foyer/domain/queue/not-answered.ts';
import type { Writer } from '../ports/writer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import type { SystemCommands } from './system-commands.ts';

export interface GiveUpCallsParts {
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly state: () => ClinicState | undefined;
  readonly commands: Pick<SystemCommands, 'send'>;
  readonly now: () => number;
}

/** The wall clock may jump: it is looked at again at least this often. */
const longestWaitMs = hourMs;
/** Whether a call that was due is over by then. */
const lookAgainMs = 30 * secondMs;

export class GiveUpCalls {
  readonly name = 'give-up-calls';
  readonly #parts: GiveUpCallsParts;
  /** Sent and not answered yet. */
  readonly #sent = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running = false;

  constructor(parts: GiveUpCallsParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#running = true;
    this.#parts.writer.onCommitted(({ queue, reference }) => {
      if (queue.tickets !== undefined || queue.evacuations !== undefined || reference) this.#look();
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
    const rule = state?.configuration.notAnswered;
    if (!this.#running || state === undefined || rule === undefined || evacuationNow(state.queue) !== undefined) return;
    const now = this.#parts.now();
    let next = now + longestWaitMs;
    for (const { ticketId } of state.queue.servicePoints.values()) {
      const ticket = state.queue.tickets.get(ticketId ?? '');
      const due = ticket === undefined ? undefined : givenUpAt(ticket, rule);
      if (ticket === undefined || due === undefined) continue;
      if (due <= now && !this.#sent.has(ticket.id)) this.#giveUp(ticket.id);
      next = Math.min(next, due <= now ? now + lookAgainMs : due);
    }
    this.#timer = setTimeout(() => this.#look(), next - now).unref();
  }

  #giveUp(ticketId: string): void {
    this.#sent.add(ticketId);
    void this.#parts.commands.send({ type: 'mark-not-answered', ticketId }).then(() => this.#sent.delete(ticketId));
  }
}
