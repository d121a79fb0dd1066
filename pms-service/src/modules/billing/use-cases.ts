import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact } from '../facts/types.ts';
import {
  closeTills,
  forgetPatients,
  insertCharges,
  insertPayments,
  insertTills,
  markChargesPaid,
  moveCharges,
} from './queries.ts';
import { moneyIn } from './rules.ts';
import { payersOf, publishBalances } from './use-cases-balance.ts';

/** Takes over what the edge decided about money, kind by kind, each in one statement. */
export async function applyMoneyFacts(tx: Transaction, clinicId: string, facts: readonly InboxFact[]): Promise<void> {
  const money = moneyIn(facts);
  const { charges, payments, openedTills, closedTills, belongings, erasedPatients } = money;
  const payersBefore = await payersOf(tx, clinicId, money);
  if (openedTills.length > 0) await insertTills(tx, clinicId, openedTills);
  if (charges.length > 0) await insertCharges(tx, clinicId, charges);
  if (payments.length > 0) {
    await insertPayments(tx, clinicId, payments);
    await markChargesPaid(tx, clinicId, payments);
  }
  if (closedTills.length > 0) await closeTills(tx, clinicId, closedTills);
  if (belongings.length > 0) await moveCharges(tx, clinicId, belongings);
  if (erasedPatients.length > 0) await forgetPatients(tx, clinicId, erasedPatients);
  const payers = new Set([...payersBefore, ...(await payersOf(tx, clinicId, money))]);
  await publishBalances(tx, clinicId, [...payers]);
}
