// Where a command acts: what a nurse's session is held to.

import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { QueueState } from './queue-state.ts';

/** The point it names, or the one its ticket is at; undefined when it is at none. */
export function actsAt(
  command: { readonly servicePointId?: string; readonly ticketId?: string },
  state: QueueState,
): string | undefined {
  if (command.servicePointId !== undefined) return command.servicePointId;
  const standing = command.ticketId === undefined ? undefined : state.tickets.get(command.ticketId)?.standing;
  const there = standing?.state === TicketState.called || standing?.state === TicketState.serving;
  return there ? (standing.servicePointId ?? undefined) : undefined;
}
