// One row of a table as an appointment, with everything in it that does not read said by its field.

import type { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import type { RowFault } from '@foyer/contracts/appointment-import.ts';
import type { RowFaultCode, TableField } from '@foyer/contracts/appointment-table.ts';
import type { PatientDetails, PatientName } from '@foyer/contracts/patient.ts';
import { dayMs, type EpochMs, type LocalDate } from '@foyer/contracts/time.ts';
import type { DayBounds } from '@foyer/domain/calendar/business-day.ts';
import { foldWords } from './fold-words.ts';
import { readDate } from './table-dates.ts';
import { nameOf, partedName, plainCell, plainPhone } from './table-names.ts';
import { readMode } from './table-modes.ts';
import { cellOf, type TablePlan } from './table-plan.ts';
import { readPractitioner, type Practitioner } from './table-practitioners.ts';
import { partedMoment, readMinutes, readTime } from './table-times.ts';

export interface TableRow {
  readonly line: number;
  readonly patient: PatientDetails;
  readonly serviceId?: string;
  readonly at?: EpochMs;
  readonly minutes?: number;
  /** Absent: in person. */
  readonly mode?: AppointmentMode;
  /** Absent: nobody in particular. */
  readonly practitioner?: Practitioner;
  readonly faults: readonly RowFault[];
}

export interface RowWorld {
  readonly plan: TablePlan;
  readonly today: DayBounds;
  /** Those whom a visit may be with. */
  readonly staff: readonly Practitioner[];
  /** A local date and time of day at the clinic. */
  readonly momentOf: (date: LocalDate, time: string) => EpochMs;
}

const longestText = 120;
const daysAhead = 366;

export function readRow(line: number, cells: readonly string[], world: RowWorld): TableRow {
  const faults: RowFault[] = [];
  const reading = { cells, world, fault: (field: TableField, code: RowFaultCode) => faults.push(said(field, code)) };
  const said = (field: TableField, code: RowFaultCode): RowFault => ({
    field,
    code,
    text: plainCell(cellOf(cells, world.plan, field)).slice(0, longestText),
  });
  const [birthDate, phone] = [readBirthDate(reading), readPhone(reading)];
  const [serviceId, at, minutes] = [readService(reading), readMoment(reading), readLength(reading)];
  const [mode, practitioner] = [readHow(reading), readWith(reading)];
  return {
    line,
    patient: {
      name: readName(reading),
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(phone === undefined ? {} : { phone }),
    },
    ...(serviceId === undefined ? {} : { serviceId }),
    ...(at === undefined ? {} : { at }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(mode === undefined ? {} : { mode }),
    ...(practitioner === undefined ? {} : { practitioner }),
    faults,
  };
}

interface Reading {
  readonly cells: readonly string[];
  readonly world: RowWorld;
  readonly fault: (field: TableField, code: RowFaultCode) => void;
}

function readName({ cells, world: { plan }, fault }: Reading): PatientName {
  const text = (field: TableField): string => plainCell(cellOf(cells, plan, field));
  const whole = text('name');
  const name = whole === '' ? nameOf(text('given'), text('family')) : partedName(whole);
  const field = plan.columns.name === undefined ? 'given' : 'name';
  const parts = Object.values(name);
  if (parts.length === 0) fault(field, 'name-missing');
  if (parts.some((part) => part.length > longestText)) fault(field, 'text-long');
  return name;
}

function readBirthDate({ cells, world: { plan, today }, fault }: Reading): LocalDate | undefined {
  const text = cellOf(cells, plan, 'birth-date');
  if (text === '') return undefined;
  const read = readDate(text, plan.dateOrder);
  if (read === 'order-unknown') return undefined;
  if ('code' in read) fault('birth-date', read.code);
  else if (read.date > today.businessDay) fault('birth-date', 'birth-date-ahead');
  else return read.date;
  return undefined;
}

function readPhone({ cells, world: { plan }, fault }: Reading): string | undefined {
  const text = cellOf(cells, plan, 'phone');
  if (text === '') return undefined;
  const phone = plainPhone(text);
  if (phone === undefined) fault('phone', 'phone-unreadable');
  return phone;
}

function readService({ cells, world: { plan }, fault }: Reading): string | undefined {
  const text = cellOf(cells, plan, 'service');
  if (text === '') {
    if (plan.serviceId === undefined && !plan.asks.includes('service')) fault('service', 'service-missing');
    return plan.serviceId;
  }
  const serviceId = plan.services.get(foldWords(text));
  if (serviceId === undefined) fault('service', 'service-unknown');
  return serviceId;
}

/** Of today where the table has no dates. */
function readMoment({ cells, world: { plan, today, momentOf }, fault }: Reading): EpochMs | undefined {
  if (plan.columns.time === undefined) return undefined;
  const parted = partedMoment(cellOf(cells, plan, 'time'));
  const time = readTime(parted.time);
  if (time === undefined) {
    fault('time', parted.time === '' ? 'time-missing' : 'time-unreadable');
    return undefined;
  }
  const ofColumn = cellOf(cells, plan, 'date');
  const text = ofColumn === '' ? (parted.date ?? '') : ofColumn;
  const read = text === '' ? { date: today.businessDay } : readDate(text, plan.dateOrder);
  if (read === 'order-unknown') return undefined;
  const field = ofColumn === '' ? 'time' : 'date';
  if ('code' in read) {
    fault(field, read.code);
    return undefined;
  }
  const at = momentOf(read.date, time);
  if (at < today.from) fault(field, 'time-over');
  else if (at >= today.until + daysAhead * dayMs) fault(field, 'time-far');
  else return at;
  return undefined;
}

function readLength({ cells, world: { plan }, fault }: Reading): number | undefined {
  const text = cellOf(cells, plan, 'minutes');
  if (text === '') return undefined;
  const minutes = readMinutes(text);
  if (minutes === undefined) fault('minutes', 'minutes-unreadable');
  return minutes;
}

function readHow({ cells, world: { plan }, fault }: Reading): AppointmentMode | undefined {
  const text = cellOf(cells, plan, 'mode');
  if (text === '') return undefined;
  const mode = readMode(text);
  if (mode === undefined) fault('mode', 'mode-unknown');
  return mode;
}

function readWith({ cells, world: { plan, staff }, fault }: Reading): Practitioner | undefined {
  const text = cellOf(cells, plan, 'practitioner');
  if (text === '') return undefined;
  const read = readPractitioner(text, staff);
  if ('practitioner' in read) return read.practitioner;
  fault('practitioner', read.code);
  return undefined;
}
