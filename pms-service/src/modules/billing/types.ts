import type { EventBody } from '@foyer/contracts/events.ts';
import type { PatientId, TicketId } from '@foyer/contracts/ids.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';

interface OfDay {
  readonly businessDay: BusinessDay;
  readonly at: EpochMs;
}
export type Charge = EventBody<'v1.ChargeRecorded'> & OfDay;
export type Payment = EventBody<'v1.PaymentTaken'> & OfDay & { readonly receiptEpoch: number };
export type OpenedTill = EventBody<'v1.TillOpened'> & OfDay;
/** Whose a ticket's charges are from now on. */
export interface Belonging {
  readonly ticketId: TicketId;
  readonly patientId: PatientId | null;
}
export type ClosedTill = EventBody<'v1.TillClosed'> & OfDay;

/** What a batch of facts says of money, each kind in one set. */
export interface MoneyFacts {
  readonly charges: readonly Charge[];
  readonly payments: readonly Payment[];
  readonly openedTills: readonly OpenedTill[];
  readonly closedTills: readonly ClosedTill[];
  /** The last of each ticket. */
  readonly belongings: readonly Belonging[];
  readonly erasedPatients: readonly string[];
}
