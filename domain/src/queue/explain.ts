// Why a ticket is where it is in its queue: the rule, its inputs, and who is before it and why.

import type { ServiceId, TicketId } from '@foyer/contracts/ids.ts';
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { waitingFor } from './order.ts';
import type { QueueState } from './queue-state.ts';

export interface Explanation {
  readonly rule: 'class-then-longest-wait';
  readonly state: string;
  readonly serviceId: ServiceId;
  readonly priorityClass: PriorityClass;
  readonly placeAt: EpochMs;
  readonly waiting: number;
  /** 1 is next; absent when the ticket does not wait. */
  readonly position?: number;
  readonly before: readonly {
    readonly ticketId: TicketId;
    readonly number: string;
    readonly because: 'higher-class' | 'longer-wait';
    readonly priorityClass: PriorityClass;
    readonly placeAt: EpochMs;
  }[];
}

export function explain(state: QueueState, ticketId: TicketId): Explanation | undefined {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return undefined;
  const { standing } = ticket;
  const queue = waitingFor(state, standing.serviceId);
  const at = queue.findIndex((other) => other.id === ticketId);
  return {
    rule: 'class-then-longest-wait',
    state: standing.state,
    serviceId: standing.serviceId,
    priorityClass: standing.priorityClass,
    placeAt: standing.placeAt,
    waiting: queue.length,
    ...(at === -1 ? {} : { position: at + 1 }),
    before: queue.slice(0, Math.max(0, at)).map((other) => ({
      ticketId: other.id,
      number: other.number,
      because: other.standing.priorityClass === standing.priorityClass ? 'longer-wait' : 'higher-class',
      priorityClass: other.standing.priorityClass,
      placeAt: other.standing.placeAt,
    })),
  };
}
