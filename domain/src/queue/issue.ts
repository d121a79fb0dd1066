// A new number: the next ordinal of its service and business day, waiting from this moment.

import type { FactOf } from '@foyer/contracts/events.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { Role } from '@foyer/contracts/roles.ts';
import type { Need, PriorityClass, TicketSource } from '@foyer/contracts/ticket-state.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { ServiceConfiguration } from '@foyer/contracts/configuration.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Moment, Sender } from '../decision.ts';
import { nextOrdinal, ticketNumber } from '../numbering/ticket-number.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import { ordinalKey } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';

export interface TicketDraft {
  readonly service: ServiceConfiguration;
  readonly priorityClass: PriorityClass;
  readonly needs: readonly Need[];
  readonly language?: Language | undefined;
  readonly patientId?: string | undefined;
  readonly appointment?: { readonly id: string; readonly at: EpochMs } | undefined;
  /** Made at a room, already with staff. */
  readonly servicePointId?: string | undefined;
  readonly occurredAt?: EpochMs | undefined;
}

export function ticketIssued(
  draft: TicketDraft,
  sender: Sender,
  state: QueueState,
  world: Pick<QueueWorld, 'configuration'>,
  moment: Moment,
): FactOf<'v1.TicketIssued'> {
  const last = lastOrdinalOfPrefix(state, draft.service, world, moment);
  const ordinal = nextOrdinal(last, world.configuration.skippedOrdinals);
  return {
    type: 'v1.TicketIssued',
    body: {
      ticketId: moment.newId(),
      publicId: moment.newPublicId(),
      number: ticketNumber(draft.service.prefix, ordinal),
      ordinal,
      serviceId: draft.service.id,
      priorityClass: draft.priorityClass,
      needs: [...draft.needs],
      source: sourceOf(sender.roles),
      issuedAt: moment.at,
      placeAt: draft.occurredAt ?? moment.at,
      ...optional('language', draft.language),
      ...optional('patientId', draft.patientId),
      ...optional('appointmentId', draft.appointment?.id),
      ...optional('appointmentAt', draft.appointment?.at),
      ...optional('servicePointId', draft.servicePointId),
      ...optional('occurredAt', draft.occurredAt),
    },
  };
}

/** The open ticket that this patient already has in this service's queue. */
export function openTicketOf(state: QueueState, patientId: string, serviceId: string): TicketRecord | undefined {
  for (const ticket of state.tickets.values()) {
    if (ticket.patientId === patientId && ticket.standing.serviceId === serviceId && isOpen(ticket.standing.state)) {
      return ticket;
    }
  }
  return undefined;
}

/** Services that share a letter share the count: two patients never hold the same number on one day. */
function lastOrdinalOfPrefix(
  state: QueueState,
  service: ServiceConfiguration,
  world: Pick<QueueWorld, 'configuration'>,
  moment: Moment,
): number {
  return world.configuration.services
    .filter((other) => other.prefix === service.prefix)
    .reduce(
      (last, other) => Math.max(last, state.ordinals.get(ordinalKey(moment.businessDay, other.id))?.last ?? 0),
      0,
    );
}

function sourceOf(roles: readonly Role[]): TicketSource {
  if (roles.includes('kiosk')) return 'kiosk';
  if (roles.includes('button')) return 'button';
  if (roles.includes('ticket-page')) return 'phone';
  return roles.includes('reception') ? 'desk' : 'tablet';
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
