// Who runs late: about how long may be said of a room, and what ends a delay that was announced.

import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { StaffDelay, StaffView } from '@foyer/contracts/staff-view.ts';
import { anyPointRoles } from '@foyer/contracts/authorisation.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';

/** More than this nobody believes to the minute. */
export const delayMinutes = [10, 20, 30, 40, 60, 90] as const;

/** The longest first. */
export function delaysOf({ delays }: Pick<StaffView, 'delays'>): readonly StaffDelay[] {
  return Object.values(delays ?? {}).toSorted((a, b) => b.minutes - a.minutes || a.id.localeCompare(b.id));
}

/** The longest that is felt at a room. */
export function delayAt(view: Pick<StaffView, 'delays'>, servicePointId: string): StaffDelay | undefined {
  return delaysOf(view).find(({ atServicePointId }) => atServicePointId === servicePointId);
}

/** The rooms that somebody may speak for: all of them, or that of the session. */
export function roomsToAnnounce({ servicePoints, me }: Pick<StaffView, 'servicePoints' | 'me'>) {
  const all = Object.values(servicePoints);
  return actsAnywhere(me.roles) ? all : all.filter(({ id }) => id === me.servicePointId);
}

/** Whether somebody may end it: a nurse ends what is announced of themselves and of the session's room. */
export function mayEnd({ staffId, atServicePointId }: StaffDelay, { me }: Pick<StaffView, 'me'>): boolean {
  if (actsAnywhere(me.roles) || staffId === me.id) return true;
  return me.servicePointId !== undefined && atServicePointId === me.servicePointId && me.roles.includes('nurse');
}

export function onTimeAgain({ staffId, servicePointId }: StaffDelay): CommandBody {
  const whose = staffId === undefined ? { servicePointId: servicePointId ?? '' } : { staffId };
  return { type: 'announce-delay', ...whose, minutes: 0 };
}

function actsAnywhere(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => anyPointRoles.includes(role));
}
