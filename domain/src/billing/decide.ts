// Charges and the money taken at the clinic; the till itself is in `till.ts`. A receipt's number is decided with its payment, in the same transaction:
// from 1 in each epoch, without gaps.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { assertNever } from '@foyer/contracts/app-error.ts';
import { accept, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import { receiptNumber } from '../numbering/receipt-number.ts';
import type { QueueState } from '../queue/queue-state.ts';
import { withReason, withStaffReason } from '../queue/sealed-reason.ts';
import type { BillingState, ChargeRecord } from './billing-state.ts';
import { decideTill, openTill, type TillWorld } from './till.ts';

export const billingCommandTypes = [
  'open-till',
  'close-till',
  'print-till-report',
  'record-charge',
  'take-payment',
] as const;
export type BillingCommandType = (typeof billingCommandTypes)[number];
export type BillingCommand = { [T in BillingCommandType]: CommandOf<T> }[BillingCommandType];

export interface BillingWorld extends TillWorld {
  /** The centre's price now; copied into the charge. */
  readonly priceOf: (
    serviceId: string,
  ) => { readonly amountMinor: number; readonly currency: string; readonly version: number } | undefined;
  readonly knowsService: (serviceId: string) => boolean;
}

export function decideBilling(
  command: BillingCommand,
  sender: Sender,
  state: BillingState,
  queue: QueueState,
  world: BillingWorld,
  moment: Moment,
): Decision {
  switch (command.type) {
    case 'open-till':
    case 'close-till':
    case 'print-till-report':
      return decideTill(command, sender, state, world, moment);
    case 'record-charge':
      return recordCharge(command, state, queue, world, moment);
    case 'take-payment':
      return takePayment(command, sender, state, world, moment);
    default:
      return assertNever(command);
  }
}

function recordCharge(
  command: CommandOf<'record-charge'>,
  state: BillingState,
  queue: QueueState,
  world: BillingWorld,
  moment: Moment,
): Decision {
  const ticket = queue.tickets.get(command.ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  if (!world.knowsService(command.serviceId)) return refuse('unknown-service');
  const price = world.priceOf(command.serviceId);
  if (price === undefined) return refuse('no-price');
  for (const charge of state.charges.values()) {
    if (charge.ticketId === ticket.id && charge.serviceId === command.serviceId) {
      return refuse('already-charged', { chargeId: charge.id });
    }
  }
  const body = {
    chargeId: moment.newId(),
    ticketId: ticket.id,
    serviceId: command.serviceId,
    ...(ticket.patientId === null ? {} : { patientId: ticket.patientId }),
    amountMinor: price.amountMinor,
    currency: price.currency,
    priceVersion: price.version,
  };
  return accept(withReason({ type: 'v1.ChargeRecorded', body }, command.reason, ticket));
}

function takePayment(
  command: CommandOf<'take-payment'>,
  sender: Sender,
  state: BillingState,
  world: BillingWorld,
  moment: Moment,
): Decision {
  const till = openTill(state);
  if (till === undefined) return refuse('till-closed');
  const charges: ChargeRecord[] = [];
  for (const chargeId of command.chargeIds) {
    const charge = state.charges.get(chargeId);
    if (charge === undefined) return refuse('unknown-charge', { chargeId });
    if (charge.paymentId !== null) return refuse('already-paid', { chargeId, paymentId: charge.paymentId });
    charges.push(charge);
  }
  const expectedMinor = charges.reduce((sum, charge) => sum + charge.amountMinor, 0);
  if (command.amountMinor !== expectedMinor) return refuse('wrong-amount', { expectedMinor });
  const tenderedMinor = command.tenderedMinor ?? command.amountMinor;
  if (tenderedMinor < command.amountMinor) return refuse('tendered-too-little', { expectedMinor });
  if (command.means !== 'cash' && tenderedMinor !== command.amountMinor)
    return refuse('wrong-amount', { expectedMinor });
  const receiptOrdinal = (state.series.get(String(world.epoch))?.last ?? 0) + 1;
  const body = {
    paymentId: moment.newId(),
    tillId: till.id,
    chargeIds: [...command.chargeIds],
    means: command.means,
    amountMinor: command.amountMinor,
    tenderedMinor,
    changeMinor: tenderedMinor - command.amountMinor,
    currency: till.currency,
    receiptNumber: receiptNumber(world.clinicCode, world.epoch, receiptOrdinal),
    receiptOrdinal,
  };
  return accept(withStaffReason({ type: 'v1.PaymentTaken', body }, command.reason, sender.staffId));
}
