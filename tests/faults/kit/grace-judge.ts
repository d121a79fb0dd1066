/**
 * Whether who did not come when they were called finds their place kept for as long as the clinic's rule says, and stands
 * behind the others afterwards: by the rows of the log.
 */
import type { DayRow } from './day-judge.ts';

/** What of a body this judge reads. */
interface Body {
  readonly ticketId?: string;
  readonly from?: string;
  readonly graceUntil?: number;
  readonly placeAt?: number;
  readonly standing?: { readonly state: string; readonly graceUntil?: number };
}

export class GraceJudge {
  /** Until when the place of each is kept. */
  readonly #kept = new Map<string, number>();
  readonly #violations = new Set<string>();
  /** How many came back in time. */
  inTime = 0;

  get violations(): readonly string[] {
    return [...this.#violations];
  }

  read({ type, at, body: text }: Pick<DayRow, 'type' | 'at' | 'body'>): void {
    const { ticketId, from, graceUntil, placeAt, standing } = JSON.parse(text) as Body;
    if (ticketId === undefined) return;
    switch (type) {
      case 'v1.TicketNotAnswered':
        return this.#keep(ticketId, graceUntil);
      case 'v1.StepUndone':
        return this.#keep(ticketId, standing?.state === 'not-answered' ? standing.graceUntil : undefined);
      case 'v1.TicketResumed':
        if (from === 'not-answered') this.#check(ticketId, at, placeAt);
        return this.#keep(ticketId, undefined);
    }
  }

  #keep(ticketId: string, until: number | undefined): void {
    if (until === undefined) this.#kept.delete(ticketId);
    else this.#kept.set(ticketId, until);
  }

  #check(ticketId: string, at: number, placeAt: number | undefined): void {
    const until = this.#kept.get(ticketId);
    if (until === undefined) return;
    if (at > until) {
      if (placeAt !== at) this.#violations.add(`${ticketId} has a place that was kept no longer`);
      return;
    }
    this.inTime += 1;
    if (placeAt !== undefined) this.#violations.add(`${ticketId} came back in time, and its place was gone`);
  }
}
