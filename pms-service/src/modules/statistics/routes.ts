import { centreRoles } from '@foyer/contracts/centre-api.ts';
import { Uuid, strictObject } from '@foyer/contracts/schema.ts';
import { StatisticsQuery } from '@foyer/contracts/statistics.ts';
import { answer, failed, notFound, userOf, type Route } from '../route.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { readStatistics } from './use-cases.ts';

export function statisticsRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v1/clinics/:clinicId/statistics',
      access: centreRoles,
      summary: 'Waits, times with staff and outcomes of up to 366 business days: by day, hour, service, class, person',
      params: strictObject({ clinicId: Uuid }),
      query: StatisticsQuery,
      compressed: true,
      async handle({ caller, params, query }) {
        const found = await readStatistics(
          context,
          userOf(caller),
          params['clinicId'] ?? '',
          query as unknown as StatisticsQuery,
        );
        if (found === 'invalid') return failed('invalid-request');
        return found === 'not-found' ? notFound() : answer(found);
      },
    },
  ];
}
