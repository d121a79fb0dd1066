// What the log says of waits, folded into what is learned of them, and into the estimates that are not graded yet. Runs
// before a fact changes the queue, for it measures how the queue stood. What was written on paper first, spans a gap, or
// was cleared away when the day ended teaches nothing: nobody knows those times well.

import type { EventBody, FactOf } from '@foyer/contracts/events.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { EstimatedWait } from '@foyer/contracts/wait-events.ts';
import { secondMs, type EpochMs } from '@foyer/contracts/time.ts';
import { isAtPoint } from '@foyer/domain/queue/gap.ts';
import type { QueueState, TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { calibrate } from '@foyer/domain/wait-estimate/calibration.ts';
import {
  learn,
  learnArrival,
  learnAttendance,
  learnDemand,
  learnReturn,
  learnTurnover,
} from '@foyer/domain/wait-estimate/learn.ts';
import { practiceKey } from '@foyer/domain/wait-estimate/wait-model.ts';
import type { WaitRecords } from '../ports/wait-records.ts';
import { changeLearned, isOnPaper, type Part } from './change-learned.ts';
import type { FoldedRow } from './fold.ts';

/** Shorter than this, a call was made by mistake. */
const shortestServiceMs = 15 * secondMs;

const arrivals: readonly Part[] = [['punctuality', '']];
const attendance: readonly Part[] = [['attendance', '']];
const turnover: readonly Part[] = [['turnover', '']];
const returns: readonly Part[] = [['lateness', '']];

type Queue = Pick<QueueState, 'tickets' | 'servicePoints'>;

export function foldWaits(row: FoldedRow, queue: Queue, records: WaitRecords): void {
  switch (row.type) {
    case 'v1.WaitEstimated':
      return estimated(row, queue, records);
    case 'v1.WaitGraded':
      attended(row.body.appointments, records);
      return records.forgetWaitPredictionsOf(row.body.businessDay);
    case 'v1.GapNoticed':
      return records.forgetOpenWaitPredictions();
    case 'v1.TicketCalled':
      return called(row, queue, records);
    case 'v1.ServiceStarted':
      return begun(row, queue, records);
    case 'v1.ServiceFinished':
      return served(row, row.body.ticketId, queue, records);
    case 'v1.TicketTransferred':
      served(row, row.body.ticketId, queue, records);
      return forgetUncalled(row.body.ticketId, records);
    // The patient, or staff, made it another wait than the one that was estimated.
    case 'v1.TicketHeld':
    case 'v1.SteppedOut':
    case 'v1.PriorityChanged':
    case 'v1.TicketMovedInQueue':
    case 'v1.CheckInUndone':
      return forgetUncalled(row.body.ticketId, records);
    case 'v1.TicketClosed':
      left(row, queue, records);
      return forgetUncalled(row.body.ticketId, records);
    // A call that was a mistake ended no wait.
    case 'v1.StepUndone':
      return records.forgetWaitPrediction(row.body.ticketId);
    case 'v1.AppointmentCheckedIn': {
      if (isOnPaper(row)) return;
      const { appointmentAt: bookedAt } = row.body;
      return changeLearned(records, arrivals, (model) => learnArrival(model, { bookedAt, arrivedAt: row.at }));
    }
    case 'v1.ServicePointOpened': {
      const plannedAt = queue.servicePoints.get(row.body.servicePointId)?.pause?.until ?? null;
      if (isOnPaper(row) || plannedAt === null) return;
      return changeLearned(records, returns, (model) => learnReturn(model, { plannedAt, returnedAt: row.at }));
    }
    default:
  }
}

/** It may have been called while the estimate was on its way. */
function estimated(
  { body, businessDay }: FoldedRow & FactOf<'v1.WaitEstimated'>,
  queue: Queue,
  records: WaitRecords,
): void {
  const standing = queue.tickets.get(body.ticketId)?.standing;
  const wasCalled = standing !== undefined && standing.callCount > 0;
  if (standing === undefined || (wasCalled && standing.calledAt === null)) return;
  const calledAt = wasCalled ? standing.calledAt : null;
  records.putWaitPrediction({ ...body, businessDay, calledAt });
  if (calledAt !== null) graded(body, calledAt, records);
}

function called(row: FoldedRow & FactOf<'v1.TicketCalled'>, queue: Queue, records: WaitRecords): void {
  const ticket = queue.tickets.get(row.body.ticketId);
  if (ticket === undefined || isOnPaper(row) || ticket.standing.callCount > 0) return;
  waited(ticket, row.at, 0, records);
  const prediction = records.waitPrediction(ticket.id);
  if (prediction === undefined || prediction.calledAt !== null) return;
  records.putWaitPrediction({ ...prediction, calledAt: row.at });
  graded(prediction, row.at, records);
}

function graded(said: EstimatedWait, calledAt: EpochMs, records: WaitRecords): void {
  const { serviceId, estimatedAt } = said;
  const waitedMs = Math.max(0, calledAt - estimatedAt);
  changeLearned(records, [['calibration', serviceId]], (model) => calibrate(model, { serviceId, said, waitedMs }));
}

/** Those who came among those who did not, so that none of them counts more for being the last. */
function attended(appointments: EventBody<'v1.WaitGraded'>['appointments'], records: WaitRecords): void {
  if (appointments === undefined) return;
  const { booked, came } = appointments;
  const hasCome = (place: number) => Math.floor(((place + 1) * came) / booked) > Math.floor((place * came) / booked);
  changeLearned(records, attendance, (model) =>
    Array.from({ length: booked }, (_, place) => hasCome(place)).reduce(learnAttendance, model),
  );
}

function left(row: FoldedRow & FactOf<'v1.TicketClosed'>, queue: Queue, records: WaitRecords): void {
  const ticket = queue.tickets.get(row.body.ticketId);
  if (row.body.outcome !== TicketState.left || row.body.atDayEnd === true || isOnPaper(row)) return;
  if (ticket?.standing.state === TicketState.waiting) waited(ticket, row.at, 1, records);
}

function waited(ticket: TicketRecord, at: EpochMs, leftCount: number, records: WaitRecords): void {
  const { serviceId } = ticket.standing;
  const waitedMs = Math.max(0, at - ticket.issuedAt);
  changeLearned(records, [['demand', serviceId]], (model) =>
    learnDemand(model, { serviceId, openMs: 0, waitedMs, urgent: 0, left: leftCount }),
  );
}

/**
 * How long the point was free before it called who waited there already. Learned when the service begins and not at the
 * call, which a display waits for.
 */
function begun(row: FoldedRow & FactOf<'v1.ServiceStarted'>, queue: Queue, records: WaitRecords): void {
  const ticket = queue.tickets.get(row.body.ticketId);
  if (ticket === undefined || isOnPaper(row) || ticket.inDoubtSince !== undefined) return;
  const { state, callCount, calledAt, servicePointId } = ticket.standing;
  if (state !== TicketState.called || callCount !== 1 || calledAt === null || servicePointId === null) return;
  const freeFrom = queue.servicePoints.get(servicePointId)?.lastLeftAt;
  const waitedThen = Math.max(ticket.issuedAt, ticket.standing.placeAt) <= (freeFrom ?? -Infinity);
  if (freeFrom === undefined || !waitedThen || calledAt < freeFrom) return;
  changeLearned(records, turnover, (model) => learnTurnover(model, { idleMs: calledAt - freeFrom, at: row.at }));
}

/** From the call until the point could call the next. */
function served(row: FoldedRow, ticketId: string, queue: Queue, records: WaitRecords): void {
  const ticket = queue.tickets.get(ticketId);
  if (ticket === undefined || !isAtPoint(ticket) || isOnPaper(row) || ticket.inDoubtSince !== undefined) return;
  const { serviceId, servicePointId, calledAt, servingSince } = ticket.standing;
  const from = calledAt ?? servingSince;
  if (from === null || servicePointId === null || row.at - from < shortestServiceMs) return;
  const practitionerId = queue.servicePoints.get(servicePointId)?.staffId ?? null;
  const practice: readonly Part[] =
    practitionerId === null ? [] : [['practice', practiceKey(serviceId, practitionerId)]];
  const touched: readonly Part[] = [['services', serviceId], ...practice];
  changeLearned(records, touched, (model) =>
    learn(model, { serviceId, practitionerId, durationMs: row.at - from, at: row.at }),
  );
}

function forgetUncalled(ticketId: string, records: WaitRecords): void {
  if (records.waitPrediction(ticketId)?.calledAt === null) records.forgetWaitPrediction(ticketId);
}
