// The queue of a business day and the clinic's set-up, worked out anew from the log fact by fact. It begins with that day,
// when the rooms were closed and the queue was empty; in a clinic that went on through the change of day, with the day
// before.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { addDays } from '@foyer/domain/calendar/business-day.ts';
import { openThroughChanges } from '@foyer/domain/calendar/opening-hours.ts';
import { setUpAfter } from '@foyer/domain/clinic/set-up-then.ts';
import { evolve, type FactRow } from '@foyer/domain/queue/evolve.ts';
import { emptyQueue, type QueueChanges, type QueueState } from '@foyer/domain/queue/queue-state.ts';
import { firstOf, rowsFrom, toFact, type LogHistory } from './log-facts.ts';
import { setUpAt, type SetUpHistory } from './set-up-at.ts';

export type DayHistory = LogHistory & SetUpHistory;
type Records = { [T in keyof QueueState]: Map<string, { readonly id: string }> };

export class DayFold {
  readonly #history: DayHistory;
  readonly #beginning: BusinessDay;
  readonly #records = Object.fromEntries(Object.keys(emptyQueue).map((table) => [table, new Map()])) as Records;
  /** Undefined where the log does not reach back to one. */
  configuration: ClinicConfiguration | undefined;

  constructor(businessDay: BusinessDay, history: DayHistory) {
    this.#history = history;
    this.#beginning = beginningOf(businessDay, history);
    this.configuration = setUpAt(firstOf(this.#beginning, history) - 1, history);
  }

  /** As it is after what was put. */
  get state(): QueueState {
    return this.#records as unknown as QueueState;
  }

  /** Those that are known here, in order; each is to be put. */
  *facts(): Generator<FactRow> {
    for (const row of rowsFrom(this.#beginning, this.#history)) {
      const fact = toFact(row);
      if (fact !== undefined) yield fact;
    }
  }

  put(fact: FactRow): void {
    this.configuration = setUpAfter(this.configuration, fact);
    this.#change(evolve(this.state, fact));
  }

  #change(changes: QueueChanges): void {
    for (const [table, changed] of Object.entries(changes) as [
      keyof QueueState,
      { readonly id: string }[] | undefined,
    ][]) {
      for (const record of changed ?? []) this.#records[table].set(record.id, record);
    }
  }
}

/** By the hours that the clinic had when the day changed. */
function beginningOf(businessDay: BusinessDay, history: DayHistory): BusinessDay {
  const before = addDays(businessDay, -1);
  const configuration = setUpAt(firstOf(businessDay, history) - 1, history);
  const wentOn = configuration !== undefined && openThroughChanges(configuration, before, businessDay);
  return wentOn ? before : businessDay;
}
