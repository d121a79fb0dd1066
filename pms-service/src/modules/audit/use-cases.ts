import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { insertAccess } from './queries.ts';
import type { Access } from './types.ts';

/** In the transaction that reads or settles: what was not written down was not shown, and not done. */
export async function recordAccess(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  access: Access,
): Promise<void> {
  await insertAccess(tx, clinicId, context.newId(), access, context.now());
}
