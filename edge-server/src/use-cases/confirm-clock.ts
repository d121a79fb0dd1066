import type { CommandOf } from '@foyer/contracts/commands.ts';
import { accept, noEffect, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import type { Party, UseCaseContext } from './context.ts';

/** The time is right: the business day changes again by the clinic's hour. */
export function confirmClock(
  command: CommandOf<'confirm-clock'>,
  { sender }: Party,
  context: UseCaseContext,
): Decision {
  if (!context.clockFrozen) return noEffect(command.type, {});
  return accept(withStaffReason({ type: 'v1.ClockConfirmed', body: {} }, command.reason, sender.staffId));
}
