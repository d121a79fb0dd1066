// Who waits outside is called back when so few are ahead as they chose. The queue may have moved with any commit, and under
// calling rules with the time alone; what fell due while nothing ran is done at the start. The decision itself looks once
// more, so nobody is called back twice.

import { minuteMs } from '@foyer/contracts/time.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import { isToBeCalledBack } from '@foyer/domain/queue/step-out.ts';
import type { Writer } from '../ports/writer.ts';
import { callingWorld, type ClinicState } from '../views/clinic-state.ts';
import type { SystemCommands } from './system-commands.ts';

export interface CallBacksParts {
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly state: () => ClinicState | undefined;
  readonly commands: Pick<SystemCommands, 'send'>;
}

export class CallBacks {
  readonly name = 'call-backs';
  readonly #parts: CallBacksParts;
  /** Sent and not answered yet. */
  readonly #calling = new Set<string>();
  #running = false;
  #minute: NodeJS.Timeout | undefined;

  constructor(parts: CallBacksParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#running = true;
    this.#parts.writer.onCommitted(() => this.#look());
    this.#minute = setInterval(() => this.#look(), minuteMs).unref();
    this.#look();
  }

  async stop(): Promise<void> {
    clearInterval(this.#minute);
    this.#running = false;
  }

  #look(): void {
    const state = this.#parts.state();
    if (!this.#running || state === undefined || evacuationNow(state.queue) !== undefined) return;
    for (const ticket of state.queue.tickets.values()) {
      if (ticket.stepOut === undefined || this.#calling.has(ticket.id)) continue;
      if (isToBeCalledBack(ticket, state.queue, callingWorld(state))) this.#call(ticket.id);
    }
  }

  #call(ticketId: string): void {
    this.#calling.add(ticketId);
    void this.#parts.commands.send({ type: 'call-back', ticketId }).then(() => this.#calling.delete(ticketId));
  }
}
