import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { SignInFailures, User } from './types.ts';

const userColumns = sql.raw(
  `u.user_id as "userId", u.network_id as "networkId", u.email, u.role, u.clinic_id as "clinicId"`,
);

export async function insertUser(tx: Transaction, user: User, passwordHash: string | null, at: EpochMs): Promise<void> {
  await sql`insert into users (network_id, user_id, email, role, clinic_id, password_hash, created_at)
    values (${user.networkId}, ${user.userId}, ${user.email}, ${user.role}, ${user.clinicId}, ${passwordHash},
      ${new Date(at)})`.execute(tx);
}

export async function selectUserByEmail(
  tx: Transaction,
  networkId: string,
  email: string,
): Promise<{ user: User; passwordHash: string | null } | undefined> {
  const { rows } = await sql<User & { passwordHash: string | null }>`
    select ${userColumns}, u.password_hash as "passwordHash" from users u
    where u.network_id = ${networkId} and u.email = ${email}`.execute(tx);
  const [found] = rows;
  if (found === undefined) return undefined;
  const { passwordHash, ...user } = found;
  return { user, passwordHash };
}

export async function selectFailures(tx: Transaction, directoryKey: string): Promise<SignInFailures | undefined> {
  const { rows } = await sql<SignInFailures>`
    select failures, locked_until as "lockedUntil" from sign_in_failures
    where directory_key = ${directoryKey} for update`.execute(tx);
  return rows[0];
}

/** Held until the transaction ends, also where there was none: of two wrong passwords at once both count. */
export async function holdFailures(
  tx: Transaction,
  directoryKey: string,
  at: EpochMs,
): Promise<SignInFailures | undefined> {
  await sql`insert into sign_in_failures (directory_key, failures, failed_at)
    values (${directoryKey}, 0, ${new Date(at)}) on conflict do nothing`.execute(tx);
  return selectFailures(tx, directoryKey);
}

export async function putFailures(
  tx: Transaction,
  directoryKey: string,
  found: SignInFailures,
  at: EpochMs,
): Promise<void> {
  const lockedUntil = found.lockedUntil === null ? null : new Date(found.lockedUntil);
  await sql`insert into sign_in_failures (directory_key, failures, locked_until, failed_at)
    values (${directoryKey}, ${found.failures}, ${lockedUntil}, ${new Date(at)})
    on conflict (directory_key) do update set failures = excluded.failures,
      locked_until = excluded.locked_until, failed_at = excluded.failed_at`.execute(tx);
}

/** Of every address, where the transaction's scope names the moment. */
export async function deleteFailuresBefore(tx: Transaction, moment: EpochMs): Promise<void> {
  await sql`delete from sign_in_failures where failed_at < ${new Date(moment)}`.execute(tx);
}

export async function deleteFailures(tx: Transaction, directoryKey: string): Promise<void> {
  await sql`delete from sign_in_failures where directory_key = ${directoryKey}`.execute(tx);
}

export async function insertSession(
  tx: Transaction,
  user: User,
  tokenHash: Uint8Array,
  at: EpochMs,
  expiresAt: EpochMs,
): Promise<void> {
  await sql`delete from sessions where network_id = ${user.networkId} and expires_at < ${new Date(at)}`.execute(tx);
  await sql`insert into sessions (network_id, token_hash, user_id, created_at, expires_at)
    values (${user.networkId}, ${tokenHash}, ${user.userId}, ${new Date(at)}, ${new Date(expiresAt)})`.execute(tx);
}

export async function selectSessionUser(
  tx: Transaction,
  networkId: string,
  tokenHash: Uint8Array,
  at: EpochMs,
): Promise<User | undefined> {
  const { rows } = await sql<User>`
    select ${userColumns} from sessions s
    join users u on u.network_id = s.network_id and u.user_id = s.user_id
    where s.network_id = ${networkId} and s.token_hash = ${tokenHash} and s.expires_at > ${new Date(at)}`.execute(tx);
  return rows[0];
}

export async function deleteSession(tx: Transaction, networkId: string, tokenHash: Uint8Array): Promise<void> {
  await sql`delete from sessions where network_id = ${networkId} and token_hash = ${tokenHash}`.execute(tx);
}
