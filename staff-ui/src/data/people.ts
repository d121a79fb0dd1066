// The staff of this clinic as who looks after it sees them: what a new PIN must be, and until when somebody temporary
// may work here.

import { temporaryDays, type StaffRole } from '@foyer/contracts/roles.ts';
import { isEasyPin } from '@foyer/contracts/set-up-faults.ts';
import { dayMs, type BusinessDay } from '@foyer/contracts/time.ts';

/** Whose PIN an administrator alone gives anew. */
const guardedRoles: readonly StaffRole[] = ['admin', 'auditor'];

export type PinFault = 'pin-shape' | 'pin-easy' | 'pin-lengths-differ' | 'pin-differs';

/** What does not fit of a PIN and of the same once more; undefined when it may be taken. */
export function pinFault(pin: string, again: string, digits: number): PinFault | undefined {
  if (!/^\d{4,8}$/.test(pin)) return 'pin-shape';
  if (isEasyPin(pin)) return 'pin-easy';
  if (pin.length !== digits) return 'pin-lengths-differ';
  return again === pin ? undefined : 'pin-differs';
}

/** Today and the days after it that somebody may be admitted until. */
export function lastDays(today: BusinessDay): readonly BusinessDay[] {
  return Array.from({ length: temporaryDays }, (_, days) =>
    new Date(Date.parse(today) + days * dayMs).toISOString().slice(0, 10),
  );
}

export function mayGivePin(mine: readonly StaffRole[], theirs: readonly StaffRole[]): boolean {
  return mine.includes('admin') || !theirs.some((role) => guardedRoles.includes(role));
}
