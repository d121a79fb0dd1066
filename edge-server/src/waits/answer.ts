// What the estimating thread answers. Pure: the same question and model give the same answer.

import type { ServiceId, TicketId } from '@foyer/contracts/ids.ts';
import { estimate } from '@foyer/domain/wait-estimate/estimate.ts';
import { fixedOrder } from '@foyer/domain/wait-estimate/fixed-order.ts';
import type { QueueNow, WaitEstimate } from '@foyer/domain/wait-estimate/queue-now.ts';
import type { WaitModel } from '@foyer/domain/wait-estimate/wait-model.ts';
import type { WaitQuestion } from './question.ts';
import { waitSnapshot } from './snapshot.ts';

export interface WaitAnswer {
  readonly at: number;
  /** Of who waits and will be called, as far as anybody can say. */
  readonly tickets: ReadonlyMap<TicketId, WaitEstimate>;
  /** Of who takes a number for a service now. */
  readonly services: ReadonlyMap<ServiceId, WaitEstimate>;
  /** Of both, who has no estimate because the day may well end first. */
  readonly endsFirst: { readonly tickets: ReadonlySet<TicketId>; readonly services: ReadonlySet<ServiceId> };
}

/** Always the same: where nothing happened, nothing that is told changes. */
const seed = 1;

export interface WhileAnswering {
  /** Who waits is answered first, before anybody who might come is looked at: paper waits for it. */
  readonly onTickets: (soFar: WaitAnswer) => void;
  /** Asked before each round that is left: a newer question has come. */
  readonly isOvertaken: () => boolean;
}

const undisturbed: WhileAnswering = { onTickets: () => undefined, isOvertaken: () => false };

/** The whole answer. */
export function answerWaits(question: WaitQuestion, model: WaitModel): WaitAnswer {
  return answerUnlessOvertaken(question, model, undisturbed)!;
}

/** Undefined where a newer question came after those who wait were answered. */
export function answerUnlessOvertaken(
  question: WaitQuestion,
  model: WaitModel,
  { onTickets, isOvertaken }: WhileAnswering,
): WaitAnswer | undefined {
  const snapshot = waitSnapshot(question);
  const { at, points } = snapshot;
  const plannedMs = new Map(snapshot.plannedMs);
  let tickets: ReadonlyMap<TicketId, WaitEstimate> = new Map();
  const services = new Map<ServiceId, WaitEstimate>();
  const endsFirst = { tickets: new Set<TicketId>(), services: new Set<ServiceId>() };
  for (const { people, lists, asked } of snapshot.rounds) {
    if (asked !== undefined && isOvertaken()) return undefined;
    const queue = { at, people, points, plannedMs, order: fixedOrder(lists) };
    const ticketIds = asked?.map(({ id }) => id);
    const estimates = estimate(queue, model, { seed, ...(ticketIds === undefined ? {} : { ticketIds }) });
    const unanswered = waitingIn(people, ticketIds).filter((id) => !estimates.has(id));
    const late = calledAfterClosing(queue, unanswered, model);
    if (asked === undefined) {
      tickets = estimates;
      for (const id of late) endsFirst.tickets.add(id);
      onTickets({ at, tickets, services, endsFirst });
    }
    for (const { id, serviceId } of asked ?? []) {
      const wait = estimates.get(id);
      if (wait !== undefined) services.set(serviceId, wait);
      if (late.has(id)) endsFirst.services.add(serviceId);
    }
  }
  return { at, tickets, services, endsFirst };
}

function waitingIn(people: QueueNow['people'], ticketIds: readonly TicketId[] | undefined): readonly TicketId[] {
  return ticketIds ?? people.flatMap(({ id, bookedAt }) => (bookedAt === null ? [id] : []));
}

/** Who of these would be called if no point closed at the end of the day's hours. */
function calledAfterClosing(queue: QueueNow, ticketIds: readonly TicketId[], model: WaitModel): ReadonlySet<TicketId> {
  const isClosing = queue.points.some(({ closesAt }) => closesAt !== undefined);
  if (!isClosing || ticketIds.length === 0) return new Set();
  const points = queue.points.map(({ closesAt: _closesAt, ...point }) => point);
  return new Set(estimate({ ...queue, points }, model, { seed, ticketIds }).keys());
}
