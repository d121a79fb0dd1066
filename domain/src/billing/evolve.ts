// What a fact does to the till, the charges and the payments.

import type { FactRow } from '../queue/evolve.ts';
import type { BillingChanges, BillingState } from './billing-state.ts';

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
      const none = { takenCashMinor: 0, takenCardMinor: 0, payments: 0, closedAt: null, countedMinor: null };
      return { tills: [{ id: tillId, openedAt: row.at, currency, floatMinor, ...none }] };
    }
    case 'v1.TillClosed': {
      const till = state.tills.get(row.body.tillId);
      return till === undefined ? {} : { tills: [{ ...till, closedAt: row.at, countedMinor: row.body.countedMinor }] };
    }
    case 'v1.ChargeRecorded': {
      const { chargeId, ticketId, serviceId, patientId, amountMinor, currency } = row.body;
      const charge = { id: chargeId, ticketId, serviceId, patientId: patientId ?? null, amountMinor, currency };
      return { charges: [{ ...charge, at: row.at, paymentId: null }] };
    }
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
