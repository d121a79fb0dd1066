// A badge signs its person in at this box. Its number is in no command and no fact: the door hands a keyed hash of it on
// beside the command, and the writer keeps that outside the log. What the log says is that somebody has one.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { accept, noEffect, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';
import { isGuardedFrom } from './temporary-staff.ts';

export function enrolBadge(
  { type, staffId, reason }: CommandOf<'enrol-badge'>,
  { sender, newBadge }: Party,
  { reference }: UseCaseContext,
): Decision {
  const roles = reference.staffRoles(staffId);
  if (roles === undefined) return refused('unknown-staff');
  if (isGuardedFrom(sender, roles)) return refused('not-allowed');
  if (newBadge === undefined) return refused('invalid-request');
  const owner = reference.staffOfBadge(newBadge);
  if (owner === staffId) return noEffect(type, { staffId });
  if (owner !== undefined && reference.staffRoles(owner) !== undefined) return refused('badge-of-another');
  return accept(withStaffReason({ type: 'v1.BadgeEnrolled', body: { staffId } }, reason, sender.staffId));
}

export function removeBadge(
  { type, staffId, reason }: CommandOf<'remove-badge'>,
  { sender }: Party,
  { reference }: UseCaseContext,
): Decision {
  if (!reference.hasBadge(staffId)) return noEffect(type, { staffId });
  return accept(withStaffReason({ type: 'v1.BadgeRemoved', body: { staffId } }, reason, sender.staffId));
}
