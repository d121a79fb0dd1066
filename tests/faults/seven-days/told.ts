/**
 * What people were told while it happened: at the clinic by its box, at the centre by its service. It is written down
 * beside both, so that a mistake that both sides make alike is still seen.
 */
import type { PaymentMeans, TicketState } from '@foyer/contracts/ticket-state.ts';

export interface ToldPayment {
  readonly amountMinor: number;
  readonly means: PaymentMeans;
  readonly receiptNumber: string;
}

export class Told {
  readonly payments = new Map<string, ToldPayment>();
  /** What was counted at the end of each till. */
  readonly closings = new Map<string, number>();
  readonly ends = new Map<string, TicketState>();
  /** The last word on each detail of a patient, whichever side said it. */
  readonly details = new Map<string, Readonly<Record<string, string>>>();
  readonly prices = new Map<string, number>();
  /** Whether each appointment that the centre booked or called off stands there. */
  readonly appointments = new Map<string, 'booked' | 'cancelled'>();
  readonly requests = new Set<string>();

  detail(patientId: string, changed: Readonly<Record<string, string>>): void {
    this.details.set(patientId, { ...this.details.get(patientId), ...changed });
  }
}
