import { anyPointRoles } from '@foyer/contracts/authorisation.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';

/** Rooms that somebody left and nobody has taken over: one's own, and for who acts anywhere every one. */
export function roomsBetween({ me, servicePoints }: StaffView): readonly StaffView['servicePoints'][string][] {
  const anywhere = me.roles.some((role) => anyPointRoles.includes(role));
  return Object.values(servicePoints).filter(
    ({ id, state, handOver }) => handOver !== undefined && state !== 'closed' && (anywhere || id === me.servicePointId),
  );
}
