// Whom a service point would call first, as far as somebody reads a list.

import type { CallingOrder } from '@foyer/contracts/calling-choices.ts';
import { rulesOf } from './calling-rules.ts';
import { choicesUnder, nextFor, type CallingPoint, type CallingWorld } from './order.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';

export interface FirstCalls {
  readonly next: TicketRecord | undefined;
  /** Absent without rules. */
  readonly underRules?: {
    /** The next one and those after it. */
    readonly tickets: readonly TicketRecord[];
    readonly order: CallingOrder;
    /** Whether the classes take turns. */
    readonly inTurns: boolean;
  };
}

/** At most `most`, one after the other. */
export function firstCalls(state: QueueState, point: CallingPoint, world: CallingWorld, most: number): FirstCalls {
  const inForce = rulesOf(state);
  if (inForce === undefined) return { next: nextFor(state, point, world).ticket };
  const { post, calls } = choicesUnder(inForce, state, point, world);
  const { order, shares } = post.calling;
  const tickets: TicketRecord[] = [];
  for (const { claim } of calls()) {
    if (tickets.length === most) break;
    tickets.push(claim.ticket);
  }
  return { next: tickets[0], underRules: { tickets, order, inTurns: shares !== undefined } };
}
