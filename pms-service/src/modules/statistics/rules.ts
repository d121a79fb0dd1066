// The counted groups in the shape that the dashboard reads.

import type { ServiceConfiguration } from '@foyer/contracts/configuration.ts';
import {
  mostStatisticsDays,
  type ServiceCounts,
  type Spread,
  type Statistics,
  type StatisticsQuery,
  type VisitCounts,
} from '@foyer/contracts/statistics.ts';
import { priorityClasses } from '@foyer/contracts/ticket-state.ts';
import { dayMs, type BusinessDay } from '@foyer/contracts/time.ts';
import type { NoShowRow, ServiceRow, VisitRow } from './types.ts';

/** Every date from the first to the last; undefined where that is none, backwards, or more than are counted at once. */
export function datesOf({ from, until }: Pick<StatisticsQuery, 'from' | 'until'>): readonly BusinessDay[] | undefined {
  const [first, last] = [dateMs(from), dateMs(until)];
  if (first === undefined || last === undefined) return undefined;
  const count = (last - first) / dayMs + 1;
  if (count < 1 || count > mostStatisticsDays) return undefined;
  return Array.from({ length: count }, (_, index) => new Date(first + index * dayMs).toISOString().slice(0, 10));
}

export function statisticsOf(
  { from, until }: StatisticsQuery,
  dates: readonly BusinessDay[],
  visits: readonly VisitRow[],
  services: readonly ServiceRow[],
  noShows: readonly NoShowRow[],
  configured: readonly ServiceConfiguration[],
): Statistics {
  const whole = visits.find((row) => groupOf(row) === 'all');
  const ofAll = services.find(({ by }) => by === 'all');
  return {
    from,
    until,
    total: { ...visitCounts(whole), ...serviceCounts(ofAll) },
    days: dates.map((date) => ({
      date,
      ...visitCounts(visits.find(({ day }) => day === date)),
      noShows: noShows.find(({ day }) => day === date)?.noShows ?? 0,
    })),
    hours: visits
      .flatMap((row) => (row.hour === null ? [] : [{ hour: row.hour, ...visitCounts(row) }]))
      .toSorted((a, b) => a.hour - b.hour),
    services: servicesOf(visits, services, configured),
    classes: priorityClasses.flatMap((priorityClass) => {
      const row = visits.find((each) => each.priorityClass === priorityClass);
      return row === undefined ? [] : [{ priorityClass, ...visitCounts(row) }];
    }),
    people: services
      .filter(({ by }) => by === 'person')
      .map((row) => ({
        ...(row.staffId === null ? {} : { id: row.staffId }),
        ...(row.staffName === null ? {} : { name: row.staffName }),
        ...serviceCounts(row),
      }))
      .toSorted((a, b) => b.services - a.services),
  };
}

/** Those that somebody came for, and those that were given after a transfer though nobody drew a number for them. */
function servicesOf(
  visits: readonly VisitRow[],
  services: readonly ServiceRow[],
  configured: readonly ServiceConfiguration[],
): Statistics['services'] {
  const came = visits.flatMap(({ serviceId }) => serviceId ?? []);
  const given = services.flatMap(({ by, serviceId }) => (by === 'service' ? (serviceId ?? []) : []));
  return [...new Set([...came, ...given])]
    .map((id) => {
      const name = configured.find((service) => service.id === id)?.name;
      return {
        id,
        ...(name === undefined ? {} : { name }),
        ...visitCounts(visits.find(({ serviceId }) => serviceId === id)),
        ...serviceCounts(services.find(({ by, serviceId }) => by === 'service' && serviceId === id)),
      };
    })
    .toSorted((a, b) => b.arrived - a.arrived);
}

function groupOf({ day, hour, serviceId, priorityClass }: VisitRow): 'all' | 'one' {
  return [day, hour, serviceId, priorityClass].every((each) => each === null) ? 'all' : 'one';
}

function visitCounts(row: VisitRow | undefined): VisitCounts {
  const { arrived = 0, served = 0, notSeen = 0, spread = null } = row ?? {};
  return { arrived, served, notSeen, ...(spread === null ? {} : { wait: toSpread(spread) }) };
}

function serviceCounts(row: ServiceRow | undefined): ServiceCounts {
  const { services = 0, spread = null } = row ?? {};
  return { services, ...(spread === null ? {} : { service: toSpread(spread) }) };
}

function toSpread([median, most]: readonly [number, number]): Spread {
  return { median: wholeMinutes(median), most: wholeMinutes(most) };
}

/** Below which whole minute; a fraction that is none but for the arithmetic counts as none. */
function wholeMinutes(minutes: number): number {
  return Math.ceil(minutes - 1e-6);
}

function dateMs(date: BusinessDay): number | undefined {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? at : undefined;
}
