// People of the staff where no internet is: a supervisor admits somebody for a few days, or gives a new PIN. It counts
// at once; the centre, which owns the roster, is asked for it and may refuse. No PIN and no hash of one is in a command
// or a fact: the door hands the hash over beside the command, and the writer keeps it outside the log.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact, SealedContent } from '@foyer/contracts/events.ts';
import { temporaryDays, type StaffRole } from '@foyer/contracts/roles.ts';
import { addDays, dayBounds } from '@foyer/domain/calendar/business-day.ts';
import { accept, noEffect, type Decision, type Sender } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import type { NewPin } from '../ports/writer.ts';
import { refused, type Party, type Refused, type UseCaseContext } from './context.ts';

/** Whom nobody gives a new PIN or badge but an administrator. */
const guardedRoles: readonly StaffRole[] = ['admin', 'auditor'];

export function admitTemporaryStaff(
  command: CommandOf<'admit-temporary-staff'>,
  { newPin }: Party,
  context: UseCaseContext,
): Decision {
  const { configuration, moment, reference } = context;
  const { name, roles, untilBusinessDay: until, reason } = command;
  const { businessDay } = moment;
  if (until < businessDay || until > addDays(businessDay, temporaryDays - 1)) return refused('until-out-of-range');
  const unfit = pinFault(newPin, context);
  if (unfit !== undefined) return unfit;
  if (reference.staffNamed(name)) return refused('staff-name-taken');
  const staffId = moment.newId();
  const { zone, businessDayStartsAt } = configuration;
  const endsAt = dayBounds(until, zone, businessDayStartsAt).until;
  const sealed: SealedContent = reason === undefined ? { staffName: name } : { staffName: name, reason };
  return accept(
    {
      type: 'v1.TemporaryStaffAdmitted',
      body: { staffId, roles: [...roles], until, endsAt },
      subjectId: staffId,
      sealed,
    },
    {
      ...requested('staff-admission', { staffId, roles: roles.join(), until }, moment.newId()),
      subjectId: staffId,
      sealed: { staffName: name },
    },
  );
}

export function resetPin(
  { staffId, reason }: CommandOf<'reset-pin'>,
  { sender, newPin }: Party,
  context: UseCaseContext,
): Decision {
  const roles = context.reference.staffRoles(staffId);
  if (roles === undefined) return refused('unknown-staff');
  if (isGuardedFrom(sender, roles)) return refused('not-allowed');
  const unfit = pinFault(newPin, context);
  if (unfit !== undefined) return unfit;
  return accept(
    withStaffReason({ type: 'v1.PinReset', body: { staffId } }, reason, sender.staffId),
    requested('pin-reset', { staffId }, context.moment.newId()),
  );
}

/** Before the day that was agreed. */
export function endTemporaryStaff(
  { type, staffId, reason }: CommandOf<'end-temporary-staff'>,
  { sender }: Party,
  { records }: UseCaseContext,
): Decision {
  const member = records.temporaryStaff(staffId);
  if (member === undefined) return refused('unknown-staff');
  if (member.endedAt !== null) return noEffect(type, { staffId });
  return accept(withStaffReason({ type: 'v1.TemporaryStaffEnded', body: { staffId } }, reason, sender.staffId));
}

/** A tablet opens at the last digit, so all of a clinic's PINs have as many. */
function pinFault(newPin: NewPin | undefined, { reference }: UseCaseContext): Refused | undefined {
  if (newPin === undefined) return refused('invalid-request');
  const [digits, ...others] = reference.pinDigits();
  const fits = digits === undefined || others.length > 0 || digits === newPin.digits;
  return fits ? undefined : refused('pin-length', { digits });
}

function requested(kind: string, about: { readonly [what: string]: string }, requestId: string): Fact {
  return { type: 'v1.RequestRaised', body: { requestId, kind, about } };
}

/** Whether this sender may not give somebody of these roles a new way in. */
export function isGuardedFrom(sender: Sender, roles: readonly StaffRole[]): boolean {
  return roles.some((role) => guardedRoles.includes(role)) && !sender.roles.includes('admin');
}
