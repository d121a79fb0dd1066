import { appointmentModes } from '@foyer/contracts/appointment-mode.ts';
import { EpochMsNumber, LocalDateText, Uuid, oneOf, strictObject, type Static } from '@foyer/contracts/schema.ts';
import Type from 'typebox';
import { answer, notFound, refused, userOf, type Route, type RouteAnswer } from '../route.ts';
import { findClinicOf, type Member } from '../tenancy/use-cases-access.ts';
import { pageAddress } from '../tenancy/use-cases-page-address.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { bookOnce } from './use-cases-book-once.ts';
import { appointmentsBetween, businessDayOf, cancelAppointment } from './use-cases.ts';

const BookingRequest = strictObject({
  /** The caller's own, by which the same may be asked again; absent: a new one. */
  appointmentId: Type.Optional(Uuid),
  patientId: Uuid,
  serviceId: Uuid,
  practitionerId: Type.Optional(Uuid),
  at: EpochMsNumber,
  minutes: Type.Integer({ minimum: 1, maximum: 720 }),
  /** Absent: in person. */
  mode: Type.Optional(oneOf(appointmentModes)),
  /** One comes to this visit; the language is the patient's. */
  interpreterBooked: Type.Optional(Type.Boolean()),
});

const bookers = ['network-admin', 'clinic-admin', 'integration'] as const;

export function schedulingRoutes(context: UseCaseContext): readonly Route[] {
  /** Below the address that patients reach the centre at. */
  const pageOf = (clinicId: string, appointmentId: string) => `/a/${pageAddress(context, { clinicId, appointmentId })}`;
  return [
    {
      method: 'GET',
      path: '/api/v1/clinics/:clinicId/appointments',
      access: bookers,
      summary:
        'The appointments of a business day with the codes and pages to send to patients; cancelled ones left out',
      params: strictObject({ clinicId: Uuid }),
      query: strictObject({ date: Type.Optional(LocalDateText) }),
      async handle({ caller, params, query }): Promise<RouteAnswer> {
        const { clinicId = '' } = params;
        const user = userOf(caller);
        return context.withTenant({ clinicId }, async (tx) => {
          const clinic = await findClinicOf(tx, user, clinicId);
          if (clinic === undefined) return notFound();
          const day = (query['date'] as string | undefined) ?? businessDayOf(clinic, context.now());
          const booked = (await appointmentsBetween(tx, clinicId, day, day)).filter(
            ({ status }) => status !== 'cancelled',
          );
          const appointments = booked.map(({ appointmentId: id, patientId, serviceId, at, mode, checkInCode }) => ({
            id,
            patientId,
            serviceId,
            at,
            mode,
            checkInCode,
            page: pageOf(clinicId, id),
          }));
          return answer({ appointments });
        });
      },
    },
    {
      method: 'POST',
      path: '/api/v1/clinics/:clinicId/appointments',
      access: bookers,
      summary:
        'Book an appointment; the answer holds the code that the patient checks in with, and the path of the patient’s page',
      params: strictObject({ clinicId: Uuid }),
      body: BookingRequest,
      async handle({ caller, params, body }) {
        const clinicId = params['clinicId'] ?? '';
        if (!(await maySee(context, userOf(caller), clinicId))) return notFound();
        const request = {
          appointmentId: context.newId(),
          ...(body as Static<typeof BookingRequest>),
        };
        const booking = await bookOnce(context, clinicId, request);
        if (!booking.ok) return refused(booking.refusal);
        const page = pageOf(clinicId, request.appointmentId);
        return answer({ ok: true, appointment: { ...booking.appointments[0], page } });
      },
    },
    {
      method: 'POST',
      path: '/api/v1/clinics/:clinicId/appointments/:appointmentId/cancel',
      access: bookers,
      summary: 'Cancel an appointment that nobody has arrived for',
      params: strictObject({ clinicId: Uuid, appointmentId: Uuid }),
      async handle({ caller, params }): Promise<RouteAnswer> {
        const { clinicId = '', appointmentId = '' } = params;
        const user = userOf(caller);
        return context.withTenant({ clinicId }, async (tx) => {
          if ((await findClinicOf(tx, user, clinicId)) === undefined) return notFound();
          const result = await cancelAppointment(tx, clinicId, appointmentId);
          return result.ok ? answer({ ok: true }) : refused(result.refusal);
        });
      },
    },
  ];
}

async function maySee(context: UseCaseContext, member: Member, clinicId: string): Promise<boolean> {
  return context.withTenant({ clinicId }, async (tx) => (await findClinicOf(tx, member, clinicId)) !== undefined);
}
