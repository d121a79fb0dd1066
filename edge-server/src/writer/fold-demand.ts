// Urgent cases and the time in which they could come, folded into what is learned of waits. A service is open while any
// point calls for it. Runs before a fact changes the queue, for it measures how the points stood.

import type { FactOf } from '@foyer/contracts/events.ts';
import type { ServiceId } from '@foyer/contracts/ids.ts';
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import { hourMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { CallingPoint } from '@foyer/domain/queue/order.ts';
import type { QueueState } from '@foyer/domain/queue/queue-state.ts';
import { learnDemand } from '@foyer/domain/wait-estimate/learn.ts';
import type { WaitRecords } from '../ports/wait-records.ts';
import { changeLearned, isOnPaper } from './change-learned.ts';
import type { FoldedRow } from './fold.ts';

/** A point that was left open overnight was watched by nobody. */
const longestOpenMs = 12 * hourMs;

type Queue = Pick<QueueState, 'tickets' | 'servicePoints'>;
type Point = Pick<CallingPoint, 'id' | 'serviceIds'>;

export function foldDemand(row: FoldedRow, queue: Queue, points: readonly Point[], records: WaitRecords): void {
  if (isOnPaper(row)) return;
  switch (row.type) {
    case 'v1.ServicePointPaused':
    case 'v1.ServicePointClosed':
      return stopped(row, queue, points, records);
    case 'v1.TicketIssued': {
      const { serviceId, priorityClass } = row.body;
      return isUrgent(priorityClass) ? urgent(serviceId, queue, points, records) : undefined;
    }
    case 'v1.PriorityChanged': {
      const { ticketId, from, to } = row.body;
      const serviceId = queue.tickets.get(ticketId)?.standing.serviceId;
      if (serviceId === undefined || isUrgent(from) || !isUrgent(to)) return;
      return urgent(serviceId, queue, points, records);
    }
    default:
  }
}

/** Each moment counts once for a service: when the last of the points that were open for it then stops. */
function stopped(
  { at, body: { servicePointId } }: FoldedRow & FactOf<'v1.ServicePointPaused' | 'v1.ServicePointClosed'>,
  queue: Queue,
  points: readonly Point[],
  records: WaitRecords,
): void {
  const since = openSince(servicePointId, queue);
  if (since === undefined) return;
  for (const serviceId of points.find(({ id }) => id === servicePointId)?.serviceIds ?? []) {
    const others = points
      .filter(({ id, serviceIds }) => id !== servicePointId && serviceIds.includes(serviceId))
      .flatMap(({ id }) => openSince(id, queue) ?? []);
    const openMs = Math.min(at, ...others) - since;
    if (openMs <= 0) continue;
    changeLearned(records, [['demand', serviceId]], (model) =>
      learnDemand(model, { serviceId, openMs: Math.min(openMs, longestOpenMs), waitedMs: 0, urgent: 0, left: 0 }),
    );
  }
}

/** One that comes while the service is closed says nothing of how often they come while it is open. */
function urgent(serviceId: ServiceId, queue: Queue, points: readonly Point[], records: WaitRecords): void {
  const isOpen = points.some(
    (point) => point.serviceIds.includes(serviceId) && openSince(point.id, queue) !== undefined,
  );
  if (!isOpen) return;
  changeLearned(records, [['demand', serviceId]], (model) =>
    learnDemand(model, { serviceId, openMs: 0, waitedMs: 0, urgent: 1, left: 0 }),
  );
}

function isUrgent(priorityClass: PriorityClass): boolean {
  return priorityClass === 'emergency' || priorityClass === 'priority';
}

function openSince(servicePointId: string, { servicePoints }: Queue): EpochMs | undefined {
  return servicePoints.get(servicePointId)?.openSince;
}
