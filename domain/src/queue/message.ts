// What displays tell everybody for a while. It runs until its time, until it is taken down, or until the same id says
// something else; its id is as old as itself, so that screens find it among what is recent.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { FactOf } from '@foyer/contracts/events.ts';
import { uuidV7Time } from '@foyer/contracts/ids.ts';
import { longestMessageMs, mostMessages } from '@foyer/contracts/message-limits.ts';
import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';
import { accept, noEffect, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import type { MessageRecord, QueueChanges, QueueState } from './queue-state.ts';
import { withStaffReason } from './sealed-reason.ts';

export function decideShowMessage(
  { messageId, text, until, displayIds, reason }: CommandOf<'show-message'>,
  sender: Sender,
  state: Pick<QueueState, 'messages'>,
  { at }: Moment,
): Decision {
  if (until <= at || until > at + longestMessageMs) return refuse('message-time-out-of-range');
  if (Math.abs((uuidV7Time(messageId) ?? 0) - at) > dayMs) return refuse('invalid-request');
  const others = messagesNow(state, at).filter(({ id }) => id !== messageId);
  if (others.length >= mostMessages) return refuse('too-many-messages', { most: mostMessages });
  const body = { messageId, text, until, ...(displayIds === undefined ? {} : { displayIds }) };
  return accept(withStaffReason({ type: 'v1.MessageShown', body }, reason, sender.staffId));
}

/** One that is over already stays so. */
export function decideWithdrawMessage(
  { type, messageId, reason }: CommandOf<'withdraw-message'>,
  sender: Sender,
  { messages }: Pick<QueueState, 'messages'>,
  { at }: Moment,
): Decision {
  const record = messages.get(messageId);
  if (record === undefined) return refuse('unknown-message');
  if (!isRunning(record, at)) return noEffect(type, { messageId });
  return accept(withStaffReason({ type: 'v1.MessageWithdrawn', body: { messageId } }, reason, sender.staffId));
}

export function messageShown({ at, body }: FactOf<'v1.MessageShown'> & { readonly at: EpochMs }): QueueChanges {
  const { messageId: id, text, until, displayIds = null } = body;
  return { messages: [{ id, text, until, displayIds, at, withdrawnAt: null }] };
}

export function messageWithdrawn(
  { messages }: Pick<QueueState, 'messages'>,
  { at, body }: FactOf<'v1.MessageWithdrawn'> & { readonly at: EpochMs },
): QueueChanges {
  const record = messages.get(body.messageId);
  return record === undefined ? {} : { messages: [{ ...record, withdrawnAt: at }] };
}

/** The newest first. */
export function messagesNow({ messages }: Pick<QueueState, 'messages'>, now: EpochMs): readonly MessageRecord[] {
  return [...messages.values()]
    .filter((record) => isRunning(record, now))
    .toSorted((a, b) => b.at - a.at || a.id.localeCompare(b.id));
}

function isRunning({ until, withdrawnAt }: MessageRecord, now: EpochMs): boolean {
  return withdrawnAt === null && now < until;
}
