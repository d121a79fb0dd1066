import { Uuid, strictObject } from '@foyer/contracts/schema.ts';
import { recordAccess } from '../audit/use-cases.ts';
import { answer, notFound, userOf, type Route, type RouteAnswer } from '../route.ts';
import { findClinicOf } from '../tenancy/use-cases-access.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { findPatients } from './use-cases.ts';

export function registrationRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v1/clinics/:clinicId/patients/:patientId',
      access: ['network-admin', 'clinic-admin'],
      summary: 'A patient of the clinic; who looked is written down',
      params: strictObject({ clinicId: Uuid, patientId: Uuid }),
      async handle({ caller, params }): Promise<RouteAnswer> {
        const { clinicId = '', patientId = '' } = params;
        const user = userOf(caller);
        return context.withTenant({ clinicId }, async (tx) => {
          if ((await findClinicOf(tx, user, clinicId)) === undefined) return notFound();
          const patient = (await findPatients(tx, clinicId, [patientId])).get(patientId);
          if (patient === undefined) return notFound();
          await recordAccess(context, tx, clinicId, {
            userId: user.userId,
            action: 'patient-read',
            patientId,
          });
          const { provisional, linkedTo, details } = patient;
          return answer({
            id: patientId,
            provisional,
            linkedTo,
            details,
            erased: patient.erasedAt !== null,
          });
        });
      },
    },
  ];
}
