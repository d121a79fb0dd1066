// What would become of everybody when somebody leaves, and which reassignments of today can be taken back.

import type { ReassignmentProposal, ReassignmentView } from '@foyer/contracts/reassignment-view.ts';
import type { ById } from '@foyer/contracts/by-id.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { ReassignmentRecord } from '@foyer/domain/queue/queue-state.ts';
import { proposeReassignment, type AwaitedAppointment, type Whose } from '@foyer/domain/queue/reassignment.ts';
import { mayUndo } from '@foyer/domain/queue/undo-reassignment.ts';
import type { StaffAudience } from '../ports/views.ts';
import { byId } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';

export function reassignmentProposal(state: ClinicState, whose: Whose): ReassignmentProposal {
  const world = { configuration: state.configuration, awaited: awaited(state) };
  return proposeReassignment(whose, state.queue, world, { at: state.now, businessDay: state.businessDay });
}

export function reassignmentsToUndo(
  state: ClinicState,
  { staffId, roles }: StaffAudience,
): Pick<StaffView, 'reassignments'> {
  const sender = { actor: `staff:${staffId}`, roles } as const;
  const applied = [...state.queue.reassignments.values()].filter(
    (record) => record.businessDay === state.businessDay && record.undoneAt === null && mayUndo(sender, record),
  );
  return applied.length === 0 ? {} : { reassignments: asViews(applied, state) };
}

/** Somebody who changed rooms today signs in anew there; until then the tablet still stands for the room before. */
export function movedTo(
  { queue, businessDay }: ClinicState,
  { staffId, servicePointId }: StaffAudience,
): Pick<StaffView, 'movedTo'> {
  const worksAt = (id: string) => queue.servicePoints.get(id)?.staffId === staffId;
  if (servicePointId === null || worksAt(servicePointId)) return {};
  const to = [...queue.reassignments.values()]
    .filter((record) => record.kind === 'swaps-rooms' && record.businessDay === businessDay && record.undoneAt === null)
    .flatMap(({ servicePoints }) => servicePoints)
    .findLast((room) => room.to.staffId === staffId && worksAt(room.servicePointId));
  return to === undefined ? {} : { movedTo: to.servicePointId };
}

function asViews(records: readonly ReassignmentRecord[], state: ClinicState): ById<ReassignmentView> {
  return byId(
    records.map(({ id, at, kind, staffId, servicePointId, tickets, appointmentIds, workItemIds }) => {
      const staffName = staffId === null ? undefined : state.staff.get(staffId)?.name;
      return {
        id,
        at,
        kind,
        people: tickets.length + appointmentIds.length,
        phoned: workItemIds.length,
        ...(staffName === undefined ? {} : { staffName }),
        ...(servicePointId === null ? {} : { servicePointId }),
      };
    }),
  );
}

/** Those that nobody has checked in with. */
function awaited({ appointments, queue }: ClinicState): readonly AwaitedAppointment[] {
  const arrived = new Set([...queue.tickets.values()].map(({ appointmentId }) => appointmentId));
  return appointments.filter(
    ({ id, status, ticketId }) => status === 'booked' && ticketId === null && !arrived.has(id),
  );
}
