import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts';
import { createTenantDatabase, type Scope } from './tenant.ts';

let postgres: TestPostgres;
const clinics = Array.from({ length: 3 }, () => randomUUID());
const network = randomUUID();

beforeAll(async () => {
  postgres = await startTestPostgres();
  for (const clinicId of clinics) {
    await postgres.database.withTenant({ clinicId }, async (tx) => {
      await sql`insert into clinics values (${clinicId}, ${network}, 1, '{}', now())`.execute(tx);
      await sql`insert into feed_heads values (${clinicId}, 0)`.execute(tx);
    });
  }
});
afterAll(() => postgres.stop());

async function seen(scope: Scope, table: 'clinics' | 'feed_heads'): Promise<string[]> {
  const { rows } = await postgres.database.withTenant(scope, (tx) =>
    sql<{ clinic_id: string }>`select clinic_id from ${sql.table(table)}`.execute(tx),
  );
  return rows.map((row) => row.clinic_id);
}

describe('withTenant', () => {
  it('never shows a row of any other tenant, and none without one', async () => {
    const scope = fc.oneof(
      fc.constant({}),
      fc.constantFrom(...clinics).map((clinicId) => ({ clinicId })),
      fc.uuid().map((clinicId) => ({ clinicId })),
      fc.constant({ networkId: network }),
      fc.string().map((directoryKey) => ({ directoryKey: directoryKey.replaceAll('\0', '') })),
    );
    await fc.assert(
      fc.asyncProperty(
        scope,
        fc.constantFrom('clinics' as const, 'feed_heads' as const),
        async (asked: Scope, table) => {
          const own = clinics.filter((id) => id === asked.clinicId);
          expect(await seen(asked, table)).toEqual(own);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('forgets the tenant with the transaction', async () => {
    const [clinicId = ''] = clinics;
    await seen({ clinicId }, 'clinics');
    expect(await seen({}, 'clinics')).toEqual([]);
  });

  it('refuses to write a row of another tenant', async () => {
    const [mine = '', other = ''] = clinics;
    const write = postgres.database.withTenant({ clinicId: mine }, (tx) =>
      sql`update clinics set clinic_id = ${other}`.execute(tx),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it.each(['migrationUrl', 'adminUrl'] as const)('refuses to start with the role of %s', async (name) => {
    const url = postgres.urls[name].replace(/\/postgres$/, '/foyer');
    const strong = createTenantDatabase({ databaseUrl: url });
    await expect(strong.start()).rejects.toMatchObject({ code: 'database-role-too-strong' });
    await strong.stop();
  });
});
