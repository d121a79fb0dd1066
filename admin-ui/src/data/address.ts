// What the page shows is in its address, so that it can be kept, sent and gone back to: `?clinic=<id>&date=YYYY-MM-DD`, or
// `?clinic=<id>&view=statistics&from=YYYY-MM-DD&until=YYYY-MM-DD` with what it is narrowed to, or `?clinic=<id>&view=devices`, or
// `?clinic=<id>&view=not-applied`, or `?clinic=<id>&view=patients`, or `?view=clinics` for all of them, or
// `?view=shared&date=YYYY-MM-DD` for what they share.

import { priorityClasses, type PriorityClass } from '@foyer/contracts/ticket-state.ts';
import { datePattern } from '@foyer/contracts/time.ts';

/** What the statistics are of; without days, the last ones. */
export interface Looked {
  readonly from?: string;
  readonly until?: string;
  readonly serviceId?: string;
  readonly staffId?: string;
  readonly priorityClass?: PriorityClass;
}

export interface Place {
  readonly clinicId?: string;
  /** Without one, the business day now. */
  readonly date?: string;
  /** The statistics instead of a day. */
  readonly statistics?: Looked;
  /** The devices instead of a day. */
  readonly devices?: true;
  /** The facts that were not applied instead of a day. */
  readonly letters?: true;
  /** How all clinics are, instead of one. */
  readonly allClinics?: true;
  /** What clinics share, on the date. */
  readonly pools?: true;
  /** The patients of the clinic instead of a day. */
  readonly patients?: true;
}

const aDate = new RegExp(datePattern);
const viewName = 'statistics';
const devicesName = 'devices';
const lettersName = 'not-applied';
const allClinicsName = 'clinics';
const poolsName = 'shared';
const patientsName = 'patients';

/** What is not as it should be is left out. */
export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  const clinicId = query.get('clinic');
  const date = query.get('date');
  return {
    ...(clinicId ? { clinicId } : {}),
    ...(date && isDate(date) ? { date } : {}),
    ...(query.get('view') === viewName ? { statistics: readLooked(query) } : {}),
    ...(query.get('view') === devicesName ? { devices: true as const } : {}),
    ...(query.get('view') === lettersName ? { letters: true as const } : {}),
    ...(query.get('view') === allClinicsName ? { allClinics: true as const } : {}),
    ...(query.get('view') === poolsName ? { pools: true as const } : {}),
    ...(query.get('view') === patientsName ? { patients: true as const } : {}),
  };
}

export function writePlace(place: Place): string {
  const { clinicId, date, statistics, devices, letters, allClinics, pools, patients } = place;
  const query = new URLSearchParams();
  if (clinicId) query.set('clinic', clinicId);
  if (date) query.set('date', date);
  if (statistics) {
    query.set('view', viewName);
    const { from, until, serviceId, staffId, priorityClass } = statistics;
    const parts = { from, until, service: serviceId, person: staffId, class: priorityClass };
    for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value);
  }
  if (devices) query.set('view', devicesName);
  if (letters) query.set('view', lettersName);
  if (allClinics) query.set('view', allClinicsName);
  if (pools) query.set('view', poolsName);
  if (patients) query.set('view', patientsName);
  const text = query.toString();
  return text ? `?${text}` : '';
}

function readLooked(query: URLSearchParams): Looked {
  const [from, until] = [query.get('from'), query.get('until')];
  const [serviceId, staffId] = [query.get('service'), query.get('person')];
  const priorityClass = priorityClasses.find((each) => each === query.get('class'));
  const areDays = from && until && isDate(from) && isDate(until) && from <= until;
  return {
    ...(areDays ? { from, until } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(staffId ? { staffId } : {}),
    ...(priorityClass ? { priorityClass } : {}),
  };
}

/** The date so many days later; the calendar's own, whatever the zone. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return aDate.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
