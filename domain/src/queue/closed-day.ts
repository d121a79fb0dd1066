// A day that was closed by hand admits nobody until it is reopened, or the business day changes.

import type { CommandOf, CommandType } from '@foyer/contracts/commands.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { accept, noEffect, type Decision, type Moment, type Sender } from '../decision.ts';
import type { QueueState } from './queue-state.ts';
import { withStaffReason } from './sealed-reason.ts';

/** What puts somebody into a queue or a room who was in none. */
const admits: readonly CommandType[] = ['check-in', 'issue-ticket', 'serve-without-ticket'];

export function isDayClosed({ closings }: Pick<QueueState, 'closings'>, businessDay: BusinessDay): boolean {
  return closings.get(businessDay)?.reopenedAt === null;
}

/** Whether a command of this type is refused until the day is reopened or another begins. */
export function waitsForReopening(type: CommandType, state: QueueState, { businessDay }: Moment): boolean {
  return admits.includes(type) && isDayClosed(state, businessDay);
}

/** Admission goes on. What became of those who were there stays as it was said; each can be undone on its own. */
export function decideReopenDay(
  { type, reason }: CommandOf<'reopen-day'>,
  sender: Sender,
  state: QueueState,
  { businessDay }: Moment,
): Decision {
  if (!isDayClosed(state, businessDay)) return noEffect(type, { businessDay });
  return accept(withStaffReason({ type: 'v1.DayReopened', body: { businessDay } }, reason, sender.staffId));
}
