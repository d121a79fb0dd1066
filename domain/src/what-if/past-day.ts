// A day read off its log: who came and what they waited for, how long each was at a point, and which points worked when.
// What the queue's rules decided, who was called when and where, is left out of it, but for the record beside it.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { ServicePointId, TicketId } from '@foyer/contracts/ids.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import { evolve, type FactRow } from '../queue/evolve.ts';
import { emptyQueue, withChanges, type QueueState, type TicketRecord } from '../queue/queue-state.ts';
import { done, type Steps } from './steps.ts';

/** One time in a queue: from coming into it until leaving the point that called, or until giving up. */
export interface Stay {
  readonly ticketId: TicketId;
  /** As it stood when it came into the queue. */
  readonly ticket: TicketRecord;
  /** The one before it in the same visit: it begins so long after that one ends. Absent: the first. */
  readonly after?: { readonly stay: number; readonly ms: number };
  readonly from: EpochMs;
  /** When it was called; undefined: never. */
  readonly calledAt: EpochMs | undefined;
  /** From the call until it left the point; undefined while it was not called. */
  readonly atPointMs: number | undefined;
  /** From when it left the point until that called again, where somebody waited all the while; otherwise 0. */
  readonly restMs: number;
  /** It left the queue without a call so long after it came; undefined: it was called, or stayed to the end. */
  readonly gaveUpAfterMs: number | undefined;
}

/** A point began or ceased to take people. */
export interface PointChange {
  readonly at: EpochMs;
  readonly servicePointId: ServicePointId;
  readonly isOpen: boolean;
  readonly staffId: string | null;
}

export interface PastDay {
  readonly businessDay: BusinessDay;
  readonly stays: readonly Stay[];
  readonly points: readonly PointChange[];
  /** Of the last row; 0 where there is none. */
  readonly until: EpochMs;
}

interface Open {
  readonly index: number;
  readonly from: EpochMs;
  readonly ticket: TicketRecord;
  calledAt: EpochMs | undefined;
  servicePointId: ServicePointId | undefined;
}

/** `rows`: of that day, in order. What was written on paper is left out: nobody was called by a rule. */
export function pastDayOf(
  businessDay: BusinessDay,
  rows: Iterable<FactRow>,
  configuration: Pick<ClinicConfiguration, 'servicePoints'>,
): PastDay {
  return done(pastDay(businessDay, rows, configuration));
}

/** A step a row. */
export function* pastDay(
  businessDay: BusinessDay,
  rows: Iterable<FactRow>,
  { servicePoints }: Pick<ClinicConfiguration, 'servicePoints'>,
): Steps<PastDay> {
  const stays: Stay[] = [];
  const points: PointChange[] = [];
  const open = new Map<TicketId, Open>();
  const ended = new Map<TicketId, { readonly index: number; readonly at: EpochMs }>();
  /** Points that somebody left and that have not called since, though somebody has waited for them all the time. */
  const resting = new Map<ServicePointId, { readonly index: number; readonly at: EpochMs }>();
  let state: QueueState = emptyQueue;
  let until: EpochMs = 0;

  const end = (ticketId: TicketId, at: EpochMs): void => {
    const stay = open.get(ticketId);
    if (stay === undefined) return;
    const { calledAt, index, from } = stay;
    open.delete(ticketId);
    ended.set(ticketId, { index, at });
    const isCalled = calledAt !== undefined;
    stays[index] = {
      ...stays[index]!,
      calledAt,
      ...(isCalled ? { atPointMs: at - calledAt } : { gaveUpAfterMs: at - from }),
    };
    if (stay.servicePointId !== undefined) resting.set(stay.servicePointId, { index, at });
  };
  const somebodyWaitsFor = (servicePointId: ServicePointId): boolean => {
    const { serviceIds = [] } = servicePoints.find(({ id }) => id === servicePointId) ?? {};
    return [...open.values()].some(
      ({ calledAt, ticket: { standing } }) =>
        calledAt === undefined &&
        serviceIds.includes(standing.serviceId) &&
        (standing.forServicePointId ?? servicePointId) === servicePointId,
    );
  };
  const calls = (servicePointId: ServicePointId, at: EpochMs): void => {
    const rest = resting.get(servicePointId);
    resting.delete(servicePointId);
    if (rest !== undefined) stays[rest.index] = { ...stays[rest.index]!, restMs: at - rest.at };
  };

  for (const row of rows) {
    yield;
    until = row.at;
    const changes = evolve(state, row);
    for (const ticket of changes.tickets ?? []) {
      if (ticket.source === 'paper') continue;
      const before = state.tickets.get(ticket.id)?.standing.state;
      const now = ticket.standing.state;
      if (before === now) continue;
      if (now === TicketState.called) {
        const stay = open.get(ticket.id);
        const { servicePointId } = ticket.standing;
        if (servicePointId !== null) calls(servicePointId, row.at);
        if (stay !== undefined && stay.calledAt === undefined) {
          stay.calledAt = row.at;
          stay.servicePointId = servicePointId ?? undefined;
        }
      } else if (now !== TicketState.serving) {
        end(ticket.id, row.at);
      }
      if (now === TicketState.waiting) {
        const previous = ended.get(ticket.id);
        const after = previous === undefined ? undefined : { stay: previous.index, ms: row.at - previous.at };
        open.set(ticket.id, {
          index: stays.length,
          from: row.at,
          ticket,
          calledAt: undefined,
          servicePointId: undefined,
        });
        stays.push({
          ticketId: ticket.id,
          ticket,
          ...(after === undefined ? {} : { after }),
          from: row.at,
          calledAt: undefined,
          atPointMs: undefined,
          restMs: 0,
          gaveUpAfterMs: undefined,
        });
      }
    }
    for (const { id, state: now, staffId } of changes.servicePoints ?? []) {
      const isOpen = now === 'open';
      const last = points.findLast(({ servicePointId }) => servicePointId === id);
      if (last !== undefined && last.isOpen === isOpen && last.staffId === staffId) continue;
      if (!isOpen) resting.delete(id);
      points.push({ at: row.at, servicePointId: id, isOpen, staffId });
    }
    for (const id of [...resting.keys()]) if (!somebodyWaitsFor(id)) resting.delete(id);
    state = withChanges(state, changes);
  }
  for (const [ticketId, { calledAt }] of [...open]) if (calledAt !== undefined) end(ticketId, until);
  return { businessDay, stays, points, until };
}
