// Prices that a clinic without a centre sets itself: in the tables that a centre's would fill, outside the log, which has
// them in the fact. Each change is a later version.

import type { ClinicChanges } from '@foyer/contracts/clinic-document.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { ReferenceTables } from '../ports/reference-data.ts';

/** What is not named is not charged any more; without prices among the changes, all stay. */
export function keepPrices(
  { prices }: ClinicChanges,
  { currency, services }: Pick<ClinicConfiguration, 'currency' | 'services'>,
  reference: Pick<ReferenceTables, 'price' | 'apply'>,
): void {
  if (prices === undefined) return;
  for (const { id: serviceId } of services) {
    const before = reference.price(serviceId);
    const amountMinor = prices.find((price) => price.serviceId === serviceId)?.amountMinor;
    if (before?.amountMinor === amountMinor) continue;
    const version = (before?.version ?? 0) + 1;
    const body = amountMinor === undefined ? null : { serviceId, amountMinor, currency, version };
    reference.apply({ number: 0, kind: 'price', id: serviceId, body });
  }
}
