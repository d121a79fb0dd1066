// Who has to be fetched: at the room that called them, and for the desk once nobody went in time.

import type { ServicePointId } from '@foyer/contracts/ids.ts';
import { anyPointRoles } from '@foyer/contracts/authorisation.ts';
import type { WalkView } from '@foyer/contracts/clinic-view.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';

export function walkAt({ walks = {} }: StaffView, servicePointId: ServicePointId): WalkView | undefined {
  return Object.values(walks).find((walk) => walk.servicePointId === servicePointId);
}

export function overdueWalks({ me, walks = {} }: StaffView): readonly WalkView[] {
  if (!me.roles.some((role) => anyPointRoles.includes(role))) return [];
  return Object.values(walks)
    .filter(({ overdue, servicePointId }) => overdue === true && servicePointId !== me.servicePointId)
    .toSorted((a, b) => a.at - b.at);
}
