import type { StatisticsQuery } from '@foyer/contracts/statistics.ts';
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import type { BusinessDay, ZoneName } from '@foyer/contracts/time.ts';

/** What is counted: visits of a clinic's days, narrowed or not. */
export interface Counted extends StatisticsQuery {
  readonly clinicId: string;
  readonly zone: ZoneName;
}

interface Spreads {
  /** Minutes: the median, and what nine of ten are below; null where nobody is counted. */
  readonly spread: readonly [number, number] | null;
}

/** One row for each group; what the group is not by is null, and of the whole all are. */
export interface VisitRow extends Spreads {
  readonly day: BusinessDay | null;
  readonly hour: number | null;
  readonly serviceId: string | null;
  readonly priorityClass: PriorityClass | null;
  readonly arrived: number;
  readonly served: number;
  readonly notSeen: number;
}

export interface ServiceRow extends Spreads {
  readonly by: 'all' | 'service' | 'person';
  readonly serviceId: string | null;
  readonly staffId: string | null;
  readonly staffName: string | null;
  readonly services: number;
}

export interface NoShowRow {
  readonly day: BusinessDay;
  readonly noShows: number;
}
