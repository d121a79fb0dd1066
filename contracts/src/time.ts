// Time as Foyer writes it. Inside, a moment is milliseconds since 1970; text is made only where a person reads it.

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;
/** A clinic's business day, `YYYY-MM-DD` in the clinic's zone. */
export type BusinessDay = string;
/** A local time of day, `HH:MM`, 24 hours. */
export type TimeOfDay = string;
/** A date without a time, `YYYY-MM-DD`. */
export type LocalDate = string;
/** An IANA zone, such as `Europe/Madrid`. */
export type ZoneName = string;

export const datePattern = '^\\d{4}-\\d{2}-\\d{2}$';
export const timeOfDayPattern = '^([01]\\d|2[0-3]):[0-5]\\d$';

export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Whether as long as `ms` has gone by since then; so it has where the clock was set back behind it. */
export function hasPassed(ms: number, since: EpochMs, now: EpochMs): boolean {
  return now < since || now - since >= ms;
}
