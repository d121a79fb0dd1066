import type { ConflictList } from '@foyer/contracts/centre-api.ts';
import {
  ChooseDetailRequest,
  DetailsRequest,
  FindPatientsRequest,
  type CentrePatient,
} from '@foyer/contracts/detail-conflict.ts';
import { Uuid, strictObject } from '@foyer/contracts/schema.ts';
import { recordAccess } from '../audit/use-cases.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { User } from '../identity/types.ts';
import { answer, notFound, refused, userOf, type Route, type RouteAnswer, type RouteRequest } from '../route.ts';
import { findClinicOf } from '../tenancy/use-cases-access.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { detailsVersion } from './details-version.ts';
import { changeDetails, chooseDetail, listConflicts } from './use-cases-conflicts.ts';
import { searchPatients } from './use-cases-find.ts';
import { findPatients } from './use-cases.ts';

export function registrationRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v1/clinics/:clinicId/patients/:patientId',
      access: ['network-admin', 'clinic-admin'],
      summary: 'A patient of the clinic; who looked is written down',
      params: strictObject({ clinicId: Uuid, patientId: Uuid }),
      handle: (request) =>
        inClinic(context, request, async ({ tx, clinicId, user }) => {
          const { patientId = '' } = request.params;
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
            version: detailsVersion(details),
          } satisfies CentrePatient);
        }),
    },
    {
      method: 'POST',
      path: '/api/v1/clinics/:clinicId/patients/:patientId/details',
      access: ['network-admin', 'clinic-admin'],
      summary: 'Write anew what is known of a patient; what was not in sight becomes a conflict',
      params: strictObject({ clinicId: Uuid, patientId: Uuid }),
      body: DetailsRequest,
      handle: (request) =>
        inClinic(context, request, async ({ tx, clinicId, user: { userId } }) => {
          const { patientId = '' } = request.params;
          const written = { ...(request.body as DetailsRequest), patientId };
          const changed = await changeDetails(context, tx, clinicId, written, userId);
          if (changed === undefined) return notFound();
          const action = changed.ok ? 'patient-changed' : 'patient-read';
          await recordAccess(context, tx, clinicId, { userId, action, patientId });
          return changed.ok ? answer(changed) : refused(changed.refusal);
        }),
    },
    {
      method: 'POST',
      path: '/api/v1/clinics/:clinicId/patients/find',
      access: ['network-admin', 'clinic-admin'],
      summary: 'Patients of the clinic by name, birth date or a number; who was shown whom is written down',
      params: strictObject({ clinicId: Uuid }),
      body: FindPatientsRequest,
      handle: (request) =>
        inClinic(context, request, async ({ tx, clinicId, user: { userId } }) => {
          const found = await searchPatients(tx, clinicId, request.body as FindPatientsRequest);
          for (const { id: patientId } of found.patients)
            await recordAccess(context, tx, clinicId, { userId, action: 'patient-read', patientId });
          return answer(found);
        }),
    },
    {
      method: 'GET',
      path: '/api/v1/clinics/:clinicId/detail-conflicts',
      access: ['network-admin', 'clinic-admin'],
      summary:
        'What people wrote of patients without seeing each other’s, with every version; who looked is written down',
      params: strictObject({ clinicId: Uuid }),
      handle: (request) =>
        inClinic(context, request, async ({ tx, clinicId, user: { userId } }) => {
          const conflicts = await listConflicts(tx, clinicId);
          const patients = await findPatients(tx, clinicId, [...new Set(conflicts.map(({ patientId }) => patientId))]);
          for (const patientId of patients.keys())
            await recordAccess(context, tx, clinicId, { userId, action: 'patient-read', patientId });
          const shown = conflicts.map((conflict) => ({
            ...conflict,
            name: patients.get(conflict.patientId)?.details?.name ?? {},
          }));
          return answer({ conflicts: shown } satisfies ConflictList);
        }),
    },
    {
      method: 'POST',
      path: '/api/v1/clinics/:clinicId/detail-conflicts/:conflictId/choose',
      access: ['network-admin', 'clinic-admin'],
      summary: 'Choose the version that stands, or take the choice back',
      params: strictObject({ clinicId: Uuid, conflictId: Uuid }),
      body: ChooseDetailRequest,
      handle: (request) =>
        inClinic(context, request, async ({ tx, clinicId, user: { userId } }) => {
          const { conflictId = '' } = request.params;
          const { version } = request.body as ChooseDetailRequest;
          const done = await chooseDetail(context, tx, clinicId, { conflictId, version }, userId);
          if (!done.ok) return refused(done.refusal);
          await recordAccess(context, tx, clinicId, { userId, action: 'detail-chosen', conflictId });
          return answer({ ok: true });
        }),
    },
  ];
}

interface InClinic {
  readonly tx: Transaction;
  readonly clinicId: string;
  readonly user: User;
}

/** In a transaction of the clinic that the path names, where the user may see that one; any other is not found. */
function inClinic(
  context: UseCaseContext,
  { caller, params }: Pick<RouteRequest, 'caller' | 'params'>,
  act: (at: InClinic) => Promise<RouteAnswer>,
): Promise<RouteAnswer> {
  const { clinicId = '' } = params;
  const user = userOf(caller);
  return context.withTenant({ clinicId }, async (tx) =>
    (await findClinicOf(tx, user, clinicId)) === undefined ? notFound() : act({ tx, clinicId, user }),
  );
}
