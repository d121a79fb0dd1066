/** What the page tells of the week: the verdict, the days side by side, and the rows that waited. */
import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import type { Reconnection } from './both-ends.ts';
import type { Check } from './check.ts';
import type { Caught } from './planted-differences.ts';
import type { Side } from './sides.ts';

export interface DayNotes {
  readonly businessDay: string;
  /** In sentences. */
  readonly atClinic: readonly string[];
  readonly atCentre: readonly string[];
}

export interface DayFigures {
  readonly arrived: number;
  readonly served: number;
  /** Gone without being seen, or called off. */
  readonly gone: number;
  readonly receipts: number;
  readonly cashMinor: number;
  readonly cardMinor: number;
}

export interface StoryDay extends DayNotes {
  readonly clinic: DayFigures;
  readonly centre: DayFigures;
  /** As the manager's dashboard has it. */
  readonly dashboardMinor: number;
  readonly rows: number;
}

/** Rows that waited, so long after the line was cut. */
export interface Waiting {
  readonly afterMs: number;
  readonly rows: number;
}

export interface WeekStory {
  readonly clinicName: string;
  readonly currency: string;
  readonly seed: number;
  readonly days: readonly StoryDay[];
  readonly waiting: readonly Waiting[];
  readonly reconnection: Reconnection;
  readonly checks: readonly Check[];
  readonly caught: Caught;
  /** Who came although the centre had called the appointment off meanwhile. */
  readonly cameAllTheSame: number;
  /** What was asked of the centre, and what it said. */
  readonly requests: { readonly accepted: number; readonly refused: number };
  readonly sentAgain: number;
  /** A promise that was broken on the way, one sentence each. */
  readonly broken: readonly string[];
}

export function dayOf(notes: DayNotes, clinic: Side, centre: Side, dashboard: Pick<ClinicDay, 'takings'>): StoryDay {
  return {
    ...notes,
    clinic: figuresOf(clinic, notes.businessDay),
    centre: figuresOf(centre, notes.businessDay),
    dashboardMinor: dashboard.takings.totalMinor,
    rows: clinic.rows.filter(({ businessDay }) => businessDay === notes.businessDay).length,
  };
}

function figuresOf({ things }: Side, day: string): DayFigures {
  const visits = [...things.visit.values()].filter(({ businessDay }) => businessDay === day);
  const ended = (...states: readonly string[]): number =>
    visits.filter(({ state }) => states.includes(String(state))).length;
  const takings = (means: string) => things['takings of a day'].get(`${day} ${means}`);
  return {
    arrived: visits.length,
    served: ended('completed'),
    gone: ended('left', 'cancelled'),
    receipts: Number(takings('cash')?.['payments'] ?? 0) + Number(takings('external-card')?.['payments'] ?? 0),
    cashMinor: Number(takings('cash')?.['amountMinor'] ?? 0),
    cardMinor: Number(takings('external-card')?.['amountMinor'] ?? 0),
  };
}

export function hasEndedWell({ checks, broken, caught }: WeekStory): boolean {
  return (
    broken.length === 0 && caught.missed.length === 0 && checks.every(({ differences }) => differences.length === 0)
  );
}

/** Of all comparisons. */
export function differencesOf({ checks }: Pick<WeekStory, 'checks'>): readonly string[] {
  return checks.flatMap(({ differences }) => differences);
}
