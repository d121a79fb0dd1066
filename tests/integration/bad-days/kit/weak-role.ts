// What the weak role sees in a transaction of one tenant, asked past the service's own code.

import pg from 'pg';

type Row = Record<string, unknown>;

export class WeakRole {
  readonly #client: pg.Client;

  constructor(databaseUrl: string) {
    this.#client = new pg.Client({ connectionString: databaseUrl });
  }

  async start(): Promise<this> {
    await this.#client.connect();
    return this;
  }

  /** In the scope of this clinic, or of nobody; one at a time. What it changed is taken back. */
  async rows(clinicId: string | null, text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    await this.#client.query('begin');
    try {
      if (clinicId !== null) await this.#client.query(`select set_config('foyer.clinic_id', $1, true)`, [clinicId]);
      return (await this.#client.query<Row>(text, [...values])).rows;
    } finally {
      await this.#client.query('rollback');
    }
  }

  /** Every table that belongs to tenants. */
  async tenantTables(): Promise<readonly string[]> {
    const found = await this.rows(
      null,
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
    );
    return found.map(({ name }) => String(name));
  }

  /** All that the clinic's tables hold, as text. */
  async everything(clinicId: string): Promise<string> {
    const texts = [];
    for (const table of await this.tenantTables()) {
      const found = await this.rows(clinicId, `select to_jsonb(t)::text as row from "${table}" t`);
      texts.push(...found.map(({ row }) => `${table} ${String(row)}`));
    }
    return texts.join('\n');
  }

  async stop(): Promise<void> {
    await this.#client.end();
  }
}
