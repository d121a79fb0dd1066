// The patient's own page of an appointment. Its address is its credential; it shows when, where and the codes to check in
// with, names nobody, and changes nothing.

import { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import { AppointmentPageState, type AppointmentPageView } from '@foyer/contracts/appointment-page.ts';
import { businessDayAt } from '@foyer/domain/calendar/business-day.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import { findPatients } from '../registration/use-cases.ts';
import { makeLiveCode } from '../scheduling/use-cases-live-code.ts';
import { businessDayOf, findAppointments } from '../scheduling/use-cases.ts';
import { readPageAddress } from '../tenancy/use-cases-page-address.ts';
import { findClinic } from '../tenancy/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { pageState } from './rules.ts';

/** Undefined when there is no such page, or the patient was erased. Each answer of the day has a new live code. */
export async function readAppointmentPage(
  context: UseCaseContext,
  address: string,
): Promise<AppointmentPageView | undefined> {
  const page = readPageAddress(context, address);
  if (page === undefined) return undefined;
  const { clinicId, appointmentId } = page;
  return context.withTenant({ clinicId }, async (tx): Promise<AppointmentPageView | undefined> => {
    const clinic = await findClinic(tx, clinicId);
    const [appointment] = await findAppointments(tx, clinicId, [appointmentId]);
    if (clinic === undefined || appointment === undefined) return undefined;
    const patients = await findPatients(tx, clinicId, [appointment.patientId]);
    if (patients.get(appointment.patientId)?.details == null) return undefined;

    const { name: clinicName, address: street, phone, zone, services } = clinic.configuration;
    const { at, serviceId, checkInCode, mode = AppointmentMode.inPerson } = appointment;
    const serviceName = services.find(({ id }) => id === serviceId)?.name;
    const state = pageState(appointment, businessDayOf(clinic, context.now()));
    const isToday = state === AppointmentPageState.today;
    const comes = mode === AppointmentMode.inPerson && (isToday || state === AppointmentPageState.ahead);
    return {
      clinicName,
      ...(street === undefined ? {} : { address: street }),
      ...(phone === undefined ? {} : { phone }),
      ...(serviceName === undefined ? {} : { serviceName }),
      date: businessDayAt(at, zone, '00:00').businessDay,
      time: timeOfDay(at, zone),
      ...{ mode, state },
      ...(comes ? { code: checkInCode } : {}),
      ...(comes && isToday ? { live: await makeLiveCode(context, tx, clinic, appointment) } : {}),
    };
  });
}
