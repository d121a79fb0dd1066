// Charges, payments and the till, as a staff screen sees them. Plain types: a screen imports them without a byte.

import type { PrintView } from './clinic-view.ts';
import type { ChargeId, PaymentId, ServiceId, TicketId, TillId } from './ids.ts';
import type { PaymentMeans } from './ticket-state.ts';
import type { EpochMs } from './time.ts';

export interface ChargeView {
  readonly id: ChargeId;
  readonly ticketId: TicketId;
  readonly serviceId: ServiceId;
  readonly amountMinor: number;
  readonly at: EpochMs;
  readonly paymentId?: PaymentId;
}

export interface PaymentView {
  readonly id: PaymentId;
  readonly receiptNumber: string;
  readonly means: PaymentMeans;
  readonly amountMinor: number;
  readonly at: EpochMs;
  readonly print?: PrintView['state'];
}

export interface TillView {
  readonly id: TillId;
  readonly openedAt: EpochMs;
  readonly floatMinor: number;
  readonly takenCashMinor: number;
  readonly takenCardMinor: number;
  readonly payments: number;
}
