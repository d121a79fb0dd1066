import { centreRoles } from '@foyer/contracts/centre-api.ts';
import { LocalDateText, Uuid, strictObject } from '@foyer/contracts/schema.ts';
import Type from 'typebox';
import { answer, notFound, userOf, type Route } from '../route.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { listClinicsFor, readClinicDay } from './use-cases.ts';

export function reportingRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v1/clinics',
      access: centreRoles,
      summary: 'The clinics that the user may see, by name',
      handle: async ({ caller }) => answer(await listClinicsFor(context, userOf(caller))),
    },
    {
      method: 'GET',
      path: '/api/v1/clinics/:clinicId/day',
      access: centreRoles,
      summary: 'How a business day of the clinic is going: without a date, the one now',
      params: strictObject({ clinicId: Uuid }),
      query: strictObject({ date: Type.Optional(LocalDateText) }),
      async handle({ caller, params, query }) {
        const day = await readClinicDay(
          context,
          userOf(caller),
          params['clinicId'] ?? '',
          query['date'] as string | undefined,
        );
        return day === undefined ? notFound() : answer(day);
      },
    },
  ];
}
