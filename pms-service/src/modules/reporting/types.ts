import type { EventBody } from '@foyer/contracts/events.ts';
import type { Gap } from '@foyer/contracts/gap.ts';
import type { LiveDay } from '@foyer/contracts/live-report.ts';
import type { ServicePointId, StaffId } from '@foyer/contracts/ids.ts';
import type { PaymentMeans, RoomState, ServicePointState } from '@foyer/contracts/ticket-state.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export interface DayCounts {
  readonly booked: number;
  readonly arrived: number;
  readonly arrivedWithoutBooking: number;
  readonly waiting: number;
  readonly waitingSince: EpochMs | null;
  readonly withStaff: number;
  readonly onHold: number;
  readonly served: number;
  readonly notHere: number;
}

export interface MeansTotal {
  readonly means: PaymentMeans;
  readonly amountMinor: number;
  readonly payments: number;
}

export interface HourCounts {
  readonly hour: number;
  readonly arrived: number;
  readonly served: number;
  readonly medianWaitMinutes: number | null;
}

export interface RoomNow {
  readonly servicePointId: ServicePointId;
  readonly state: ServicePointState;
  readonly staffId: StaffId | null;
  readonly staffName: string | null;
  readonly ticketNumber: string | null;
  readonly since: EpochMs | null;
  readonly room: { readonly state: RoomState; readonly since: EpochMs };
}

export interface Freshness {
  readonly lastHeardAt: EpochMs | null;
  readonly newestFactAt: EpochMs | null;
  readonly quarantined: boolean;
}

export interface DayFigures {
  readonly counts: DayCounts;
  readonly means: readonly MeansTotal[];
  readonly hours: readonly HourCounts[];
  readonly rooms: readonly RoomNow[];
  readonly freshness: Freshness;
  readonly gaps: readonly Gap[];
  /** The newest until this day. */
  readonly grades: EventBody<'v1.WaitGraded'> | undefined;
  /** What the clinic says of its day now, while rows wait; undefined once they are here, and for another day. */
  readonly live: { readonly day: LiveDay; readonly heardAt: EpochMs } | undefined;
  readonly deadLetters: number;
  readonly conflicts: { readonly open: number; readonly settled: number };
  /** While an evacuation lasts. */
  readonly evacuationSince: EpochMs | undefined;
}
