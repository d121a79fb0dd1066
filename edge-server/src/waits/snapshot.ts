// The queue of one moment as it is rolled forward: who waits or is still to come, and in which order each point calls
// them, by the queue's own rule.

import type { ServiceId, TicketId } from '@foyer/contracts/ids.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import { lastedMs } from '@foyer/contracts/gap.ts';
import { rulesOf } from '@foyer/domain/queue/calling-rules.ts';
import { choicesUnder, compareTickets, isCandidate, type CallingPoint } from '@foyer/domain/queue/order.ts';
import { withChanges, type QueueState, type TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { PersonInQueue, PointNow } from '@foyer/domain/wait-estimate/queue-now.ts';
import { plannedHours, type PlannedHours } from './planned-hours.ts';
import { servicesTold, type WaitQuestion } from './question.ts';

export interface WaitSnapshot {
  readonly at: EpochMs;
  readonly points: readonly PointNow[];
  /** By the clinic's plan, where it has one. */
  readonly plannedMs: readonly (readonly [ServiceId, number])[];
  /** The first is the queue as it is; each other one has people in it who might take a number now. Made as they are read. */
  readonly rounds: Iterable<Round>;
}

export interface Round {
  readonly people: readonly PersonInQueue[];
  /** Of each point, places in `people` in the order in which it would call them. */
  readonly lists: readonly (readonly number[])[];
  /** Whose wait is asked for, of which service; absent: everybody's who waits. */
  readonly asked?: readonly { readonly id: TicketId; readonly serviceId: ServiceId }[];
}

export function waitSnapshot(state: WaitQuestion): WaitSnapshot {
  const { configuration, now } = state;
  const rules = rulesOf(state.queue)?.rules;
  const planned = rules?.services.flatMap(({ serviceId, meanMinutes }) =>
    meanMinutes === undefined ? [] : [[serviceId, meanMinutes * minuteMs] as const],
  );
  const hours = plannedHours(configuration, now);
  return {
    at: now,
    points: configuration.servicePoints.map((point) => pointNow(point, state, hours)),
    plannedMs: planned ?? [],
    rounds: rounds(state),
  };
}

function* rounds(state: WaitQuestion): Iterable<Round> {
  yield round(state, []);
  for (const asked of apart(servicesTold(state), state.configuration.servicePoints)) yield round(state, asked);
}

/** Somebody who takes a number for this service now. */
export function ifTakenNow(serviceId: ServiceId): TicketId {
  return `now/${serviceId}`;
}

/** In groups of which no two share a point, so that none of those who might come waits for another. */
function apart(serviceIds: readonly ServiceId[], points: readonly CallingPoint[]): readonly (readonly ServiceId[])[] {
  const groups: { readonly serviceIds: ServiceId[]; readonly points: Set<string> }[] = [];
  for (const serviceId of serviceIds) {
    const own = points.filter((point) => point.serviceIds.includes(serviceId)).map(({ id }) => id);
    const group = groups.find((each) => own.every((id) => !each.points.has(id)));
    if (group === undefined) groups.push({ serviceIds: [serviceId], points: new Set(own) });
    else {
      group.serviceIds.push(serviceId);
      for (const id of own) group.points.add(id);
    }
  }
  return groups.map((group) => group.serviceIds);
}

function round(state: WaitQuestion, serviceIds: readonly ServiceId[]): Round {
  const { configuration, now, expected } = state;
  const waiting = [...state.queue.tickets.values()].filter(({ standing }) => standing.state === TicketState.waiting);
  const asked = serviceIds.map((serviceId) => ({ id: ifTakenNow(serviceId), serviceId }));
  const coming = [
    ...expected.map(({ id, serviceId, at }) => toCome(id, serviceId, 'booked', Math.max(at, now), waiting.length)),
    ...asked.map(({ id, serviceId }) => toCome(id, serviceId, 'walk-in', now, waiting.length)),
  ];
  const queue = coming.length === 0 ? state.queue : withChanges(state.queue, { tickets: coming });
  const people = [...waiting, ...coming];
  const places = new Map(people.map(({ id }, place) => [id, place]));
  const bookedAt = new Map(expected.map(({ id, at }) => [id, at]));
  return {
    people: people.map(({ id, standing }) => ({
      id,
      serviceId: standing.serviceId,
      bookedAt: bookedAt.get(id) ?? null,
    })),
    lists: configuration.servicePoints.map((point) =>
      inOrder(point, queue, state).flatMap(({ id }) => places.get(id) ?? []),
    ),
    ...(asked.length === 0 ? {} : { asked }),
  };
}

/** Whom the point calls, one after the other, if nobody else did. */
function inOrder(point: CallingPoint, queue: QueueState, world: WaitQuestion): readonly TicketRecord[] {
  const inForce = rulesOf(queue);
  if (inForce !== undefined) {
    return Array.from(choicesUnder(inForce, queue, point, world).calls(), ({ claim }) => claim.ticket);
  }
  return [...queue.tickets.values()]
    .filter((ticket) => isCandidate(ticket, point, queue, world))
    .toSorted(compareTickets);
}

/** A ticket as it would be given; only what the order asks for says anything. */
function toCome(
  id: TicketId,
  serviceId: ServiceId,
  priorityClass: TicketRecord['standing']['priorityClass'],
  placeAt: EpochMs,
  ordinal: number,
): TicketRecord {
  return {
    id,
    publicId: '',
    number: '',
    ordinal: Number.MAX_SAFE_INTEGER - ordinal,
    businessDay: '',
    issuedAt: placeAt,
    issuedServiceId: serviceId,
    source: 'kiosk',
    issuedBy: 'system',
    needs: [],
    language: null,
    patientId: null,
    appointmentId: null,
    appointmentAt: priorityClass === 'booked' ? placeAt : null,
    closedAt: null,
    last: { epoch: 0, seq: 0, type: '', businessDay: '', before: null },
    printed: false,
    standing: {
      state: TicketState.waiting,
      serviceId,
      priorityClass,
      servicePointId: null,
      forServicePointId: null,
      placeAt,
      callCount: 0,
      callId: null,
      calledAt: null,
      servingSince: null,
      heldUntil: null,
      heldByTicket: false,
      room: null,
    },
  };
}

function pointNow(
  { id, serviceIds }: CallingPoint,
  { queue, now }: WaitQuestion,
  { breaks = [], ...hours }: PlannedHours,
): PointNow {
  const record = queue.servicePoints.get(id);
  const ticket = queue.tickets.get(record?.ticketId ?? '');
  const since = ticket?.standing.calledAt ?? ticket?.standing.servingSince ?? null;
  const isOpen = record?.state === 'open';
  const backAt = isOpen ? now : (record?.pause?.until ?? now);
  return {
    id,
    serviceIds,
    practitionerId: record?.staffId ?? null,
    serving:
      ticket === undefined || since === null
        ? null
        : { serviceId: ticket.standing.serviceId, forMs: lastedMs(since, now, [...queue.gaps.values()]) },
    ...(isOpen ? {} : { away: { until: record?.pause?.until ?? null } }),
    breaks: breaks.filter(({ from }) => from > backAt),
    ...hours,
  };
}
