// Every hot statement finds its rows by an index that the tenant leads. With sequential scans made dear, a plan that
// still holds one has no index to go by.

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts';

const id = randomUUID();
const clinic = `clinic_id = '${id}'`;
const hot: readonly (readonly [string, string])[] = [
  ['the feed after a number', `select * from feed_entries where ${clinic} and number > 7 order by number limit 1000`],
  ['a feed entry to replace', `select * from feed_entries where ${clinic} and kind = 'price' and thing_id = 'x'`],
  ['hashes of rows held', `select hash from log_rows where ${clinic} and epoch = 1 and seq between 3 and 9`],
  ['keys of subjects', `select * from subject_keys where ${clinic} and subject_id = any('{${id}}'::uuid[])`],
  ['visits of a batch', `select * from visits where ${clinic} and ticket_id = any('{${id}}'::uuid[])`],
  ['visits of a patient', `select * from visits where ${clinic} and patient_id = '${id}'`],
  ['a ticket page', `select * from visits where ${clinic} and public_id = 'x'`],
  [
    'who waits today',
    `select * from visits where ${clinic} and state = 'waiting'
      and business_day between '2026-11-23'::date - 1 and '2026-11-23'::date + 1`,
  ],
  ['the gaps since a moment', `select * from gaps where ${clinic} and until_at > '2026-11-23' order by from_at`],
  ['what a ticket was told of its wait', `select * from wait_estimates where ${clinic} and ticket_id = '${id}'`],
  [
    'how right the newest estimates were',
    `select * from wait_grades where ${clinic} and business_day <= '2026-11-23'
      and jsonb_array_length(record->'services') > 0 order by business_day desc limit 1`,
  ],
  ['who is late today', `select * from delays where ${clinic} and business_day = '2026-11-23'`],
  ['the rules that a clinic calls by', `select * from calling_rules where ${clinic}`],
  ['what was said for a ticket', `select * from form_responses where ${clinic} and ticket_id = '${id}'`],
  ['charges of a ticket', `select * from charges where ${clinic} and ticket_id = '${id}'`],
  ['the takings of a day', `select sum(amount_minor) from payments where ${clinic} and business_day = '2026-11-23'`],
  ['the appointments of a day', `select * from appointments where ${clinic} and business_day = '2026-11-23'`],
  ['patients alike', `select * from patients where ${clinic} and match_key = any('{a}'::text[])`],
  ['patients born on a day', `select * from patients where ${clinic} and birth_date = '1956-03-07'`],
  ['patients with a phone number', `select * from patients where ${clinic} and phone_key = '600123441'`],
  ['leases of a day', `select * from leases where ${clinic} and business_day = '2026-11-23' order by first_unit`],
  [
    'a document',
    `select * from patient_identifiers where ${clinic} and kind = 'passport' and value = 'x' and issuer = ''`,
  ],
  [
    'rows that could not be applied',
    `select * from dead_letters where ${clinic} and state = 'open' order by epoch, seq limit 500`,
  ],
  ['a page of a live report', `select * from live_tickets where ${clinic} and public_id = 'x'`],
  ['a run that was replaced', `select from replaced_runs where ${clinic} and run_id = '${id}'`],
  ['a session', `select * from sessions where network_id = '${id}' and token_hash = '\\x00'`],
  ['an edge', `select * from edges where ${clinic} and token_hash = '\\x00'`],
  ['a directory entry', `select * from directory where directory_key = 'ticket:x'`],
  ['wrong passwords to forget', `select * from sign_in_failures where failed_at < '2026-11-23'`],
  ['open work items', `select * from work_items where ${clinic} and resolved_at is null order by raised_at limit 100`],
];

let postgres: TestPostgres;
let client: pg.Client;
beforeAll(async () => {
  postgres = await startTestPostgres();
  client = new pg.Client(postgres.urls.databaseUrl);
  await client.connect();
  await client.query('set enable_seqscan = off');
  await client.query(`select set_config('foyer.clinic_id', $1, false), set_config('foyer.network_id', $1, false)`, [
    id,
  ]);
});
afterAll(async () => {
  await client.end();
  await postgres.stop();
});

describe('the plan of a hot statement', () => {
  it.each(hot)('goes by an index: %s', async (_, statement) => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${statement}`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index (Only )?Scan/);
    expect(plan).not.toContain('Seq Scan');
  });

  it('goes by how a name begins, either name first, below row-level security', async () => {
    await client.query('begin');
    await client.query(`insert into networks values ('${id}', 'Harbour', now())`);
    await client.query(`insert into clinics values ('${id}', '${id}', 1, '{}', now())`);
    await client.query(`insert into patients (clinic_id, patient_id, provisional, details, changed_at)
      select '${id}', gen_random_uuid(), false, jsonb_build_object('name', jsonb_build_object('family', n::text)), now()
      from generate_series(1, 2000) as n`);
    for (const column of ['family_first', 'given_first']) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain select patient_id from patients
        where ${clinic} and ${column} >= folded_name('Okon') and ${column} < folded_name('Okon') || chr(1114111)`);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(new RegExp(`Index Cond: .*${column} >= 'okon'`));
    }
    await client.query('rollback');
  });
});
