// Opening, pausing and closing a service point, and who answers for it: handing over, going, and taking over.

import { assertNever } from '@foyer/contracts/app-error.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import { accept, noEffect, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import type { Pause, QueueState, ServicePointRecord } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';
import { withStaffReason } from './sealed-reason.ts';

type ServicePointCommandType =
  | 'open-service-point'
  | 'pause-service-point'
  | 'close-service-point'
  | 'hand-over'
  | 'leave-service-point'
  | 'take-over';
type ServicePointCommand = { [T in ServicePointCommandType]: CommandOf<T> }[ServicePointCommandType];

/** No pause is planned to be longer. */
const longestPauseMs = 12 * hourMs;

export function decideServicePoint(
  command: ServicePointCommand,
  sender: Sender,
  state: QueueState,
  world: QueueWorld,
  { at }: Moment,
): Decision {
  const { servicePointId } = command;
  if (servicePointOf(world, servicePointId) === undefined) return refuse('unknown-service-point');
  const record = state.servicePoints.get(servicePointId);
  const now = record?.state ?? 'closed';
  const staff = sender.staffId === undefined ? {} : { staffId: sender.staffId };
  const because = (fact: Fact): Decision => accept(withStaffReason(fact, command.reason, sender.staffId));
  switch (command.type) {
    case 'open-service-point':
      if (now === 'open' && record?.staffId === (sender.staffId ?? null) && record.handOver === undefined)
        return noEffect(command.type, { servicePointId });
      return because({ type: 'v1.ServicePointOpened', body: { servicePointId, ...staff } });
    case 'pause-service-point':
      if (now === 'closed') return refuse('service-point-closed');
      if (command.until !== undefined && (command.until <= at || command.until > at + longestPauseMs)) {
        return refuse('return-out-of-range');
      }
      if (now === 'paused' && saysNothingNew(command, record?.pause)) return noEffect(command.type, { servicePointId });
      return because({ type: 'v1.ServicePointPaused', body: { servicePointId, ...planOf(command) } });
    case 'close-service-point':
      if (now === 'closed') return noEffect(command.type, { servicePointId });
      if (record?.ticketId) return refuse('service-point-busy', { ticketId: record.ticketId });
      return because({ type: 'v1.ServicePointClosed', body: { servicePointId } });
    case 'hand-over':
      if (now === 'closed') return refuse('service-point-closed');
      if (!world.knowsStaff(command.toStaffId)) return refuse('unknown-staff');
      return because({
        type: 'v1.ServicePointHandedOver',
        body: { servicePointId, toStaffId: command.toStaffId, ...whoWent(record, command.toStaffId) },
      });
    case 'leave-service-point':
      if (now === 'closed' || (record?.staffId === null && record.handOver !== undefined)) {
        return noEffect(command.type, { servicePointId });
      }
      return because({ type: 'v1.ServicePointLeft', body: { servicePointId, ...whoWent(record, undefined) } });
    case 'take-over':
      if (now === 'closed') return refuse('service-point-closed');
      if (sender.staffId === undefined) return refuse('unknown-staff');
      if (record?.staffId === sender.staffId && record.handOver === undefined) {
        return noEffect(command.type, { servicePointId });
      }
      return because({
        type: 'v1.ServicePointTakenOver',
        body: { servicePointId, staffId: sender.staffId, ...whoWent(record, sender.staffId) },
      });
    default:
      return assertNever(command);
  }
}

function planOf({ kind, until }: Plan): Plan {
  return { ...(kind === undefined ? {} : { kind }), ...(until === undefined ? {} : { until }) };
}
type Plan = Pick<CommandOf<'pause-service-point'>, 'kind' | 'until'>;

function saysNothingNew({ kind, until }: Plan, pause: Pause | undefined): boolean {
  if (kind === undefined && until === undefined) return true;
  return (pause?.kind ?? undefined) === kind && (pause?.until ?? undefined) === until;
}

/** Who worked there last, unless it is the one who follows. */
function whoWent(
  record: ServicePointRecord | undefined,
  follows: string | undefined,
): { readonly fromStaffId?: string } {
  const went = record?.handOver?.fromStaffId ?? record?.staffId ?? undefined;
  return went === undefined || went === follows ? {} : { fromStaffId: went };
}
