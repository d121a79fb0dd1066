import type { CommandOf } from '@foyer/contracts/commands.ts';
import { accept, noEffect, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';

/** A person has dealt with it; settled once, it stays so. The reason goes under the key of who gave it. */
export function resolveWorkItem(
  command: CommandOf<'resolve-work-item'>,
  { sender }: Party,
  { records }: UseCaseContext,
): Decision {
  const { workItemId, occurredAt, reason } = command;
  const item = records.workItem(workItemId);
  if (item === undefined) return refused('unknown-work-item');
  if (item.resolvedAt !== null) return noEffect(command.type, { workItemId });
  const body = { workItemId, ...(occurredAt === undefined ? {} : { occurredAt }) };
  return accept(withStaffReason({ type: 'v1.WorkItemResolved', body }, reason, sender.staffId));
}
