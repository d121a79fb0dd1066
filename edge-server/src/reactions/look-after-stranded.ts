// A ticket that nobody will call by themselves becomes somebody's work once that has lasted as long as the clinic says,
// and nobody's when it moved. Since when it lasts is in the log, which a start reads.

import { minuteMs, secondMs } from '@foyer/contracts/time.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import { strandedCause, type StrandedCause } from '@foyer/domain/queue/stranded.ts';
import type { Writer } from '../ports/writer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import type { DayHistory } from '../views/day-fold.ts';
import { strandedSince, type Stranded } from '../views/stranded-since.ts';
import type { SystemCommands } from './system-commands.ts';

export interface LookAfterStrandedParts {
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly state: () => ClinicState | undefined;
  readonly commands: Pick<SystemCommands, 'send'>;
  readonly history: DayHistory;
  readonly now: () => number;
}

const lookEveryMs = 30 * secondMs;

export class LookAfterStranded {
  readonly name = 'look-after-stranded';
  readonly #parts: LookAfterStrandedParts;
  #since = new Map<string, Stranded>();
  /** Sent and not answered yet. */
  readonly #sent = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: LookAfterStrandedParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#parts.writer.onCommitted(() => this.#settle());
    this.#since = this.#sinceInLog();
    this.#look();
    this.#timer = setInterval(() => this.#look(), lookEveryMs).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
  }

  #sinceInLog(): Map<string, Stranded> {
    const state = this.#parts.state();
    if (state?.configuration.stranded === undefined) return new Map();
    const tickets = [...state.queue.tickets.values()].filter(({ id }) => this.#causeOf(id, state) !== undefined);
    return strandedSince(tickets, this.#parts.history);
  }

  /** What has moved is over at once. */
  #settle(): void {
    const state = this.#state();
    if (state === undefined) return;
    for (const ticket of state.queue.tickets.values()) {
      if (ticket.stranded === undefined) continue;
      if (ticket.stranded.cause !== this.#causeOf(ticket.id, state)) this.#send(ticket.id);
    }
  }

  #look(): void {
    const state = this.#state();
    if (state === undefined) return;
    this.#settle();
    const lastsMs = (state.configuration.stranded?.afterMinutes ?? Infinity) * minuteMs;
    const now = this.#parts.now();
    for (const { id, stranded } of state.queue.tickets.values()) {
      const cause = this.#causeOf(id, state);
      if (cause === undefined) {
        this.#since.delete(id);
        continue;
      }
      const known = this.#since.get(id);
      const since = known?.cause === cause ? known : { cause, at: now };
      this.#since.set(id, since);
      if (stranded === undefined && now - since.at >= lastsMs) this.#send(id);
    }
  }

  #causeOf(ticketId: string, state: ClinicState): StrandedCause | undefined {
    const ticket = state.queue.tickets.get(ticketId);
    const isLookedAfter = ticket !== undefined && state.configuration.stranded !== undefined;
    return isLookedAfter ? strandedCause(ticket, state.queue, state) : undefined;
  }

  /** While the building is being left, every place is as it was. */
  #state(): ClinicState | undefined {
    const state = this.#parts.state();
    return state === undefined || evacuationNow(state.queue) !== undefined ? undefined : state;
  }

  #send(ticketId: string): void {
    if (this.#sent.has(ticketId)) return;
    this.#sent.add(ticketId);
    void this.#parts.commands.send({ type: 'look-after-stranded', ticketId }).then(() => this.#sent.delete(ticketId));
  }
}
