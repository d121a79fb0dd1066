// What speaks against taking facts in. Every fault is found, not the first alone: who corrects a file wants them all.

import { minuteMs } from '@foyer/contracts/time.ts';
import type { AppointmentRequest } from '../scheduling/types.ts';
import type { ClinicFacts, HeldFacts, ImportFault } from './types.ts';

export function findFaults(facts: ClinicFacts, held: HeldFacts): readonly ImportFault[] {
  const staff = new Set([...held.staff, ...facts.staff.map(({ staffId }) => staffId)]);
  const patients = new Set(facts.patients.map(({ patientId }) => patientId));
  const booked = new Set(held.appointments.map(({ appointmentId }) => appointmentId));
  return [
    ...twice('/staff', 'id', facts.staff, ({ staffId }) => staffId),
    ...twice('/prices', 'serviceId', facts.prices, ({ serviceId }) => serviceId),
    ...twice('/patients', 'id', facts.patients, ({ patientId }) => patientId),
    ...twice('/appointments', 'id', facts.appointments, ({ appointmentId }) => appointmentId),
    ...facts.staff.flatMap(({ staffId, pin, pinAtClinic = false }, index) =>
      pin === undefined && !pinAtClinic && !held.staff.has(staffId)
        ? [{ path: `/staff/${index}/pin`, what: 'is needed for somebody new' }]
        : [],
    ),
    ...facts.prices.flatMap(({ serviceId }, index) =>
      held.services.has(serviceId)
        ? []
        : [{ path: `/prices/${index}/serviceId`, what: 'is no service of this clinic' }],
    ),
    ...facts.appointments.flatMap((appointment, index) =>
      booked.has(appointment.appointmentId)
        ? []
        : strangersOf(appointment, `/appointments/${index}`, { ...held, staff }, patients),
    ),
    ...clashes(facts.appointments, held),
  ];
}

/** What of an appointment the clinic does not know. */
function strangersOf(
  { serviceId, patientId, practitionerId }: AppointmentRequest,
  path: string,
  held: HeldFacts,
  arriving: ReadonlySet<string>,
): ImportFault[] {
  const patient = held.patients.get(patientId);
  const faults: ImportFault[] = [];
  if (!held.services.has(serviceId)) faults.push({ path: `${path}/serviceId`, what: 'is no service of this clinic' });
  if (patient !== undefined && patient.details === null)
    faults.push({ path: `${path}/patientId`, what: 'is of a patient who was erased' });
  else if (patient === undefined && !arriving.has(patientId))
    faults.push({ path: `${path}/patientId`, what: 'is no patient of this clinic' });
  if (practitionerId !== undefined && !held.staff.has(practitionerId))
    faults.push({ path: `${path}/practitionerId`, what: 'is nobody of the staff' });
  return faults;
}

function twice<T>(list: string, field: string, entries: readonly T[], idOf: (entry: T) => string): ImportFault[] {
  const first = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const id = idOf(entry);
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    return before === undefined
      ? []
      : [{ path: `${list}/${index}/${field}`, what: `is that of ${list}/${before} already` }];
  });
}

interface Booked {
  readonly appointment: AppointmentRequest;
  /** Undefined where it was booked before. */
  readonly path: string | undefined;
}

/** New appointments at a time for which their patient or practitioner is booked elsewhere, before or by this file. */
function clashes(requests: readonly AppointmentRequest[], held: HeldFacts): ImportFault[] {
  const before = held.appointments.filter(({ status }) => status !== 'cancelled');
  const known = new Set(held.appointments.map(({ appointmentId }) => appointmentId));
  const all: readonly Booked[] = [
    ...before.map((appointment) => ({ appointment, path: undefined })),
    ...requests.flatMap((appointment, index) =>
      known.has(appointment.appointmentId) ? [] : [{ appointment, path: `/appointments/${index}` }],
    ),
  ];
  return [
    ...clashesOf(all, 'patient', ({ patientId }) => patientId),
    ...clashesOf(all, 'practitioner', ({ practitionerId }) => practitionerId),
  ];
}

function clashesOf(
  all: readonly Booked[],
  who: string,
  idOf: (appointment: AppointmentRequest) => string | null | undefined,
): ImportFault[] {
  const faults: ImportFault[] = [];
  for (const [id, booked] of Map.groupBy(all, ({ appointment }) => idOf(appointment) ?? '')) {
    if (id === '') continue;
    let last: Booked | undefined;
    for (const each of booked.toSorted((a, b) => a.appointment.at - b.appointment.at)) {
      const clash = last !== undefined && endOf(last) > each.appointment.at ? last : undefined;
      const path = each.path ?? clash?.path;
      if (clash !== undefined && path !== undefined) {
        const other = each.path === undefined ? undefined : clash.path;
        faults.push({ path, what: `the ${who} is booked at that time already${other ? `, by ${other}` : ''}` });
      }
      if (last === undefined || endOf(each) > endOf(last)) last = each;
    }
  }
  return faults;
}

function endOf({ appointment: { at, minutes } }: Booked): number {
  return at + minutes * minuteMs;
}
