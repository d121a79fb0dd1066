// All copies of the service wrap with one key. The first to serve a database leaves a hash of its own there; whoever comes
// with another key, or came to a restored database without its key, is refused before it wraps anything.

import { createHmac } from 'node:crypto';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { keepFingerprint } from './queries-centre-key.ts';

/** Throws `centre-key-wrong`. */
export async function proveCentreKey({ withTenant, centreKey }: UseCaseContext): Promise<void> {
  const mine = createHmac('sha256', centreKey).update('the key of this centre').digest();
  const kept = await withTenant({}, (tx) => keepFingerprint(tx, mine));
  if (!mine.equals(kept)) throw new AppError('centre-key-wrong');
}
