// Why a ticket is where it is in its queue: the rule, its inputs, the points that may call it, and who is before it and
// why. A ticket that stands first at a point is the one that `call-next` takes there.

import type { ServiceId, ServicePointId, TicketId } from '@foyer/contracts/ids.ts';
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { compareTickets, nextFor, placesOf, waitingFor } from './order.ts';
import type { QueueState } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';

export interface Explanation {
  readonly rule: 'class-then-longest-wait';
  readonly state: string;
  readonly serviceId: ServiceId;
  readonly priorityClass: PriorityClass;
  readonly placeAt: EpochMs;
  /** Bound to this point after a transfer: others of its service take it only while that one is closed. */
  readonly forServicePointId?: ServicePointId;
  /** Who waits where it is called soonest, itself included; of a ticket that does not wait, who waits for its service. */
  readonly waiting: number;
  /** Where it is called soonest: 1 is next; absent when the ticket does not wait. */
  readonly position?: number;
  /** Its position at every point that may call it. */
  readonly points: readonly { readonly servicePointId: ServicePointId; readonly position: number }[];
  /** Who is called before it where it is called soonest. */
  readonly before: readonly {
    readonly ticketId: TicketId;
    readonly number: string;
    readonly because: 'higher-class' | 'longer-wait';
    readonly priorityClass: PriorityClass;
    readonly placeAt: EpochMs;
  }[];
}

export function explain(
  state: QueueState,
  ticketId: TicketId,
  world: Pick<QueueWorld, 'configuration'>,
): Explanation | undefined {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return undefined;
  const { standing } = ticket;
  const places = placesOf(state, ticket, world);
  const [soonest] = places;
  return {
    rule: 'class-then-longest-wait',
    state: standing.state,
    serviceId: standing.serviceId,
    priorityClass: standing.priorityClass,
    placeAt: standing.placeAt,
    ...(standing.forServicePointId === null ? {} : { forServicePointId: standing.forServicePointId }),
    waiting: soonest?.point
      ? nextFor(state, soonest.point, world).waiting
      : waitingFor(state, standing.serviceId).length,
    ...(soonest === undefined ? {} : { position: soonest.before.length + 1 }),
    points: places.flatMap(({ point, before }) =>
      point === null ? [] : [{ servicePointId: point.id, position: before.length + 1 }],
    ),
    before: (soonest?.before ?? []).toSorted(compareTickets).map((other) => ({
      ticketId: other.id,
      number: other.number,
      because: other.standing.priorityClass === standing.priorityClass ? 'longer-wait' : 'higher-class',
      priorityClass: other.standing.priorityClass,
      placeAt: other.standing.placeAt,
    })),
  };
}
