// Which business day it is for everything that is shown, and when the clinic is open. Both take longer to work out than a
// whole view, and change seldom.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { minuteMs, type BusinessDay, type EpochMs } from '@foyer/contracts/time.ts';
import { businessDayAt, dayBounds, type DayBounds } from '@foyer/domain/calendar/business-day.ts';
import { closedOn } from '@foyer/domain/calendar/closed-dates.ts';
import { openUntil, opensFrom, timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { ClinicState } from './clinic-state.ts';

export type Hours = Pick<ClinicState, 'openUntil' | 'opensAt' | 'closedFor' | 'opensNextDayAt' | 'timeOfDay'>;

export class ClinicDay {
  readonly #isEvacuated: () => boolean;
  #bounds: DayBounds | undefined;
  #hours: { readonly minute: number; readonly at: Hours } | undefined;
  #clockFrozen = false;
  /** That goes on while the clock is not trusted, or an evacuation lasts. */
  #lastDay: BusinessDay | undefined;

  constructor(isEvacuated: () => boolean) {
    this.#isEvacuated = isEvacuated;
  }

  get clockFrozen(): boolean {
    return this.#clockFrozen;
  }

  /** As it was last asked for. */
  get latest(): BusinessDay | undefined {
    return this.#bounds?.businessDay;
  }

  /** What the log says of the clock, and of the day. */
  readAgain(readModel: Pick<ReadModel, 'clockFrozen' | 'lastBusinessDay'>): void {
    this.#clockFrozen = readModel.clockFrozen();
    this.#lastDay = readModel.lastBusinessDay();
    this.#hours = undefined;
  }

  /** Kept until the day is over. */
  at({ zone, businessDayStartsAt }: ClinicConfiguration, now: EpochMs): DayBounds {
    const goesOn = this.#clockFrozen || this.#isEvacuated() ? this.#lastDay : undefined;
    const held = this.#bounds;
    if (goesOn !== undefined) {
      if (held?.businessDay === goesOn) return held;
      return (this.#bounds = dayBounds(goesOn, zone, businessDayStartsAt));
    }
    if (held !== undefined && now >= held.from && now < held.until) return held;
    return (this.#bounds = businessDayAt(now, zone, businessDayStartsAt));
  }

  /** They change with the minute at most. */
  hoursAt(configuration: ClinicConfiguration, now: EpochMs): Hours {
    const minute = Math.floor(now / minuteMs);
    if (this.#hours?.minute !== minute) {
      const open = openUntil(configuration, now);
      const at: Hours = {
        openUntil: open,
        timeOfDay: timeOfDay(now, configuration.zone),
        opensAt: open === undefined ? opensFrom(configuration, now) : undefined,
        closedFor: closedOn(configuration, now)?.reason,
        opensNextDayAt: opensFrom(configuration, this.at(configuration, now).until),
      };
      this.#hours = { minute, at };
    }
    return this.#hours.at;
  }
}
