// What a batch's facts do to the modules, set by set. A set that breaks a constraint is halved until the row that breaks
// it stands alone; that one is a dead letter and the others go on.

import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { applyMoneyFacts } from '../billing/use-cases.ts';
import { applyCallingRulesFacts } from '../calling-rules/use-cases.ts';
import { applyDelayFacts } from '../delays/use-cases.ts';
import type { DeadLetter, InboxFact } from '../facts/types.ts';
import { applyFormFacts } from '../forms/use-cases.ts';
import { applyGapFacts } from '../gaps/use-cases.ts';
import { applyLeaseFacts } from '../leases/use-cases.ts';
import { applyPatientFacts } from '../registration/use-cases.ts';
import { applyRequestFacts } from '../requests/use-cases.ts';
import { applyAppointmentFacts } from '../scheduling/use-cases.ts';
import { applyClinicFacts } from '../tenancy/use-cases-clinic-facts.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { applyVisitFacts } from '../visits/use-cases.ts';
import { applyWaitFacts } from '../waits/use-cases.ts';
import { inSavepoint } from './queries.ts';

export async function applyEffects(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  facts: readonly InboxFact[],
): Promise<readonly DeadLetter[]> {
  const [only] = facts;
  if (only === undefined) return [];
  try {
    return await inSavepoint(tx, () => applyToModules(context, tx, clinicId, facts));
  } catch (error) {
    const reason = brokenData(error);
    if (reason === undefined) throw error;
    if (facts.length === 1) return [{ epoch: only.epoch, seq: only.seq, reason }];
    const middle = Math.floor(facts.length / 2);
    const first = await applyEffects(context, tx, clinicId, facts.slice(0, middle));
    return [...first, ...(await applyEffects(context, tx, clinicId, facts.slice(middle)))];
  }
}

async function applyToModules(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  facts: readonly InboxFact[],
): Promise<readonly DeadLetter[]> {
  const patients = await applyPatientFacts(context, tx, clinicId, facts);
  const appointments = await applyAppointmentFacts(context, tx, clinicId, facts);
  const visits = await applyVisitFacts(context, tx, clinicId, facts);
  await applyMoneyFacts(tx, clinicId, facts);
  await applyGapFacts(tx, clinicId, facts);
  await applyWaitFacts(tx, clinicId, facts);
  await applyDelayFacts(tx, clinicId, facts);
  await applyCallingRulesFacts(tx, clinicId, facts);
  await applyClinicFacts(tx, clinicId, facts);
  await applyFormFacts(tx, clinicId, facts);
  await applyLeaseFacts(tx, clinicId, facts);
  await applyRequestFacts(context, tx, clinicId, facts);
  return [...patients, ...appointments, ...visits];
}

/** The data's own fault (PostgreSQL's classes 22 and 23) as a reason; undefined for any other error. */
function brokenData(error: unknown): string | undefined {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  if (typeof code !== 'string' || !/^2[23]/.test(code)) return undefined;
  return typeof constraint === 'string' ? `${code} ${constraint}` : code;
}
