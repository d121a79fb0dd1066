// A visit that was kept on paper while there was no edge, entered afterwards: the usual facts, each with the time when it
// was so. Who is seen already passes through no room, on no screen; who still waits joins the queue at the place of
// their arrival.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact, FactOf } from '@foyer/contracts/events.ts';
import { dayMs, type BusinessDay, type EpochMs } from '@foyer/contracts/time.ts';
import { businessDayAt } from '../calendar/business-day.ts';
import { accept, refuse, type Decision, type Moment } from '../decision.ts';
import { paperNumber, paperPrefix } from '../numbering/paper-series.ts';
import { isDayClosed } from './closed-day.ts';
import { openTicketOf } from './issue.ts';
import { paperNumberKey, type QueueState } from './queue-state.ts';
import { serviceOf, servicePointOf, type QueueWorld } from './queue-world.ts';
import { withReason } from './sealed-reason.ts';

/** How far back a visit on paper may lie. */
const onPaperMs = 7 * dayMs;
type PaperVisit = CommandOf<'enter-paper-visit'>;

export function decidePaperVisit(visit: PaperVisit, state: QueueState, world: QueueWorld, moment: Moment): Decision {
  const { serviceId, servicePointId, patientId, arrivedAt } = visit;
  if (serviceOf(world, serviceId) === undefined) return refuse('unknown-service');
  if (servicePointId !== undefined && servicePointOf(world, servicePointId) === undefined) {
    return refuse('unknown-service-point');
  }
  if (patientId !== undefined && !world.knowsPatient(patientId)) return refuse('unknown-patient');
  const prefix = paperPrefix(world.configuration);
  const read = paperNumber(visit.number, prefix);
  if (read === undefined) return refuse('not-a-paper-number', { prefix });
  const times = timesOf(visit);
  if (times.some((time) => time > moment.at || time < moment.at - onPaperMs)) return refuse('occurred-at-out-of-range');
  const businessDay = dayOf(arrivedAt, world, moment);
  if (!isComplete(visit, times) || (visit.outcome === undefined && businessDay !== moment.businessDay)) {
    return refuse('paper-visit-incomplete');
  }
  const used = state.paperNumbers.get(paperNumberKey(businessDay, read.number))?.ticketId;
  if (used !== undefined && state.tickets.get(used)?.last.type !== 'v1.CheckInUndone') {
    return refuse('paper-number-used', { ticketId: used });
  }
  const other = patientId === undefined ? undefined : openTicketOf(state, patientId, serviceId);
  if (visit.outcome === undefined) {
    if (isDayClosed(state, businessDay)) return refuse('day-closed');
    if (other !== undefined) return refuse('patient-has-open-ticket', { ticketId: other.id });
  }
  const { patientId: _whose, ...nobodys } = visit;
  const issued = issuedOnPaper(other === undefined ? visit : nobodys, read, businessDay, moment);
  const { ticketId } = issued.body;
  const through = goneThrough(visit, ticketId, moment);
  return accept(issued, ...through, ...(other === undefined ? [] : saidAfterwards(visit, ticketId)));
}

/** Of who stands in that queue now, whose the visit was is said once it is over: nobody stands in one queue twice. */
function saidAfterwards(visit: PaperVisit, ticketId: string): readonly FactOf<'v1.TicketIdentified'>[] {
  const { patientId } = visit;
  if (patientId === undefined) return [];
  const body = { ticketId, patientId, occurredAt: Math.max(...timesOf(visit)) };
  return [{ type: 'v1.TicketIdentified', body }];
}

function timesOf({ arrivedAt, calledAt, startedAt, finishedAt }: PaperVisit): readonly EpochMs[] {
  return [arrivedAt, calledAt, startedAt, finishedAt].filter((time) => time !== undefined);
}

/** Whatever happened has its time, in order; who was called was called somewhere. */
function isComplete(visit: PaperVisit, times: readonly EpochMs[]): boolean {
  const { calledAt, servicePointId, startedAt, finishedAt, outcome } = visit;
  if (times.some((time, index) => time < (times[index - 1] ?? 0))) return false;
  if ((calledAt === undefined) !== (servicePointId === undefined)) return false;
  if (startedAt !== undefined && calledAt === undefined) return false;
  if (outcome === undefined) return calledAt === undefined && finishedAt === undefined;
  return outcome !== 'completed' || (calledAt !== undefined && finishedAt !== undefined);
}

/** While the change of day is frozen, what is not of an earlier day is of the one that goes on. */
function dayOf(at: EpochMs, { configuration, clockFrozen }: QueueWorld, moment: Moment): BusinessDay {
  const { businessDay } = businessDayAt(at, configuration.zone, configuration.businessDayStartsAt);
  return clockFrozen && businessDay > moment.businessDay ? moment.businessDay : businessDay;
}

function issuedOnPaper(
  { serviceId, patientId, arrivedAt, reason }: PaperVisit,
  { number, ordinal }: { readonly number: string; readonly ordinal: number },
  businessDay: BusinessDay,
  moment: Moment,
): FactOf<'v1.TicketIssued'> {
  const ticketId = moment.newId();
  const body = {
    ticketId,
    publicId: moment.newPublicId(),
    number,
    ordinal,
    serviceId,
    priorityClass: 'walk-in' as const,
    needs: [],
    source: 'paper' as const,
    issuedAt: arrivedAt,
    placeAt: arrivedAt,
    print: false,
    occurredAt: arrivedAt,
    ...(patientId === undefined ? {} : { patientId }),
    ...(businessDay === moment.businessDay ? {} : { businessDay }),
  };
  return withReason({ type: 'v1.TicketIssued', body }, reason, { id: ticketId });
}

function goneThrough(visit: PaperVisit, ticketId: string, moment: Moment): readonly Fact[] {
  const { calledAt, servicePointId, startedAt, outcome } = visit;
  const facts: Fact[] = [];
  if (calledAt !== undefined && servicePointId !== undefined) {
    const callId = moment.newId();
    const body = { ticketId, servicePointId, callId, rule: 'on-paper' as const, waiting: 1, occurredAt: calledAt };
    facts.push({ type: 'v1.TicketCalled', body });
    if (startedAt !== undefined) {
      facts.push({ type: 'v1.ServiceStarted', body: { ticketId, servicePointId, occurredAt: startedAt } });
    }
  }
  if (outcome === undefined) return facts;
  // Of who left, paper does not always say when: the last that is known of them.
  const occurredAt = Math.max(...timesOf(visit));
  if (outcome === 'completed' && servicePointId !== undefined) {
    const since = startedAt === undefined ? {} : { startedAt };
    facts.push({ type: 'v1.ServiceFinished', body: { ticketId, servicePointId, ...since, occurredAt } });
  } else {
    facts.push({ type: 'v1.TicketClosed', body: { ticketId, outcome, occurredAt } });
  }
  return facts;
}
