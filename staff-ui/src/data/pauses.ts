// Rooms that pause: until when, and which of them were to go on already.

import { anyPointRoles } from '@foyer/contracts/authorisation.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';

type Point = StaffView['servicePoints'][string];

/** Minutes that a pause is planned for by one touch. */
export const pauseMinutes = [10, 15, 30, 45, 60] as const;

/** When a room that pauses goes on, as planned. */
export function returnOf({ state, pause }: Point): number | undefined {
  return state === 'paused' ? pause?.until : undefined;
}

export function isOverdue(point: Point, now: number): boolean {
  const until = returnOf(point);
  return until !== undefined && until <= now;
}

/** Those that this person is reminded of: one's own room, and for who acts anywhere every one. */
export function overduePauses({ me, servicePoints }: StaffView, now: number): readonly Point[] {
  const anywhere = me.roles.some((role) => anyPointRoles.includes(role));
  return Object.values(servicePoints).filter(
    (point) => isOverdue(point, now) && (anywhere || point.id === me.servicePointId),
  );
}
