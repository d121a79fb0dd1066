// Who may be in the building: everyone with an open ticket, whatever its day, except who went out on a hold of their
// own. Who did not answer a call may still be here. Who needs help to get out comes first.

import { isOpen, type Need } from '@foyer/contracts/ticket-state.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';

/** Who cannot leave by the stairs, does not see the signs or does not hear the voice. */
const helpedOut: readonly Need[] = ['mobility', 'sight', 'hearing'];

/** `needsOf`: those of the person, beside those of the ticket. */
export function musterOf(
  { tickets }: Pick<QueueState, 'tickets'>,
  needsOf: (ticket: TicketRecord) => readonly Need[] = ({ needs }) => needs,
): readonly TicketRecord[] {
  const rank = (ticket: TicketRecord): number => {
    const worst = helpedOut.findIndex((need) => needsOf(ticket).includes(need));
    return worst === -1 ? helpedOut.length : worst;
  };
  return [...tickets.values()]
    .filter(({ standing }) => isOpen(standing.state) && !standing.heldByTicket)
    .toSorted((a, b) => rank(a) - rank(b) || (a.number < b.number ? -1 : 1));
}
