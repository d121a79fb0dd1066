// Whether the people of a table are known here, and whether what it says is booked already. Somebody is known by birth
// date and name; where two fit, nobody is chosen.

import type { RowFault } from '@foyer/contracts/appointment-import.ts';
import type { BookedPerson } from '@foyer/contracts/commands.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { ReadModel } from '../ports/read-model.ts';
import { foldWords } from './fold-words.ts';
import type { TableRow } from './table-row.ts';

export type KnownReading = Pick<ReadModel, 'patientsBornOn' | 'appointmentsOfPatient'>;
export interface KnownRow extends TableRow {
  readonly patientId?: string;
}

export class KnownPeople {
  readonly #readModel: KnownReading;
  /** What the rows before said, by person, service and moment. */
  readonly #said = new Set<string>();

  constructor(readModel: KnownReading) {
    this.#readModel = readModel;
  }

  /** The rows of one table, one after the other. */
  recognise(row: TableRow): KnownRow {
    const { serviceId, at, patient } = row;
    if (row.faults.length > 0 || serviceId === undefined || at === undefined) return row;
    const place = `${personKey(patient)} ${serviceId} ${at}`;
    if (this.#said.has(place)) return faulty(row, 'twice-in-table');
    this.#said.add(place);
    const alike = this.#alike(patient);
    const booked = alike
      .flatMap((id) => this.#readModel.appointmentsOfPatient(id, at, at + 1))
      .some((appointment) => appointment.status === 'booked' && appointment.serviceId === serviceId);
    if (booked) return faulty(row, 'booked-already');
    const [patientId, ...others] = alike;
    return patientId === undefined || others.length > 0 ? row : { ...row, patientId };
  }

  /** Those with this name and birth date; of several, those whose telephone is the same, where one is. */
  #alike({ name, birthDate, phone }: PatientDetails): readonly string[] {
    if (birthDate === undefined) return [];
    const alike = this.#readModel
      .patientsBornOn(birthDate)
      .filter(({ details, erased }) => !erased && nameKey(details) === nameKey({ name }));
    const reached = alike.filter(({ details }) => phone !== undefined && phoneKey(details.phone) === phoneKey(phone));
    return (reached.length > 0 ? reached : alike).map(({ id }) => id);
  }
}

/** The good rows as one command takes them: each person once. Without a birth date every row is somebody else. */
export function peopleOf(rows: readonly KnownRow[]): readonly BookedPerson[] {
  const people = new Map<string, BookedPerson>();
  for (const { line, patient, patientId, serviceId, at, minutes, mode, practitioner } of rows) {
    if (serviceId === undefined || at === undefined) continue;
    const time = {
      ...{ serviceId, at },
      ...(minutes === undefined ? {} : { minutes }),
      ...(mode === undefined ? {} : { mode }),
      ...(practitioner === undefined ? {} : { practitionerId: practitioner.id }),
    };
    const key = patientId ?? (patient.birthDate === undefined ? String(line) : personKey(patient));
    const before = people.get(key);
    people.set(key, {
      ...(before ?? (patientId === undefined ? { patient } : { patientId })),
      appointments: [...(before?.appointments ?? []), time],
    });
  }
  return [...people.values()];
}

function personKey(patient: PatientDetails): string {
  return [
    nameKey(patient),
    patient.birthDate ?? '',
    patient.birthDate === undefined ? phoneKey(patient.phone) : '',
  ].join(' ');
}

function nameKey({ name }: Pick<PatientDetails, 'name'>): string {
  return foldWords(`${name?.given ?? ''}${name?.family ?? ''}`);
}

function phoneKey(phone: string | undefined): string {
  return (phone ?? '').replaceAll(/\D/g, '').slice(-9);
}

function faulty(row: TableRow, code: RowFault['code']): TableRow {
  return { ...row, faults: [{ field: 'time', code, text: '' }] };
}
