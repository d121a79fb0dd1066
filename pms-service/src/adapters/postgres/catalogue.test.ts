import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts';
import { tenancyFaults } from './catalogue.ts';

let postgres: TestPostgres;
let owner: pg.Client;
beforeAll(async () => {
  postgres = await startTestPostgres();
  owner = new pg.Client(postgres.urls.migrationUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await postgres.stop();
});

/** What the check says about a schema change that is taken back afterwards. */
async function faultsAfter(change: string): Promise<string[]> {
  await owner.query('begin');
  try {
    await owner.query(change);
    return await tenancyFaults(owner);
  } finally {
    await owner.query('rollback');
  }
}

describe('the catalogue', () => {
  it('shows every tenant table protected', async () => {
    expect(await tenancyFaults(owner)).toEqual([]);
  });

  const planted: readonly (readonly [string, string, string])[] = [
    [
      'a table without protection',
      'create table planted (clinic_id uuid primary key)',
      'planted has row-level security off',
    ],
    ['a table of no tenant', 'create table planted (id uuid primary key)', 'planted has no tenant column'],
    [
      'protection that the owner escapes',
      'alter table visits no force row level security',
      'visits does not force row-level security',
    ],
    [
      'a second, wider policy',
      'create policy wider on visits using (true)',
      'visits has other policies than the one of its tenant',
    ],
    [
      'a unique key over tenants',
      'create unique index planted on visits (public_id)',
      'visits has the key planted, which public_id leads',
    ],
    [
      'a view that runs as its owner',
      'create view planted as select 1 as one',
      'planted is a view without security_invoker',
    ],
    ['a materialised view', 'create materialized view planted as select 1 as one', 'planted is a materialised view'],
    [
      'a SECURITY DEFINER function',
      "create function planted() returns int language sql security definer as 'select 1'",
      'planted is a SECURITY DEFINER function',
    ],
  ];
  it.each(planted)('catches %s', async (_, change, fault) => {
    expect(await faultsAfter(change)).toContain(fault);
  });
});
