// The file of `npm run pms -- import`: what the centre owns of a clinic, as a person or a script writes it down. Times
// are the clinic's own, money is in its currency. Source: docs/clinic-files.md.

import { appointmentModes } from '@foyer/contracts/appointment-mode.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { PatientDetails } from '@foyer/contracts/patient.ts';
import { staffRoles } from '@foyer/contracts/roles.ts';
import {
  AmountMinor,
  LocalDateText,
  ShortText,
  TimeOfDayText,
  Uuid,
  oneOf,
  strictObject,
  type Static,
} from '@foyer/contracts/schema.ts';
import { localMoment } from '@foyer/domain/calendar/business-day.ts';
import Type from 'typebox';
import type { ClinicFacts } from './modules/importing/types.ts';
import { schemaFaults } from './schema-faults.ts';

const entries = {
  staff: strictObject({
    id: Uuid,
    name: ShortText,
    roles: Type.Array(oneOf(staffRoles), { minItems: 1, uniqueItems: true }),
    /** As a tablet asks for it. */
    pin: Type.Optional(Type.String({ pattern: String.raw`^\d{4}$` })),
    /** Of somebody new whose PIN the clinic has already, or will give. */
    pinAtClinic: Type.Optional(Type.Boolean()),
    /** False for who has left. */
    active: Type.Optional(Type.Boolean()),
  }),
  prices: strictObject({ serviceId: Uuid, amountMinor: AmountMinor }),
  patients: strictObject({ id: Uuid, details: PatientDetails }),
  appointments: strictObject({
    id: Uuid,
    patientId: Uuid,
    serviceId: Uuid,
    practitionerId: Type.Optional(Uuid),
    date: LocalDateText,
    time: TimeOfDayText,
    minutes: Type.Integer({ minimum: 1, maximum: 720 }),
    mode: Type.Optional(oneOf(appointmentModes)),
  }),
};
type Lists = typeof entries;
export type ImportFile = { readonly [L in keyof Lists]?: readonly Static<Lists[L]>[] };

const list = Type.Optional(Type.Array(Type.Unknown(), { maxItems: 100_000 }));
const shape = strictObject({ staff: list, prices: list, patients: list, appointments: list });

/** Every fault by its path. Entry by entry, for a schema counts only the first few of a value. */
export function readImportFile(
  text: string,
): { readonly ok: true; readonly file: ImportFile } | { readonly ok: false; readonly faults: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, faults: [`/: is not JSON: ${(error as Error).message}`] };
  }
  const outside = schemaFaults(shape, value);
  if (outside.length > 0) return { ok: false, faults: outside };
  const file = value as ImportFile;
  const faults = Object.entries(entries).flatMap(([name, schema]) =>
    (file[name as keyof Lists] ?? []).flatMap((entry, index) => schemaFaults(schema, entry, `/${name}/${index}`)),
  );
  return faults.length > 0 ? { ok: false, faults } : { ok: true, file };
}

/** The file in the clinic's zone and currency, each list in its order. */
export function factsOf(file: ImportFile, { zone, currency }: ClinicConfiguration): ClinicFacts {
  const { staff = [], prices = [], patients = [], appointments = [] } = file;
  return {
    staff: staff.map(({ id, active = true, ...member }) => ({ ...member, staffId: id, active })),
    prices: prices.map((price) => ({ ...price, currency })),
    patients: patients.map(({ id, details }) => ({ patientId: id, details })),
    appointments: appointments.map(({ id, date, time, ...appointment }) => ({
      ...appointment,
      appointmentId: id,
      at: localMoment(date, time, zone),
    })),
  };
}
