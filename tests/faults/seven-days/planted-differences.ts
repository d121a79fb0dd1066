/**
 * What would be there if the relay or a side had one bug: planted into the real tables within a transaction that is taken
 * back. The comparison has to see each.
 */
import type { BothEnds } from './both-ends.ts';
import { compareSides } from './compare.ts';
import type { Side } from './sides.ts';
import type { Told } from './told.ts';

interface Plant {
  readonly name: string;
  readonly at: 'clinic' | 'centre';
  readonly sql: string;
}

/** One row of a table of the centre that is like that. */
const oneOf = (table: string, like: string): string =>
  `ctid = (select ctid from ${table} where ${like} order by ctid limit 1)`;
const oneAtTheBox = (table: string, like: string): string => `rowid = (SELECT min(rowid) FROM ${table} WHERE ${like})`;

const plants: readonly Plant[] = [
  {
    name: 'a row was dropped on its way',
    at: 'centre',
    sql: `delete from log_rows where seq = (select max(seq) / 2 from log_rows)`,
  },
  {
    name: 'a row was altered on its way',
    at: 'centre',
    sql: `update log_rows set body = body || ' ' where ${oneOf('log_rows', `type = 'v1.TicketCalled'`)}`,
  },
  {
    name: 'a payment was applied twice',
    at: 'centre',
    sql: `insert into payments (clinic_id, payment_id, till_id, means, amount_minor, tendered_minor, change_minor, currency,
        receipt_number, receipt_epoch, receipt_ordinal, business_day, at)
      select clinic_id, gen_random_uuid(), till_id, means, amount_minor, tendered_minor, change_minor, currency,
        receipt_number, receipt_epoch, receipt_ordinal + 1000000, business_day, at
      from payments limit 1`,
  },
  {
    name: 'a payment was counted on another day',
    at: 'centre',
    sql: `update payments set business_day = business_day + 1 where ${oneOf('payments', 'true')}`,
  },
  {
    name: 'a charge that was paid is open again',
    at: 'centre',
    sql: `update charges set payment_id = null where ${oneOf('charges', 'payment_id is not null')}`,
  },
  {
    name: 'a till was never closed',
    at: 'centre',
    sql: `update tills set counted_minor = null, closed_at = null where ${oneOf('tills', 'closed_at is not null')}`,
  },
  {
    name: 'a visit never ended',
    at: 'centre',
    sql: `update visits set state = 'waiting' where ${oneOf('visits', `state = 'completed'`)}`,
  },
  {
    name: 'a patient was overwritten with what was known before',
    at: 'centre',
    sql: `update patients set details = jsonb_set(details, '{phone}', '"+34610000000"')
      where ${oneOf('patients', `details->>'phone' like '+3462%'`)}`,
  },
  {
    name: 'an arrival was forgotten',
    at: 'centre',
    sql: `update appointments set status = 'booked', ticket_id = null
      where ${oneOf('appointments', `status = 'arrived'`)}`,
  },
  {
    name: 'a price did not come down',
    at: 'clinic',
    sql: `UPDATE reference_prices SET amount_minor = amount_minor - 100 WHERE ${oneAtTheBox('reference_prices', 'TRUE')}`,
  },
  {
    name: 'an appointment that was called off still stands',
    at: 'clinic',
    sql: `UPDATE reference_appointments SET status = 'booked'
      WHERE ${oneAtTheBox('reference_appointments', `status = 'cancelled'`)}`,
  },
  {
    name: 'a correction of the centre was lost',
    at: 'clinic',
    sql: `UPDATE reference_patients SET details = json_remove(details, '$.address')
      WHERE ${oneAtTheBox('reference_patients', `json_extract(details, '$.address') IS NOT NULL`)}`,
  },
  {
    name: 'the answer to a request did not come down',
    at: 'clinic',
    sql: `UPDATE requests SET accepted = NULL WHERE ${oneAtTheBox('requests', 'ours = 1 AND accepted = 1')}`,
  },
  {
    name: 'a receipt’s number was left out',
    at: 'clinic',
    sql: `UPDATE payments SET record = json_set(record, '$.receiptOrdinal', 1000000)
      WHERE id = (SELECT min(id) FROM payments)`,
  },
];

export interface Caught {
  readonly planted: number;
  readonly caught: number;
  /** Those that nobody saw. */
  readonly missed: readonly string[];
}

export async function catchPlants(ends: BothEnds, told: Told): Promise<Caught> {
  const sides = await ends.read();
  const known = sentencesOf(sides, told);
  const missed: string[] = [];
  for (const { name, at, sql } of plants) {
    const side = await (at === 'clinic' ? ends.clinicWith(sql) : ends.centreWith(sql));
    const sentences = side === undefined ? [] : [...sentencesOf({ ...sides, [at]: side }, told)];
    if (sentences.every((sentence) => known.has(sentence))) missed.push(name);
  }
  return { planted: plants.length, caught: plants.length - missed.length, missed };
}

function sentencesOf({ clinic, centre }: Readonly<Record<'clinic' | 'centre', Side>>, told: Told): ReadonlySet<string> {
  return new Set(compareSides(clinic, centre, told).flatMap(({ differences }) => differences));
}
