// Who works behind time, as patients are told. They hear the name of a member of staff only where the clinic shows its
// staff's names, and otherwise the room's; where neither can be said, nothing is.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import type { ById } from '@foyer/contracts/by-id.ts';
import type { DelayView } from '@foyer/contracts/clinic-view.ts';
import { delayedPoint, delaysNow, mayWaitFor } from './delay.ts';
import type { DelayRecord, QueueState, TicketRecord } from './queue-state.ts';

export interface DelayWorld {
  readonly configuration: Pick<ClinicConfiguration, 'servicePoints' | 'staffNamesInPublic'>;
  readonly queue: Pick<QueueState, 'delays' | 'servicePoints'>;
  readonly businessDay: BusinessDay;
  readonly staff: ReadonlyMap<string, { readonly name: string }>;
}

interface Delays {
  readonly delays?: ById<DelayView>;
}

export function publicDelays(world: DelayWorld): Delays {
  return asShown(told(world));
}

/** Those that make this ticket wait longer; a ticket that is not waiting has none. */
export function ticketDelays(world: DelayWorld, ticket: Pick<TicketRecord, 'standing'>): Delays {
  if (ticket.standing.state !== TicketState.waiting) return {};
  return asShown(told(world).filter(({ point }) => point !== undefined && mayWaitFor(ticket, point)));
}

/** `named`: whether staff are called by their names. */
export function delayView(record: DelayRecord, world: DelayWorld, named: boolean): DelayView {
  const point = pointOfDelay(record, world);
  const staffId = record.staffId ?? (point === undefined ? null : world.queue.servicePoints.get(point.id)?.staffId);
  const staffName = named ? world.staff.get(staffId ?? '')?.name : undefined;
  return {
    id: record.id,
    minutes: record.minutes,
    ...(staffName === undefined ? {} : { staffName }),
    ...(point === undefined ? {} : { servicePointNames: point.name }),
    serviceIds: point?.serviceIds ?? [],
  };
}

/** The room that it is felt at. */
export function pointOfDelay(record: DelayRecord, { configuration, queue }: DelayWorld) {
  const id = delayedPoint(record, queue);
  return configuration.servicePoints.find((point) => point.id === id);
}

function told(world: DelayWorld) {
  const named = world.configuration.staffNamesInPublic === true;
  return delaysNow(world.queue, world.businessDay)
    .map((record) => ({ delay: delayView(record, world, named), point: pointOfDelay(record, world) }))
    .filter(({ delay }) => delay.staffName !== undefined || delay.servicePointNames !== undefined);
}

function asShown(told: readonly { readonly delay: DelayView }[]): Delays {
  return told.length === 0 ? {} : { delays: Object.fromEntries(told.map(({ delay }) => [delay.id, delay])) };
}
