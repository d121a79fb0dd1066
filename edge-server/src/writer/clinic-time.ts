// Time as the log may use it: `at` never goes back, the business day is decided when a row is written, and a clock that
// jumped freezes the change of day until staff or the centre's time confirm. Source: docs/architecture.md, "Time".

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { dayMs, hourMs, type BusinessDay, type EpochMs } from '@foyer/contracts/time.ts';
import { businessDayAt, type DayBounds } from '@foyer/domain/calendar/business-day.ts';
import type { Clock } from '../ports/clock.ts';
import type { ChainEnd } from './memory.ts';

/** Wall and monotonic clocks part by more than this while running: the clock jumped. */
export const jumpMs = hourMs;
/** At the start the clock may be this far behind the last row, or ahead of it. */
export const startBehindMs = hourMs;
export const startAheadMs = 14 * dayMs;
/** The centre's time agrees when it is this close. */
export const agreesWithinMs = 5 * 60_000;

export interface Now {
  readonly at: EpochMs;
  readonly businessDay: BusinessDay;
  readonly wall: EpochMs;
  /** Business days whose check-in codes hold: two while the change of day is frozen. */
  readonly acceptedDays: readonly BusinessDay[];
}

export class ClinicTime {
  readonly #clock: Clock;
  readonly #startedMono: number;
  #offset: number;
  #day: { readonly key: string; readonly bounds: DayBounds } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startedMono = clock.monotonic();
    this.#offset = clock.wall() - this.#startedMono;
  }

  wall(): EpochMs {
    return this.#clock.wall();
  }

  /** However the clock was set since. */
  sinceStartMs(): number {
    return this.#clock.monotonic() - this.#startedMono;
  }

  /** When this start was, by the clock as it is now. */
  startedAt(): EpochMs {
    return this.#clock.wall() - this.sinceStartMs();
  }

  /** From now on, what the wall clock says is right. */
  trust(): void {
    this.#offset = this.#clock.wall() - this.#clock.monotonic();
  }

  hasJumped(): boolean {
    return Math.abs(this.#clock.wall() - this.#clock.monotonic() - this.#offset) > jumpMs;
  }

  isWrongAtStart(last: EpochMs): boolean {
    const wall = this.#clock.wall();
    return wall < last - startBehindMs || wall > last + startAheadMs;
  }

  agreesWith(serverTime: EpochMs): boolean {
    return Math.abs(this.#clock.wall() - serverTime) <= agreesWithinMs;
  }

  /** `dayGoesOn`: the business day is that of the last row, whatever the clock says. */
  now(end: ChainEnd | undefined, configuration: ClinicConfiguration, dayGoesOn: boolean): Now {
    const wall = this.#clock.wall();
    const at = Math.max(wall, end?.at ?? 0);
    if (dayGoesOn && end !== undefined) {
      const { businessDay } = end;
      const other = this.#dayOf(wall, configuration);
      return {
        at,
        businessDay,
        wall,
        acceptedDays: other === businessDay ? [businessDay] : [businessDay, other],
      };
    }
    // Rows of a future that was confirmed to be wrong do not name the day.
    const businessDay = this.#dayOf(at - wall > jumpMs ? wall : at, configuration);
    return { at, businessDay, wall, acceptedDays: [businessDay] };
  }

  #dayOf(at: EpochMs, { zone, businessDayStartsAt }: ClinicConfiguration): BusinessDay {
    const key = `${zone} ${businessDayStartsAt}`;
    const known = this.#day;
    if (known?.key === key && at >= known.bounds.from && at < known.bounds.until) return known.bounds.businessDay;
    const bounds = businessDayAt(at, zone, businessDayStartsAt);
    this.#day = { key, bounds };
    return bounds.businessDay;
  }
}
