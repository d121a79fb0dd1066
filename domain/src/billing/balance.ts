// What a patient has yet to pay: the charges that are open here, and those that only the centre still knows of. A charge
// that was paid here is paid, whatever the centre has heard of it.

import type { BillingState, ChargeRecord } from './billing-state.ts';

/** As the centre sent it down. */
export interface CentreBalance {
  readonly currency: string;
  readonly charges: readonly { readonly chargeId: string; readonly amountMinor: number }[];
}
export interface Balance {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Of one person under all of their ids; undefined where nothing is open. */
export function openBalance(
  patientIds: readonly string[],
  billing: Pick<BillingState, 'charges'>,
  centre: readonly CentreBalance[],
): Balance | undefined {
  const isOpen = ({ patientId, paymentId }: ChargeRecord): boolean =>
    paymentId === null && patientId !== null && patientIds.includes(patientId);
  const here = [...billing.charges.values()].filter(isOpen);
  const elsewhere = centre.flatMap(({ charges }) => charges).filter(({ chargeId }) => !billing.charges.has(chargeId));
  const currency = here[0]?.currency ?? centre[0]?.currency;
  const amountMinor = [...here, ...elsewhere].reduce((sum, charge) => sum + charge.amountMinor, 0);
  return currency === undefined || amountMinor === 0 ? undefined : { amountMinor, currency };
}
