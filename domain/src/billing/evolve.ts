// What a fact does to the till, the charges and the payments. A charge is whose its ticket is.

import type { PatientId, TicketId } from '@foyer/contracts/ids.ts';
import type { FactRow } from '../queue/evolve.ts';
import { closingSeriesKey, type BillingChanges, type BillingState, type TillRecord } from './billing-state.ts';

export const emptyBilling: BillingState = {
  tills: new Map(),
  charges: new Map(),
  payments: new Map(),
  series: new Map(),
};

export function evolveBilling(state: BillingState, row: FactRow): BillingChanges {
  switch (row.type) {
    case 'v1.TillOpened': {
      const { tillId, currency, floatMinor } = row.body;
      return { tills: [{ id: tillId, openedAt: row.at, openedBy: row.actor, currency, floatMinor, ...untouched }] };
    }
    case 'v1.TillClosed': {
      const till = state.tills.get(row.body.tillId);
      const { countedMinor, zNumber, zOrdinal } = row.body;
      const closing = { closedAt: row.at, closedBy: row.actor, countedMinor, zNumber };
      return {
        series: [{ id: closingSeriesKey(row.epoch), last: zOrdinal }],
        ...(till === undefined ? {} : { tills: [{ ...till, ...closing }] }),
      };
    }
    case 'v1.ChargeRecorded': {
      const { chargeId, ticketId, serviceId, patientId, amountMinor, currency } = row.body;
      const charge = { id: chargeId, ticketId, serviceId, patientId: patientId ?? null, amountMinor, currency };
      return { charges: [{ ...charge, at: row.at, paymentId: null }] };
    }
    case 'v1.TicketIdentified':
      return belongsTo(state, row.body.ticketId, row.body.patientId);
    case 'v1.StepUndone':
      return row.body.patientId === undefined ? {} : belongsTo(state, row.body.ticketId, row.body.patientId);
    case 'v1.PaymentTaken': {
      const { paymentId, chargeIds, ...rest } = row.body;
      const till = state.tills.get(rest.tillId);
      const cash = rest.means === 'cash' ? rest.amountMinor : 0;
      return {
        payments: [{ id: paymentId, chargeIds, ...rest, at: row.at, printed: false }],
        charges: chargeIds.flatMap((id) => {
          const charge = state.charges.get(id);
          return charge === undefined ? [] : [{ ...charge, paymentId }];
        }),
        series: [{ id: String(row.epoch), last: rest.receiptOrdinal }],
        ...(till === undefined
          ? {}
          : {
              tills: [
                {
                  ...till,
                  takenCashMinor: till.takenCashMinor + cash,
                  takenCardMinor: till.takenCardMinor + rest.amountMinor - cash,
                  payments: till.payments + 1,
                  firstReceipt: till.firstReceipt ?? rest.receiptNumber,
                  lastReceipt: rest.receiptNumber,
                },
              ],
            }),
      };
    }
    case 'v1.DocumentPrinted': {
      const payment = row.body.paymentId === undefined ? undefined : state.payments.get(row.body.paymentId);
      return payment === undefined ? {} : { payments: [{ ...payment, printed: true }] };
    }
    case 'v1.SubjectErased': {
      const charges = [...state.charges.values()].filter((charge) => charge.patientId === row.body.subjectId);
      return charges.length === 0 ? {} : { charges: charges.map((charge) => ({ ...charge, patientId: null })) };
    }
    default:
      return {};
  }
}

/** A till that nobody has paid into or closed. */
const untouched = {
  takenCashMinor: 0,
  takenCardMinor: 0,
  payments: 0,
  firstReceipt: null,
  lastReceipt: null,
  closedAt: null,
  closedBy: null,
  countedMinor: null,
  zNumber: null,
} as const satisfies Partial<TillRecord>;

function belongsTo(state: BillingState, ticketId: TicketId, patientId: PatientId | null): BillingChanges {
  const charges = [...state.charges.values()].filter((charge) => charge.ticketId === ticketId);
  return charges.length === 0 ? {} : { charges: charges.map((charge) => ({ ...charge, patientId })) };
}

/** The state with the changes in place; the given state stays as it was. */
export function withBillingChanges(state: BillingState, changes: BillingChanges): BillingState {
  const put = <R extends { readonly id: string }>(map: ReadonlyMap<string, R>, records: readonly R[] = []) =>
    records.length === 0 ? map : new Map([...map, ...records.map((record) => [record.id, record] as const)]);
  return {
    tills: put(state.tills, changes.tills),
    charges: put(state.charges, changes.charges),
    payments: put(state.payments, changes.payments),
    series: put(state.series, changes.series),
  };
}
