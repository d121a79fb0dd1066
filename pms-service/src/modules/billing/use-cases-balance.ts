// What patients have yet to pay, sent down so that a kiosk and the desk can say it. It follows the money: whoever's
// charges a batch of facts touched is told anew, and who owes nothing any more is taken off.

import type { ClinicId, PatientId } from '@foyer/contracts/ids.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { Publication } from '../feed/types.ts';
import { publish, republish } from '../feed/use-cases.ts';
import { selectOpenCharges, selectPayers } from './queries-balance.ts';
import type { MoneyFacts } from './types.ts';

type Touching = Pick<MoneyFacts, 'charges' | 'payments' | 'belongings'>;

/** Whose balance these facts change, as the charges stand now: asked before and after they are applied. */
export async function payersOf(tx: Transaction, clinicId: ClinicId, facts: Touching): Promise<readonly PatientId[]> {
  const chargeIds = facts.payments.flatMap((payment) => payment.chargeIds);
  const ticketIds = [...facts.belongings, ...facts.charges].map(({ ticketId }) => ticketId);
  return chargeIds.length + ticketIds.length === 0 ? [] : selectPayers(tx, clinicId, chargeIds, ticketIds);
}

export async function publishBalances(
  tx: Transaction,
  clinicId: ClinicId,
  patientIds: readonly PatientId[],
): Promise<void> {
  if (patientIds.length === 0) return;
  const open = Map.groupBy(await selectOpenCharges(tx, clinicId, patientIds), ({ patientId }) => patientId);
  const items = patientIds.map((patientId): Publication => {
    const [first, ...rest] = open.get(patientId) ?? [];
    const common = { kind: 'balance', id: patientId, subjectId: patientId } as const;
    if (first === undefined) return { ...common, body: null };
    const charges = [first, ...rest].map(({ chargeId, amountMinor }) => ({ chargeId, amountMinor }));
    return { ...common, body: { patientId, currency: first.currency, charges } };
  });
  await publish(
    tx,
    clinicId,
    items.filter(({ body }) => body !== null),
  );
  await republish(
    tx,
    clinicId,
    items.filter(({ body }) => body === null),
  );
}
