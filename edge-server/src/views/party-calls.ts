// A party that is called together: every number of it is shown beside the room that one of them was called to.

import { followersOf } from '@foyer/domain/queue/party.ts';
import type { CallRecord, QueueState, TicketRecord } from '@foyer/domain/queue/queue-state.ts';

/** After each call those who follow it to the same room, under the ids of their tickets: they have no call yet. */
export function withFollowers(calls: readonly CallRecord[], queue: QueueState): readonly CallRecord[] {
  return calls.flatMap((call) => {
    const ticket = queue.tickets.get(call.ticketId);
    const followers = ticket === undefined ? [] : followersOf(ticket, queue);
    return [call, ...followers.map((follower) => callOf(follower, call))];
  });
}

function callOf({ id: ticketId, number }: TicketRecord, call: CallRecord): CallRecord {
  const id: string = ticketId;
  return { ...call, id, ticketId, number };
}
