// What becomes of somebody who was found, or whose code was read: which screen comes next, and what the ticket will say
// besides. Pure: the attendant does what it says.

import type { ClinicElsewhere, IdentificationAnswer } from '@foyer/contracts/http-api.ts';
import { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { AppointmentSummary } from '@foyer/contracts/kiosk-view.ts';

/** The end of an identification: somebody, or nobody. */
export type Found = Extract<IdentificationAnswer, { readonly matched: boolean }>;

/** A day, and a local time of day where it is known. */
export interface OtherDay {
  readonly date: string;
  readonly time?: string;
}
/** What stands on the ticket's screen beside the number. */
export interface TicketNotes {
  readonly otherDay?: OtherDay;
  readonly documentExpired?: true;
  readonly balance?: { readonly amountMinor: number; readonly currency: string };
}

/** The code is of another clinic, and it is known which. */
export interface WrongClinicScreen {
  readonly page: 'wrong-clinic';
  readonly clinic: ClinicElsewhere;
  readonly when?: OtherDay;
}
/** Checked in before: the number, and whether it is to be printed again. */
export interface AlreadyScreen {
  readonly page: 'already';
  readonly identificationId: string;
  readonly ticket: Ticket & { readonly ahead: number };
}
/** The next appointment is by video or by phone. */
export interface RemoteScreen {
  readonly page: 'remote';
  readonly identificationId: string;
  readonly appointment: AppointmentSummary;
}
export type ArrivalScreen = WrongClinicScreen | AlreadyScreen | RemoteScreen;

export type Arrival =
  | { readonly next: 'screen'; readonly screen: ArrivalScreen }
  | { readonly next: 'check-in'; readonly appointment: AppointmentSummary }
  /** A number for the desk at once, and the day beside it. */
  | { readonly next: 'other-day'; readonly otherDay: OtherDay; readonly identificationId?: string }
  /** There is nothing to add to what the answer says. */
  | { readonly next: 'as-answered' };

export function arrivalOf(found: Found): Arrival {
  const { identificationId } = found;
  if (!found.matched) return unmatched(found);
  const appointment = nextOf(found.appointments);
  if (appointment === undefined) {
    const { otherDay } = found;
    return otherDay === undefined ? { next: 'as-answered' } : { next: 'other-day', otherDay, identificationId };
  }
  const { ticket } = appointment;
  if (ticket !== undefined) return { next: 'screen', screen: { page: 'already', identificationId, ticket } };
  if (isRemote(appointment) && !appointment.checkedIn)
    return { next: 'screen', screen: { page: 'remote', identificationId, appointment } };
  return { next: 'check-in', appointment };
}

export function notesOf(found: Found): TicketNotes {
  if (!found.matched) return {};
  const { documentExpired, balance } = found;
  return { ...(documentExpired ? { documentExpired } : {}), ...(balance === undefined ? {} : { balance }) };
}

function unmatched(found: Extract<Found, { readonly matched: false }>): Arrival {
  const { reason, date, time, clinic, identificationId } = found;
  const when = date === undefined ? undefined : { date, ...(time === undefined ? {} : { time }) };
  if (reason === 'code-of-another-clinic' && clinic !== undefined) {
    const screen = { page: 'wrong-clinic', clinic, ...(when === undefined ? {} : { when }) } as const;
    return { next: 'screen', screen };
  }
  if (reason === 'code-of-another-day' && when !== undefined)
    return { next: 'other-day', otherDay: when, ...(found.identified ? { identificationId } : {}) };
  return { next: 'as-answered' };
}

/** The earliest to come to that is not checked in yet, then one that needs nobody here; when all are, the earliest. */
function nextOf(appointments: readonly AppointmentSummary[]): AppointmentSummary | undefined {
  const inOrder = appointments.toSorted((a, b) => a.at - b.at);
  const open = inOrder.filter(({ checkedIn }) => !checkedIn);
  return open.find((appointment) => !isRemote(appointment)) ?? open[0] ?? inOrder[0];
}

function isRemote({ mode = AppointmentMode.inPerson }: AppointmentSummary): boolean {
  return mode !== AppointmentMode.inPerson;
}
