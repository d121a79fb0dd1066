import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts';
import { binaryArray, type ColumnType, type ColumnValues, UnfitValue } from './binary-array.ts';
import { anArray, recordset } from './recordset.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

const aText = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
const values: { readonly [Type in ColumnType]: fc.Arbitrary<ColumnValues[Type]> } = {
  integer: fc.integer(),
  bigint: fc.maxSafeInteger(),
  boolean: fc.boolean(),
  uuid: fc.uuid().chain((id) => fc.constantFrom(id, id.toUpperCase())),
  text: aText,
  date: fc
    .date({ min: new Date(-62_135_596_800_000), max: new Date(253_402_300_799_000), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  timestamptz: fc.integer({ min: -60_000_000_000_000, max: 200_000_000_000_000 }),
  bytea: fc.uint8Array(),
  jsonb: fc.dictionary(aText, fc.oneof(aText, fc.integer(), fc.boolean(), fc.constant(null))),
};

/** The same in text, which the server reads itself. */
const inText: { readonly [Type in ColumnType]: (value: ColumnValues[Type]) => string } = {
  integer: String,
  bigint: String,
  boolean: String,
  uuid: String,
  text: String,
  date: String,
  timestamptz: (at) => new Date(at).toISOString(),
  bytea: (bytes) => `\\x${Buffer.from(bytes).toString('hex')}`,
  jsonb: (value) => JSON.stringify(value),
};

async function isSame<Type extends ColumnType>(
  type: Type,
  some: readonly (ColumnValues[Type] | null)[],
): Promise<boolean> {
  const texts = JSON.stringify(some.map((value) => (value === null ? null : inText[type](value))));
  const { rows } = await postgres.database.withTenant({}, (tx) =>
    sql<{ same: boolean }>`select ${anArray(type, some)} is not distinct from array(
      select t::${sql.raw(type)} from jsonb_array_elements_text(${texts}::jsonb) with ordinality as e (t, position) order by position
    ) as same`.execute(tx),
  );
  return rows[0]!.same;
}

describe('a binary array', () => {
  it.each(Object.keys(values) as ColumnType[])(
    'of %s is always read as the server reads the same in text',
    async (type) => {
      const some = fc.array(fc.option(values[type] as fc.Arbitrary<never>), { maxLength: 30 });
      await fc.assert(
        fc.asyncProperty(some, async (array) => {
          expect(await isSame(type, array)).toBe(true);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('never takes what the column cannot hold, and says so by the code that the server has for it', () => {
    const unfit: readonly (readonly [ColumnType, unknown, string])[] = [
      ['integer', 2 ** 31, '22003'],
      ['integer', 0.5, '22003'],
      ['integer', Number.NaN, '22003'],
      ['bigint', 2 ** 53, '22003'],
      ['bigint', Infinity, '22003'],
      ['uuid', '0b9a1f6e', '22P02'],
      ['uuid', `${'g'.repeat(8)}-0000-0000-0000-000000000000`, '22P02'],
      ['date', '2026-02-30', '22008'],
      ['date', '0000-01-01', '22008'],
      ['date', 'tomorrow', '22008'],
      ['timestamptz', Number.NaN, '22008'],
      ['timestamptz', 1e300, '22008'],
    ];
    for (const [type, value, code] of unfit) {
      expect(() => binaryArray(type, [value as never]), `${type} ${String(value)}`).toThrow(UnfitValue);
      expect(() => binaryArray(type, [value as never])).toThrow(expect.objectContaining({ code }));
    }
  });

  it('leaves text that no database holds to the server', async () => {
    const written = postgres.database.withTenant({}, (tx) => sql`select ${anArray('text', ['a\0b'])}`.execute(tx));
    await expect(written).rejects.toMatchObject({ code: '22021' });
  });
});

describe('a recordset', () => {
  it('is a table of the columns that its shape names, null where a row has nothing', async () => {
    const rows: { id: string; at: number | null; words?: readonly string[] }[] = [
      { id: 'one', at: 1_000, words: ['a', 'b'] },
      { id: 'two', at: null },
    ];
    const found = await postgres.database.withTenant({}, (tx) =>
      sql`select r.id, r.at, r.words->>1 as word from ${recordset(rows, 'r', { id: 'text', at: 'timestamptz', words: 'jsonb' })}`.execute(
        tx,
      ),
    );
    expect(found.rows).toEqual([
      { id: 'one', at: 1_000, word: 'b' },
      { id: 'two', at: null, word: null },
    ]);
  });

  it('has no rows where there are none', async () => {
    const none: { id: string }[] = [];
    const found = await postgres.database.withTenant({}, (tx) =>
      sql`select * from ${recordset(none, 'r', { id: 'uuid' })}`.execute(tx),
    );
    expect(found.rows).toEqual([]);
  });
});
