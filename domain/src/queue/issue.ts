// A new number: the next of its letter and business day, waiting from this moment. Nobody in the house ever has the same:
// not those of the day, whatever services the letter went to, and not those who still wait from the day before.

import type { FactOf } from '@foyer/contracts/events.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { Role } from '@foyer/contracts/roles.ts';
import type { Need, PriorityClass, TicketSource } from '@foyer/contracts/ticket-state.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { ServiceConfiguration } from '@foyer/contracts/configuration.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Moment, Sender } from '../decision.ts';
import { nextOrdinal, ticketNumber } from '../numbering/ticket-number.ts';
import { needsAsSaid, saidInFact, type ArrivalDetails } from './arrival-details.ts';
import { joined } from './party.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import { ordinalKey } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';
import type { InRoom } from './room.ts';

export interface TicketDraft {
  readonly service: ServiceConfiguration;
  readonly priorityClass: PriorityClass;
  readonly needs: readonly Need[];
  readonly language?: Language | undefined;
  readonly patientId?: string | undefined;
  readonly appointment?:
    | { readonly id: string; readonly at: EpochMs; readonly practitionerId?: string | undefined }
    | undefined;
  /** Made at a room, already with staff. */
  readonly servicePointId?: string | undefined;
  readonly inRoom?: InRoom | undefined;
  readonly occurredAt?: EpochMs | undefined;
  /** False: without paper. */
  readonly print?: boolean | undefined;
  readonly arrival?: ArrivalDetails | undefined;
}

export function ticketIssued(
  draft: TicketDraft,
  sender: Sender,
  state: QueueState,
  world: Pick<QueueWorld, 'configuration'>,
  moment: Moment,
): FactOf<'v1.TicketIssued'> {
  const { priorityClass, arrival = {} } = draft;
  const needs = needsAsSaid(draft.needs, arrival);
  const ordinal = freeOrdinal(draft.service.prefix, state, world, moment);
  return {
    type: 'v1.TicketIssued',
    body: {
      ticketId: moment.newId(),
      publicId: moment.newPublicId(),
      number: ticketNumber(draft.service.prefix, ordinal),
      ordinal,
      serviceId: draft.service.id,
      priorityClass,
      needs,
      source: sourceOf(sender.roles),
      issuedAt: moment.at,
      placeAt: draft.occurredAt ?? moment.at,
      ...joined({ serviceId: draft.service.id, priorityClass, partyOf: arrival.partyOf }, sender, state, moment),
      ...saidInFact(needs, arrival),
      ...optional('language', draft.language),
      ...optional('patientId', draft.patientId),
      ...optional('appointmentId', draft.appointment?.id),
      ...optional('appointmentAt', draft.appointment?.at),
      ...optional('practitionerId', draft.appointment?.practitionerId),
      ...optional('servicePointId', draft.servicePointId),
      ...draft.inRoom,
      ...optional('print', draft.print),
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

function freeOrdinal(
  prefix: string,
  state: QueueState,
  { configuration }: Pick<QueueWorld, 'configuration'>,
  { businessDay }: Moment,
): number {
  const last = state.ordinals.get(ordinalKey(businessDay, prefix))?.last ?? 0;
  return nextOrdinal(
    last,
    (ordinal) => configuration.skippedOrdinals.includes(ordinal) || isHeld(ticketNumber(prefix, ordinal), state),
  );
}

function isHeld(number: string, { tickets }: QueueState): boolean {
  for (const ticket of tickets.values()) if (ticket.number === number && isOpen(ticket.standing.state)) return true;
  return false;
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
