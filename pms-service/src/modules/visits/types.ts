import type { PublicId, ServiceId, ServicePointId, StaffId, TicketId } from '@foyer/contracts/ids.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type {
  EvacuationRecord,
  HelpRecord,
  ServicePointRecord,
  TicketRecord,
} from '@foyer/domain/queue/queue-state.ts';

/** A ticket as the shared fold makes it, with what the centre alone keeps of it. */
export interface Visit {
  readonly ticket: TicketRecord;
  /** The first call, whatever was recalled or undone later; null while nobody called it. */
  readonly firstCalledAt: EpochMs | null;
}

export interface ChangedServicePoint {
  readonly point: ServicePointRecord;
  readonly changedAt: EpochMs;
}

/** What a batch's facts may read or change, as it was held before. */
export interface HeldQueue {
  readonly visits: readonly Visit[];
  readonly servicePoints: readonly ServicePointRecord[];
  readonly help: readonly HelpRecord[];
  /** The latest; absent where no fact of the batch is about one, or there was none. */
  readonly evacuation?: EvacuationRecord | undefined;
}

/** A time with staff; it is named by the fact that ended it. */
export interface ServiceGiven {
  readonly epoch: number;
  readonly seq: number;
  readonly ticketId: TicketId;
  readonly serviceId: ServiceId;
  readonly servicePointId: ServicePointId | null;
  /** Who was with the patient; null where nobody in particular was named. */
  readonly staffId: StaffId | null;
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs;
}

export interface ServicesGiven {
  readonly given: readonly ServiceGiven[];
  /** Their end was undone. */
  readonly takenBack: readonly Pick<ServiceGiven, 'epoch' | 'seq'>[];
}

export interface VisitChanges {
  readonly visits: readonly Visit[];
  readonly servicePoints: readonly ChangedServicePoint[];
  readonly help: readonly HelpRecord[];
  readonly evacuation: EvacuationRecord | undefined;
  /** Public ids of tickets that are new. */
  readonly issued: readonly { readonly publicId: PublicId; readonly issuedAt: EpochMs }[];
}
