import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';

/** How many there are with this one; the first of a new time where the one before is over. */
export async function addAttempt(tx: Transaction, attemptKey: string, now: EpochMs, endsAt: EpochMs): Promise<number> {
  const { rows } = await sql<{ attempts: number }>`
    insert into limited_attempts as held (attempt_key, attempts, ends_at)
    values (${attemptKey}, 1, ${new Date(endsAt)})
    on conflict (attempt_key) do update set
      attempts = case when held.ends_at <= ${new Date(now)} then 1 else held.attempts + 1 end,
      ends_at = case when held.ends_at <= ${new Date(now)} then excluded.ends_at else held.ends_at end
    returning attempts`.execute(tx);
  return rows[0]?.attempts ?? 1;
}

/** Of every address, where the transaction's scope names the moment. */
export async function deleteAttemptsBefore(tx: Transaction, moment: EpochMs): Promise<void> {
  await sql`delete from limited_attempts where ends_at < ${new Date(moment)}`.execute(tx);
}
