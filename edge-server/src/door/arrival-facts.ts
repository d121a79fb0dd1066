// What a kiosk has to know of an arrival beside its appointments: how the visit takes place, the number that was given
// before, another day, what is still to be paid. Facts alone; what is said of them is the screen's.

import type { IdentificationAnswer } from '@foyer/contracts/http-api.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import type { AppointmentSummary } from '@foyer/contracts/kiosk-view.ts';
import { openBalance } from '@foyer/domain/billing/balance.ts';
import { businessDayAt, dayBounds } from '@foyer/domain/calendar/business-day.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import { peopleAhead } from '@foyer/domain/queue/order.ts';
import { ticketView } from '@foyer/domain/queue/ticket-view.ts';
import type { ReadModel, StoredAppointment, StoredPatient } from '../ports/read-model.ts';
import type { Today } from './patient-finder.ts';

export type ArrivalsReadModel = Pick<
  ReadModel,
  'appointmentsOfPatient' | 'balanceOf' | 'billing' | 'linkedTo' | 'queue' | 'ticket'
>;
type Matched = Extract<IdentificationAnswer, { readonly matched: true }>;

/** As far as the centre sends the schedule down. */
const daysBack = 1;
const daysAhead = 7;
/** Those in which a patient who shows up again is told the number; in any other a check-in says more. */
const expected: readonly TicketState[] = [
  TicketState.waiting,
  TicketState.called,
  TicketState.serving,
  TicketState.onHold,
];

/** Of one appointment: absent is what goes without saying. */
export function appointmentFacts(
  { mode, ticketId }: StoredAppointment,
  { clinic, now }: Today,
  readModel: ArrivalsReadModel,
): Pick<AppointmentSummary, 'mode' | 'ticket'> {
  const record = ticketId === null ? undefined : readModel.ticket(ticketId);
  const state = record?.standing.state;
  if (record === undefined || state === undefined || !expected.includes(state))
    return mode === undefined ? {} : { mode };
  const ahead = peopleAhead(readModel.queue(), record, { configuration: clinic, now });
  return { ...(mode === undefined ? {} : { mode }), ticket: { ...ticketView(record), ahead } };
}

/** Of the person. */
export function personFacts(
  patient: StoredPatient,
  appointments: readonly StoredAppointment[],
  today: Today,
  readModel: ArrivalsReadModel,
): Pick<Matched, 'language' | 'otherDay' | 'balance'> {
  const ids = [patient.id, ...readModel.linkedTo(patient.id)];
  const centre = ids.map((id) => readModel.balanceOf(id)).filter((balance) => balance !== undefined);
  const balance = openBalance(ids, readModel.billing(), centre);
  const otherDay = appointments.length === 0 ? nearestDay(patient, today, readModel) : undefined;
  const { language } = patient.details;
  return {
    ...(language === undefined ? {} : { language }),
    ...(otherDay === undefined ? {} : { otherDay }),
    ...(balance === undefined ? {} : { balance }),
  };
}

/** The next one; where none is ahead, the last that nobody came for. */
function nearestDay({ id }: StoredPatient, { clinic, days }: Today, readModel: ArrivalsReadModel): Matched['otherDay'] {
  const { zone, businessDayStartsAt } = clinic;
  const { from, until } = dayBounds(days[0], zone, businessDayStartsAt);
  const near = readModel
    .appointmentsOfPatient(id, from - daysBack * dayMs, until + daysAhead * dayMs)
    .filter(({ status, ticketId }) => status === 'booked' && ticketId === null)
    .toSorted((a, b) => a.at - b.at);
  const nearest = near.find(({ at }) => at >= until) ?? near.at(-1);
  if (nearest === undefined) return undefined;
  const date = businessDayAt(nearest.at, zone, businessDayStartsAt).businessDay;
  return { date, time: timeOfDay(nearest.at, zone) };
}
