// Who works behind time, as announced: a member of staff or a room, by about how many minutes. It holds until it is
// announced anew or ended (0 minutes), and ends by itself with its business day.

import { anyPointRoles } from '@foyer/contracts/authorisation.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { EventBody } from '@foyer/contracts/events.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { accept, noEffect, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import type { DelayRecord, QueueState, TicketRecord } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';
import { withStaffReason } from './sealed-reason.ts';

export function decideDelay(
  command: CommandOf<'announce-delay'>,
  sender: Sender,
  state: QueueState,
  world: QueueWorld,
  { businessDay }: Moment,
): Decision {
  const { staffId, servicePointId, minutes, reason } = command;
  const whose = onlyOne(command);
  if (whose === undefined) return refuse('invalid-request');
  if (servicePointId !== undefined && servicePointOf(world, servicePointId) === undefined) {
    return refuse('unknown-service-point');
  }
  if (staffId !== undefined && !world.knowsStaff(staffId)) return refuse('unknown-staff');
  if (staffId !== undefined && !speaksFor(sender, staffId, state)) return refuse('other-service-point');
  const body = { ...whose, minutes };
  const now = state.delays.get(delayedId(body));
  const before = now?.businessDay === businessDay ? now.minutes : 0;
  if (before === minutes) return noEffect(command.type, whose);
  return accept(withStaffReason({ type: 'v1.DelayAnnounced', body }, reason, sender.staffId));
}

function onlyOne({
  staffId,
  servicePointId,
}: CommandOf<'announce-delay'>): { readonly staffId: string } | { readonly servicePointId: string } | undefined {
  if (staffId === undefined) return servicePointId === undefined ? undefined : { servicePointId };
  return servicePointId === undefined ? { staffId } : undefined;
}

/** The id that a delay is kept under: of whom or of what it is. */
export function delayedId({ staffId, servicePointId }: EventBody<'v1.DelayAnnounced'>): string {
  return staffId ?? servicePointId ?? '';
}

/** Those that hold on this business day, the longest first. */
export function delaysNow({ delays }: Pick<QueueState, 'delays'>, businessDay: BusinessDay): readonly DelayRecord[] {
  return [...delays.values()]
    .filter((delay) => delay.minutes > 0 && delay.businessDay === businessDay)
    .toSorted((a, b) => b.minutes - a.minutes || a.id.localeCompare(b.id));
}

/** The room that a delay is felt at: the one it is of, or where the person works or is awaited; undefined for none. */
export function delayedPoint(delay: DelayRecord, { servicePoints }: Pick<QueueState, 'servicePoints'>) {
  if (delay.servicePointId !== null) return delay.servicePointId;
  const points = [...servicePoints.values()];
  const works = points.find(({ staffId }) => staffId === delay.staffId);
  return (works ?? points.find(({ room }) => room.staffId === delay.staffId))?.id;
}

/** Whether this ticket may wait for that room: bound to it, or to none while the room serves what it is for. */
export function mayWaitFor(
  { standing }: Pick<TicketRecord, 'standing'>,
  { id, serviceIds }: { readonly id: string; readonly serviceIds: readonly string[] },
): boolean {
  if (standing.forServicePointId !== null) return standing.forServicePointId === id;
  return serviceIds.includes(standing.serviceId);
}

/** A nurse for themselves and for whoever works in the room of the session; reception and supervisors for all. */
export function speaksFor(sender: Sender, staffId: string, { servicePoints }: QueueState): boolean {
  if (sender.roles.some((role) => anyPointRoles.includes(role)) || sender.staffId === staffId) return true;
  const own = sender.servicePointId === undefined ? undefined : servicePoints.get(sender.servicePointId);
  return own !== undefined && [own.staffId, own.room.staffId].includes(staffId);
}
