// What the dashboard asks of a stretch of days: how long people waited, how long they were with staff, and what became
// of them; by day, hour, service, class and person. `GET /api/v1/clinics/{id}/statistics` at the centre.

import Type, { type Static } from 'typebox';
import type { ServiceId, StaffId } from './ids.ts';
import type { LocalisedText } from './languages.ts';
import { LocalDateText, Uuid, strictObject } from './schema.ts';
import { priorityClasses, type PriorityClass } from './ticket-state.ts';
import type { BusinessDay } from './time.ts';

/** A leap year: more is asked for in parts. */
export const mostStatisticsDays = 366;

/** Business days, the first and the last included; the rest narrows what is counted. */
export const StatisticsQuery = strictObject({
  from: LocalDateText,
  until: LocalDateText,
  serviceId: Type.Optional(Uuid),
  staffId: Type.Optional(Uuid),
  priorityClass: Type.Optional(Type.Unsafe<PriorityClass>({ type: 'string', enum: [...priorityClasses] })),
});
export type StatisticsQuery = Static<typeof StatisticsQuery>;

/** Minutes; absent where nobody is counted. Half are below `median`, nine of ten below `most`. */
export interface Spread {
  readonly median: number;
  readonly most: number;
}

export interface VisitCounts {
  /** Tickets, however they came; cancelled ones left out. */
  readonly arrived: number;
  readonly served: number;
  /** Called and not come, or gone without being seen. */
  readonly notSeen: number;
  /** From the ticket to its first call, without what of it fell into a power cut. */
  readonly wait?: Spread;
}

/** Times with staff: a visit may have several. */
export interface ServiceCounts {
  readonly services: number;
  readonly service?: Spread;
}

export interface Statistics {
  readonly from: BusinessDay;
  readonly until: BusinessDay;
  readonly total: VisitCounts & ServiceCounts;
  /** Every day that was asked for, in order; booked and never come, once the day is over. */
  readonly days: readonly (VisitCounts & { readonly date: BusinessDay; readonly noShows: number })[];
  /** By the clinic's local hour of arrival, 0 to 23; hours without anybody are left out. */
  readonly hours: readonly (VisitCounts & { readonly hour: number })[];
  /** By the service that the number was drawn for; the most arrivals first. */
  readonly services: readonly (VisitCounts &
    ServiceCounts & { readonly id: ServiceId; readonly name?: LocalisedText })[];
  readonly classes: readonly (VisitCounts & { readonly priorityClass: PriorityClass })[];
  /** Who was with patients; the most services first. Without an id: nobody in particular was named. */
  readonly people: readonly (ServiceCounts & { readonly id?: StaffId; readonly name?: string })[];
}
