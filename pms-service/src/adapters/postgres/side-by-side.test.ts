import { describe, expect, it } from 'vitest';
import { readMigrations } from './migrate.ts';
import { sideBySideFaults } from './side-by-side.ts';

/** Before this one no two versions served side by side. */
const firstHeld = 43;

function faults(sql: string, version = 60): readonly string[] {
  return sideBySideFaults({ version, name: 'planted', sql });
}

describe('a migration that runs while the version before serves', () => {
  it('takes nothing away that the version before uses', async () => {
    const held = (await readMigrations()).filter(({ version }) => version >= firstHeld);
    expect(held.flatMap(sideBySideFaults)).toEqual([]);
    expect(held.length).toBeGreaterThan(0);
  });

  it.each([
    ['drop table visits'],
    ['drop index visits_by_patient'],
    ['drop policy tenant on visits'],
    ['alter table visits drop column state'],
    ['alter table visits drop constraint visits_pkey'],
    ['alter table visits rename to stays'],
    ['ALTER TABLE visits RENAME COLUMN state TO phase'],
    ['alter index visits_pkey rename to stays_pkey'],
    ['alter table visits alter column state type integer using 0'],
    ['alter table visits alter state set data type integer'],
    ['alter table visits alter column patient_id set not null'],
    ['alter table visits alter column state drop default'],
    ['alter table visits add column class text not null'],
    ['alter table visits\n  add column note text,\n  add column class text not null check (class in (1, 2))'],
    ['alter table visits add constraint some check (true)'],
    ['alter table only visits add unique (clinic_id, public_id)'],
    ['create unique index one on visits (clinic_id, public_id)'],
    ['create trigger t before insert on visits execute procedure p()'],
    ['truncate visits'],
    ['revoke update on visits from public'],
    ['create table other (id uuid); alter table visits drop column state'],
  ])('does not: %s', (sql) => {
    expect(faults(sql)).toHaveLength(1);
    expect(faults(`${sql};`)).toHaveLength(1);
  });

  it.each([
    ["create table stays (clinic_id uuid primary key); call protect_clinic_table('stays')"],
    ['alter table visits add column class text'],
    ["alter table visits add column class text not null default 'usual' check (class in ('usual', 'late'))"],
    ['create index by_class on visits (clinic_id, class)'],
    ['alter table visits alter column state set default 1, alter column note drop not null'],
    ['create table stays (id uuid); alter table stays add unique (id); create unique index one on stays (id)'],
    ['-- drop table visits;\nselect 1'],
    ["insert into notes values ('drop table visits; drop table')"],
    ['create procedure p() language plpgsql as $$ begin drop table stays; end $$'],
  ])('may: %s', (sql) => {
    expect(faults(sql)).toEqual([]);
  });

  it('takes away what it says that nothing uses since an earlier one', () => {
    const told = '-- contract: nothing reads it since 0043\n';
    const drop = 'alter table visits drop column state;';
    expect(faults(told + drop)).toEqual([]);
    expect(faults(told + drop, 43)).toHaveLength(1);
    expect(faults(`-- contract: we need it no more\n${drop}`)).toHaveLength(1);
    expect(faults(`${told}${drop}\n${drop}`)).toHaveLength(1);
  });

  it('names the file, the statement and what it breaks', () => {
    expect(faults('Drop  Table\n visits')).toEqual([
      '0060_planted drops what the version before may use: drop table visits',
    ]);
  });
});
