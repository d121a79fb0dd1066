// The till, charges and payments as the log folds into them.

import type { ChargeId, PatientId, PaymentId, ServiceId, TicketId, TillId } from '@foyer/contracts/ids.ts';
import type { CurrencyCode } from '@foyer/contracts/money.ts';
import type { Actor } from '@foyer/contracts/roles.ts';
import type { PaymentMeans } from '@foyer/contracts/ticket-state.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export interface TillRecord {
  readonly id: TillId;
  readonly openedAt: EpochMs;
  readonly openedBy: Actor;
  readonly closedAt: EpochMs | null;
  readonly closedBy: Actor | null;
  /** Of its closing; null while it is open. */
  readonly zNumber: string | null;
  readonly currency: CurrencyCode;
  readonly floatMinor: number;
  readonly takenCashMinor: number;
  readonly takenCardMinor: number;
  readonly payments: number;
  readonly firstReceipt: string | null;
  readonly lastReceipt: string | null;
  readonly countedMinor: number | null;
}
export interface ChargeRecord {
  readonly id: ChargeId;
  readonly ticketId: TicketId;
  readonly serviceId: ServiceId;
  readonly patientId: PatientId | null;
  readonly amountMinor: number;
  readonly currency: CurrencyCode;
  readonly at: EpochMs;
  readonly paymentId: PaymentId | null;
}
export interface PaymentRecord {
  readonly id: PaymentId;
  readonly tillId: TillId;
  readonly chargeIds: readonly ChargeId[];
  readonly means: PaymentMeans;
  readonly amountMinor: number;
  readonly tenderedMinor: number;
  readonly changeMinor: number;
  readonly currency: CurrencyCode;
  readonly receiptNumber: string;
  readonly receiptOrdinal: number;
  readonly at: EpochMs;
  readonly printed: boolean;
}
/** The last receipt of an epoch, whose id is the epoch in decimal, or its last closing of a till. */
export interface SeriesRecord {
  readonly id: string;
  readonly last: number;
}

export function closingSeriesKey(epoch: number): string {
  return `Z/${epoch}`;
}

export interface BillingState {
  readonly tills: ReadonlyMap<TillId, TillRecord>;
  readonly charges: ReadonlyMap<ChargeId, ChargeRecord>;
  readonly payments: ReadonlyMap<PaymentId, PaymentRecord>;
  readonly series: ReadonlyMap<string, SeriesRecord>;
}
export interface BillingChanges {
  readonly tills?: readonly TillRecord[];
  readonly charges?: readonly ChargeRecord[];
  readonly payments?: readonly PaymentRecord[];
  readonly series?: readonly SeriesRecord[];
}
