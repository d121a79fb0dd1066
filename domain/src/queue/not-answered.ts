// Who is called and does not come: by the clinic's rule they count as not here by themselves, and their place is kept
// for a while. Nobody is given up by a clock who may not have heard the call, whom somebody goes to fetch, or of whom
// nobody knows since a power cut whether they are there.

import type { TicketStanding } from '@foyer/contracts/events.ts';
import type { NotAnsweredRule } from '@foyer/contracts/queue-rules.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { TicketRecord } from './queue-state.ts';
import { walkReasonsOf } from './walk.ts';

/** How long somebody has to come after the last recall. */
const lastRecallMs = minuteMs;

/** When this call is given up; undefined where it is not, or not yet known. */
export function givenUpAt(ticket: TicketRecord, rule: NotAnsweredRule | undefined): EpochMs | undefined {
  const { state, calledAt, callId, recalls = 0 } = ticket.standing;
  if (rule === undefined || state !== TicketState.called || calledAt === null) return undefined;
  if (ticket.inDoubtSince !== undefined || ticket.walkedCallId === callId) return undefined;
  if (walkReasonsOf(ticket).length > 0) return undefined;
  const { afterRecalls, afterMinutes } = rule;
  const times = [
    ...(afterMinutes === undefined ? [] : [calledAt + afterMinutes * minuteMs]),
    ...(afterRecalls === undefined || recalls < afterRecalls ? [] : [calledAt + lastRecallMs]),
  ];
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Until when the place of who is not here from now on is kept, as its fact says it. */
export function graceFrom(at: EpochMs, rule: NotAnsweredRule | undefined): { readonly graceUntil?: EpochMs } {
  return rule?.graceMinutes === undefined ? {} : { graceUntil: at + rule.graceMinutes * minuteMs };
}

/** The place of who comes back: their own while it is kept, behind everybody afterwards. */
export function placeOnReturn(
  { standing }: Pick<TicketRecord, 'standing'>,
  at: EpochMs,
): { readonly placeAt?: EpochMs } {
  const { state, graceUntil } = standing;
  return state === TicketState.notAnswered && graceUntil !== undefined && at > graceUntil ? { placeAt: at } : {};
}

/** Who came back, or is gone, has no time that runs out. */
export function withoutGrace(standing: TicketStanding): TicketStanding {
  if (standing.state === TicketState.notAnswered || standing.graceUntil === undefined) return standing;
  const { graceUntil: _over, ...rest } = standing;
  return rest;
}
