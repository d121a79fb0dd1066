import { Uuid, strictObject } from '@foyer/contracts/schema.ts';
import { recordAccess } from '../audit/use-cases.ts';
import { answer, notFound, userOf, type Route, type RouteAnswer } from '../route.ts';
import { findClinicOf } from '../tenancy/use-cases-access.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { resolveWorkItem } from './use-cases.ts';

export function requestRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/api/v1/clinics/:clinicId/work-items/:workItemId/resolve',
      access: ['network-admin', 'clinic-admin'],
      summary: 'Say that a work item was seen to',
      params: strictObject({ clinicId: Uuid, workItemId: Uuid }),
      async handle({ caller, params }): Promise<RouteAnswer> {
        const { clinicId = '', workItemId = '' } = params;
        const user = userOf(caller);
        return context.withTenant({ clinicId }, async (tx) => {
          if ((await findClinicOf(tx, user, clinicId)) === undefined) return notFound();
          if (!(await resolveWorkItem(context, tx, clinicId, workItemId))) return notFound();
          await recordAccess(context, tx, clinicId, {
            userId: user.userId,
            action: 'work-item-resolved',
            workItemId,
          });
          return answer({ ok: true });
        });
      },
    },
  ];
}
