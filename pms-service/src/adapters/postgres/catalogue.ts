// Reads PostgreSQL's own catalogue and says which tables are not kept apart by tenant. Every table is expected to
// belong to a clinic or to a network; the few that do not are named here with the reason.

import type pg from 'pg';

/** Tables of no tenant. */
const exempt: Readonly<Record<string, string>> = {
  schema_migrations: 'which migrations ran',
  directory: 'finds the tenant of a thing that arrives without one; its own policies show one entry per named key',
  sign_in_failures:
    'counts wrong passwords of an address, known or not; shows to who names the address, and outdated to who clears it',
  centre_key: 'which key wraps the keys in this database, as a hash',
  limited_attempts:
    'counts what an address tries, over all copies; shows to who names the address, and outdated to who clears it',
};

const policyOf = (column: string, setting: string): string =>
  `(${column} = ( SELECT (NULLIF(current_setting('${setting}'::text, true), ''::text))::uuid AS "nullif"))`;

interface TableRow {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly columns: readonly string[];
  /** Of primary keys, unique keys, exclusions and foreign keys: the first column, and where a foreign key points. */
  readonly keys: readonly {
    readonly name: string;
    readonly first: string;
    readonly target: string | null;
  }[];
  readonly policies: readonly {
    readonly command: string;
    readonly permissive: boolean;
    readonly using: string;
    readonly check: string | null;
  }[];
}

const tablesSql = `
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    (select coalesce(jsonb_agg(a.attname), '[]') from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'first', a.attname, 'target', k.target)), '[]') from (
        select conname as name, conkey[1] as first, case when contype = 'f' then (
          select t.attname from pg_attribute t where t.attrelid = confrelid and t.attnum = confkey[1]) end as target
        from pg_constraint where conrelid = c.oid and contype in ('p', 'u', 'x', 'f')
        union all
        select i.indexrelid::regclass::text, i.indkey[0], null from pg_index i where i.indrelid = c.oid and i.indisunique
      ) k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.first) as keys,
    (select coalesce(jsonb_agg(jsonb_build_object('command', p.polcmd, 'permissive', p.polpermissive,
        'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))), '[]')
      from pg_policy p where p.polrelid = c.oid) as policies
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`;

const forbiddenSql = `
  select c.relname as name, 'is a materialised view' as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'm'
  union all
  select c.relname, 'is a view without security_invoker' from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'v' and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'
  union all
  select p.proname, 'is a SECURITY DEFINER function' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prosecdef`;

/** One line per fault; empty when every tenant table is protected. */
export async function tenancyFaults(client: pg.Client): Promise<string[]> {
  const tables = (await client.query<TableRow>(tablesSql)).rows;
  const forbidden = (await client.query<{ name: string; fault: string }>(forbiddenSql)).rows;
  return [
    ...tables.filter((table) => !(table.name in exempt)).flatMap(faultsOf),
    ...forbidden.map(({ name, fault }) => `${name} ${fault}`),
  ];
}

function faultsOf(table: TableRow): string[] {
  const column = table.keys.some((key) => key.first === 'network_id') ? 'network_id' : 'clinic_id';
  const expected = policyOf(column, `foyer.${column}`);
  const faults: string[] = [];
  if (!table.columns.includes(column)) faults.push('has no tenant column');
  if (!table.enabled) faults.push('has row-level security off');
  if (!table.forced) faults.push('does not force row-level security');
  if (table.keys.length === 0) faults.push('has no primary key');
  for (const key of table.keys) {
    if (key.first !== column) faults.push(`has the key ${key.name}, which ${key.first} leads`);
    if (key.target !== null && key.target !== column) faults.push(`has the foreign key ${key.name} to ${key.target}`);
  }
  const [policy, ...others] = table.policies;
  const asExpected = policy?.command === '*' && policy.permissive && policy.using === expected && policy.check === null;
  if (!asExpected || others.length > 0) faults.push('has other policies than the one of its tenant');
  return faults.map((fault) => `${table.name} ${fault}`);
}
