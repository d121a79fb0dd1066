// Estimates of waits in the log: what was said of each ticket when it was given, and how a day of them came out.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { minuteMs, type BusinessDay } from '@foyer/contracts/time.ts';
import type { GradedWaits } from '@foyer/contracts/wait-events.ts';
import { dayBounds } from '@foyer/domain/calendar/business-day.ts';
import { accept, noEffect, type Decision } from '@foyer/domain/decision.ts';
import { grade, type WaitGrade } from '@foyer/domain/wait-estimate/grade.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';

/** The first of each ticket alone: it is what the patient was told. */
export function recordWaits(
  { type, estimates }: CommandOf<'record-waits'>,
  _party: Party,
  { queue, records }: UseCaseContext,
): Decision {
  const first = new Map(estimates.toReversed().map((estimate) => [estimate.ticketId, estimate]));
  const facts = [...first.values()]
    .toReversed()
    .filter(({ ticketId }) => queue.tickets.has(ticketId) && records.waitPrediction(ticketId) === undefined)
    .map((body): Fact => ({ type: 'v1.WaitEstimated', body }));
  return facts.length === 0 ? noEffect(type, {}) : accept(...facts);
}

/** Of a day that is over, and once: its estimates are gone afterwards. */
export function gradeWaits(
  { type, businessDay }: CommandOf<'grade-waits'>,
  _party: Party,
  context: UseCaseContext,
): Decision {
  const { moment, records } = context;
  if (businessDay >= moment.businessDay) return refused('day-not-over', { businessDay });
  const predictions = records.waitPredictionsOf(businessDay);
  if (predictions.length === 0) return noEffect(type, {});
  const waitedMs = new Map(
    predictions.flatMap(({ ticketId, estimatedAt, calledAt }) =>
      calledAt === null ? [] : [[ticketId, Math.max(0, calledAt - estimatedAt)] as const],
    ),
  );
  const said = predictions.map((prediction) => ({ ...prediction, said: prediction }));
  const services = grade(said, waitedMs).toSorted((a, b) => (a.serviceId < b.serviceId ? -1 : 1));
  const appointments = attendance(businessDay, context);
  const body = { businessDay, services: services.map(graded), ...(appointments.booked === 0 ? {} : { appointments }) };
  return accept({ type: 'v1.WaitGraded', body });
}

/** Of those who were to come to the clinic. The schedule is in no fact, so what a day of it came to is put into one. */
function attendance(
  businessDay: BusinessDay,
  { configuration, reference, records }: UseCaseContext,
): { readonly booked: number; readonly came: number } {
  const { from, until } = dayBounds(businessDay, configuration.zone, configuration.businessDayStartsAt);
  const booked = reference
    .appointmentsBetween(from, until)
    .filter(({ status, mode = 'in-person' }) => status === 'booked' && mode === 'in-person');
  const came = booked.filter(({ id }) => records.ticketOfAppointment(id) !== undefined);
  return { booked: booked.length, came: came.length };
}

function graded({ serviceId, predicted, within, coverage, rmseMs, biasMs }: WaitGrade): GradedWaits {
  return {
    serviceId,
    predicted,
    within,
    coverage: toDigits(coverage, 3),
    rmseMinutes: toDigits(rmseMs / minuteMs, 1),
    biasMinutes: toDigits(biasMs / minuteMs, 1),
  };
}

function toDigits(value: number, digits: number): number {
  // Adding nought turns a negative nought into a plain one, which JSON would not keep.
  return Number(value.toFixed(digits)) + 0;
}
