// How a clinic's days went: waits, times with staff, and what became of people.

import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { Statistics, StatisticsQuery } from '@foyer/contracts/statistics.ts';
import { businessDayOf } from '../scheduling/use-cases.ts';
import { findClinicOf, type Member } from '../tenancy/use-cases-access.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { countNoShows, countServices, countVisits } from './queries.ts';
import { datesOf, statisticsOf } from './rules.ts';

/** `not-found`: the clinic is not the member's to see. `invalid`: the days are none, backwards, or too many. */
export async function readStatistics(
  context: UseCaseContext,
  member: Member,
  clinicId: ClinicId,
  query: StatisticsQuery,
): Promise<Statistics | 'not-found' | 'invalid'> {
  const dates = datesOf(query);
  if (dates === undefined) return 'invalid';
  return context.withTenant({ clinicId }, async (tx) => {
    const clinic = await findClinicOf(tx, member, clinicId);
    if (clinic === undefined) return 'not-found';
    const given = { ...query, clinicId, zone: clinic.configuration.zone };
    const visits = await countVisits(tx, given);
    const services = await countServices(tx, given);
    const noShows = await countNoShows(tx, given, businessDayOf(clinic, context.now()));
    return statisticsOf(query, dates, visits, services, noShows, clinic.configuration.services);
  });
}
