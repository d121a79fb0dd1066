import { centreRoles } from '@foyer/contracts/centre-api.ts';
import { answer, userOf, type Route } from '../route.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { listClinicHealth } from './use-cases.ts';

export function clinicHealthRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v1/clinic-health',
      access: centreRoles,
      summary: 'How the relay, the box and the copies of each clinic are: what needs somebody first',
      compressed: true,
      handle: async ({ caller }) => answer(await listClinicHealth(context, userOf(caller))),
    },
  ];
}
