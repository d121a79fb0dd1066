import type { Letter, LetterEntry, LetterList, LetterPlace, LetterState } from '@foyer/contracts/dead-letters.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { Settlement } from './types.ts';

const entryColumns = sql`d.epoch, d.seq, r.type, r.at, r.business_day as "businessDay", d.reason, d.state, d.tries`;

export async function countLetters(tx: Transaction, clinicId: string): Promise<LetterList['counts']> {
  const { rows } = await sql<LetterList['counts']>`
    select count(*) filter (where state = 'open') as open, count(*) filter (where state = 'applied') as applied,
      count(*) filter (where state = 'set-aside') as "set-aside"
    from dead_letters where clinic_id = ${clinicId}`.execute(tx);
  return rows[0] ?? { open: 0, applied: 0, 'set-aside': 0 };
}

export async function selectLetters(
  tx: Transaction,
  clinicId: string,
  state: LetterState,
  limit: number,
): Promise<LetterEntry[]> {
  const { rows } = await sql<LetterEntry>`
    select ${entryColumns} from dead_letters d
    join log_rows r on r.clinic_id = d.clinic_id and r.epoch = d.epoch and r.seq = d.seq
    where d.clinic_id = ${clinicId} and d.state = ${state} order by d.epoch, d.seq limit ${limit}`.execute(tx);
  return rows;
}

export async function selectLetter(
  tx: Transaction,
  clinicId: string,
  { epoch, seq }: LetterPlace,
): Promise<(Letter & Settlement) | undefined> {
  const { rows } = await sql<Letter & Settlement>`
    select ${entryColumns}, r.actor, r.body, r.sealed is not null as "isSealed", d.mended_body as "mendedBody",
      d.settled_at as "settledAt", u.email as "settledBy", d.settled_why as "settledWhy"
    from dead_letters d
    join log_rows r on r.clinic_id = d.clinic_id and r.epoch = d.epoch and r.seq = d.seq
    left join users u on u.user_id = d.settled_by
    where d.clinic_id = ${clinicId} and d.epoch = ${epoch} and d.seq = ${seq}`.execute(tx);
  return rows[0];
}

/** Which of these are open, locked until the commit: two people do not settle one. */
export async function lockOpen(
  tx: Transaction,
  clinicId: string,
  places: readonly LetterPlace[],
): Promise<LetterPlace[]> {
  const { rows } = await sql<LetterPlace>`
    select d.epoch, d.seq from dead_letters d
    join jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p (epoch integer, seq bigint)
      on p.epoch = d.epoch and p.seq = d.seq
    where d.clinic_id = ${clinicId} and d.state = 'open' order by d.epoch, d.seq for update of d`.execute(tx);
  return rows;
}

export async function settle(
  tx: Transaction,
  clinicId: string,
  places: readonly LetterPlace[],
  as: {
    readonly state: 'applied' | 'set-aside';
    readonly by: string;
    readonly why: string | null;
    readonly mendedBody: string | null;
  },
  at: EpochMs,
): Promise<void> {
  await sql`
    update dead_letters d set state = ${as.state}, tries = tries + ${as.state === 'applied' ? 1 : 0},
      mended_body = coalesce(${as.mendedBody}, d.mended_body), settled_at = ${new Date(at)}, settled_by = ${as.by},
      settled_why = ${as.why}
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p (epoch integer, seq bigint)
    where d.clinic_id = ${clinicId} and d.epoch = p.epoch and d.seq = p.seq`.execute(tx);
}

/** They stay open, with why they could not be applied this time. */
export async function noteTries(
  tx: Transaction,
  clinicId: string,
  left: readonly (LetterPlace & { readonly reason: string })[],
): Promise<void> {
  await sql`
    update dead_letters d set tries = tries + 1, reason = p.reason
    from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as p (epoch integer, seq bigint, reason text)
    where d.clinic_id = ${clinicId} and d.epoch = p.epoch and d.seq = p.seq`.execute(tx);
}
