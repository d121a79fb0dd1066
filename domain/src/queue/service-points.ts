// Opening, pausing, closing and handing over a service point.

import { assertNever } from '@foyer/contracts/app-error.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { accept, noEffect, refuse, type Decision, type Sender } from '../decision.ts';
import type { QueueState } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';
import { withStaffReason } from './sealed-reason.ts';

export function decideServicePoint(
  command: CommandOf<'open-service-point' | 'pause-service-point' | 'close-service-point' | 'hand-over'>,
  sender: Sender,
  state: QueueState,
  world: QueueWorld,
): Decision {
  const { servicePointId } = command;
  if (servicePointOf(world, servicePointId) === undefined) return refuse('unknown-service-point');
  const record = state.servicePoints.get(servicePointId);
  const now = record?.state ?? 'closed';
  const staff = sender.staffId === undefined ? {} : { staffId: sender.staffId };
  const because = (fact: Fact): Decision => accept(withStaffReason(fact, command.reason, sender.staffId));
  switch (command.type) {
    case 'open-service-point':
      if (now === 'open' && record?.staffId === (sender.staffId ?? null))
        return noEffect(command.type, { servicePointId });
      return because({ type: 'v1.ServicePointOpened', body: { servicePointId, ...staff } });
    case 'pause-service-point':
      if (now === 'closed') return refuse('service-point-closed');
      if (now === 'paused') return noEffect(command.type, { servicePointId });
      return because({ type: 'v1.ServicePointPaused', body: { servicePointId } });
    case 'close-service-point':
      if (now === 'closed') return noEffect(command.type, { servicePointId });
      if (record?.ticketId) return refuse('service-point-busy', { ticketId: record.ticketId });
      return because({ type: 'v1.ServicePointClosed', body: { servicePointId } });
    case 'hand-over':
      if (now === 'closed') return refuse('service-point-closed');
      if (!world.knowsStaff(command.toStaffId)) return refuse('unknown-staff');
      return because({ type: 'v1.ServicePointHandedOver', body: { servicePointId, toStaffId: command.toStaffId } });
    default:
      return assertNever(command);
  }
}
