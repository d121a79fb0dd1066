// Whether somebody who is booked today has something to pay, for the desk alone.

import { openBalance } from '@foyer/domain/billing/balance.ts';
import type { ClinicState } from './clinic-state.ts';

/** Nothing is said of who owes nothing. */
export function owedBy({ billing, balances }: ClinicState): (patientId: string) => { readonly owesMinor?: number } {
  const open = [...billing.charges.values()].filter(({ paymentId }) => paymentId === null);
  const owing = new Set([...balances.keys(), ...open.map(({ patientId }) => patientId)]);
  return (patientId) => {
    if (!owing.has(patientId)) return {};
    const centre = balances.get(patientId);
    const balance = openBalance([patientId], billing, centre === undefined ? [] : [centre]);
    return balance === undefined ? {} : { owesMinor: balance.amountMinor };
  };
}
