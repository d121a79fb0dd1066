import type { PublicId } from '@foyer/contracts/ids.ts';
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

export interface VisitChanges {
  readonly visits: readonly Visit[];
  readonly servicePoints: readonly ChangedServicePoint[];
  readonly help: readonly HelpRecord[];
  readonly evacuation: EvacuationRecord | undefined;
  /** Public ids of tickets that are new. */
  readonly issued: readonly { readonly publicId: PublicId; readonly issuedAt: EpochMs }[];
}
