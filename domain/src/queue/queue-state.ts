// The queue as the log folds into it. Records are immutable; `evolve` answers the records that a fact changes, and who
// holds the state (the writer's memory, a table, a test) puts them in place. Source: ADR 0003.

import type { TicketStanding } from '@foyer/contracts/events.ts';
import type {
  AppointmentId,
  CallId,
  HelpId,
  PatientId,
  PublicId,
  ServiceId,
  ServicePointId,
  StaffId,
  TicketId,
} from '@foyer/contracts/ids.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { Actor } from '@foyer/contracts/roles.ts';
import type { HelpKind, Need, ServicePointState, TicketSource } from '@foyer/contracts/ticket-state.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';

export interface TicketRecord {
  readonly id: TicketId;
  readonly publicId: PublicId;
  readonly number: string;
  readonly ordinal: number;
  readonly businessDay: BusinessDay;
  readonly issuedAt: EpochMs;
  /** The service that its number was drawn from; a transfer changes `standing.serviceId` alone. */
  readonly issuedServiceId: ServiceId;
  readonly source: TicketSource;
  readonly issuedBy: Actor;
  readonly needs: readonly Need[];
  readonly language: Language | null;
  readonly patientId: PatientId | null;
  readonly appointmentId: AppointmentId | null;
  readonly appointmentAt: EpochMs | null;
  readonly standing: TicketStanding;
  readonly closedAt: EpochMs | null;
  readonly last: LastStep;
  readonly printed: boolean;
}

/** The ticket's last event, and how it stood before it; null where there is nothing to go back to. */
export interface LastStep {
  readonly epoch: number;
  readonly seq: number;
  readonly type: string;
  readonly before: TicketStanding | null;
}

export interface ServicePointRecord {
  readonly id: ServicePointId;
  readonly state: ServicePointState;
  readonly staffId: StaffId | null;
  /** The ticket called to it or served at it. */
  readonly ticketId: TicketId | null;
}

export interface CallRecord {
  readonly id: CallId;
  readonly ticketId: TicketId;
  readonly number: string;
  readonly servicePointId: ServicePointId;
  readonly at: EpochMs;
  /** Withdrawn by an undo: no display may show it. */
  readonly withdrawn: boolean;
}

export interface HelpRecord {
  readonly id: HelpId;
  readonly kind: HelpKind;
  readonly at: EpochMs;
  readonly by: Actor;
  readonly ticketId: TicketId | null;
  readonly acknowledgedBy: Actor | null;
  readonly acknowledgedAt: EpochMs | null;
}

/** The highest ordinal drawn of a service on a business day; its key is `ordinalKey`. */
export interface OrdinalRecord {
  readonly id: string;
  readonly businessDay: BusinessDay;
  readonly serviceId: ServiceId;
  readonly last: number;
}
export function ordinalKey(businessDay: BusinessDay, serviceId: ServiceId): string {
  return `${businessDay}/${serviceId}`;
}

export interface QueueState {
  readonly tickets: ReadonlyMap<TicketId, TicketRecord>;
  readonly servicePoints: ReadonlyMap<ServicePointId, ServicePointRecord>;
  readonly calls: ReadonlyMap<CallId, CallRecord>;
  readonly help: ReadonlyMap<HelpId, HelpRecord>;
  readonly ordinals: ReadonlyMap<string, OrdinalRecord>;
}

/** Records to put in place of those with the same id. */
export interface QueueChanges {
  readonly tickets?: readonly TicketRecord[];
  readonly servicePoints?: readonly ServicePointRecord[];
  readonly calls?: readonly CallRecord[];
  readonly help?: readonly HelpRecord[];
  readonly ordinals?: readonly OrdinalRecord[];
}

export const emptyQueue: QueueState = {
  tickets: new Map(),
  servicePoints: new Map(),
  calls: new Map(),
  help: new Map(),
  ordinals: new Map(),
};

/** The state with the changes in place; the given state stays as it was. */
export function withChanges(state: QueueState, changes: QueueChanges): QueueState {
  return {
    tickets: put(state.tickets, changes.tickets),
    servicePoints: put(state.servicePoints, changes.servicePoints),
    calls: put(state.calls, changes.calls),
    help: put(state.help, changes.help),
    ordinals: put(state.ordinals, changes.ordinals),
  };
}

function put<R extends { readonly id: string }>(
  map: ReadonlyMap<string, R>,
  records: readonly R[] | undefined,
): ReadonlyMap<string, R> {
  if (records === undefined || records.length === 0) return map;
  const next = new Map(map);
  for (const record of records) next.set(record.id, record);
  return next;
}
