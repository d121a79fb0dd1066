// What the estimating thread answers. Pure: the same question and model give the same answer.

import type { ServiceId, TicketId } from '@foyer/contracts/ids.ts';
import { estimate } from '@foyer/domain/wait-estimate/estimate.ts';
import { fixedOrder } from '@foyer/domain/wait-estimate/fixed-order.ts';
import type { WaitEstimate } from '@foyer/domain/wait-estimate/queue-now.ts';
import type { WaitModel } from '@foyer/domain/wait-estimate/wait-model.ts';
import type { WaitQuestion } from './question.ts';
import { waitSnapshot } from './snapshot.ts';

export interface WaitAnswer {
  readonly at: number;
  /** Of who waits and will be called, as far as anybody can say. */
  readonly tickets: ReadonlyMap<TicketId, WaitEstimate>;
  /** Of who takes a number for a service now. */
  readonly services: ReadonlyMap<ServiceId, WaitEstimate>;
}

/** Always the same: where nothing happened, nothing that is told changes. */
const seed = 1;

export function answerWaits(question: WaitQuestion, model: WaitModel): WaitAnswer {
  const snapshot = waitSnapshot(question);
  const { at, points } = snapshot;
  const plannedMs = new Map(snapshot.plannedMs);
  let tickets: ReadonlyMap<TicketId, WaitEstimate> = new Map();
  const services = new Map<ServiceId, WaitEstimate>();
  for (const { people, lists, asked } of snapshot.rounds) {
    const queue = { at, people, points, plannedMs, order: fixedOrder(lists) };
    const ticketIds = asked?.map(({ id }) => id);
    const estimates = estimate(queue, model, { seed, ...(ticketIds === undefined ? {} : { ticketIds }) });
    if (asked === undefined) tickets = estimates;
    for (const { id, serviceId } of asked ?? []) {
      const wait = estimates.get(id);
      if (wait !== undefined) services.set(serviceId, wait);
    }
  }
  return { at, tickets, services };
}
