// Rows that a statement carries with it, as a table that it reads from: one array for each column.

import { sql, type RawBuilder } from 'kysely';
import { binaryArray, type ColumnType, type ColumnValues } from './binary-array.ts';

/** The types that a column of such values may have. */
type TypesOf<Value> = {
  readonly [Type in ColumnType]: NonNullable<Value> extends ColumnValues[Type] ? Type : never;
}[ColumnType];

/** By its name, the type of each column. */
export type RowShape<Row> = { readonly [Name in keyof Row & string]?: TypesOf<Row[Name]> };

/**
 * For `from` or `join`: the rows under an alias, with the columns of the shape under their names. A value that is null or
 * absent is null. Throws `UnfitValue`, whose code is the server's, for what a column cannot hold.
 */
export function recordset<Row extends object>(
  rows: readonly Row[],
  alias: string,
  shape: RowShape<Row>,
): RawBuilder<unknown> {
  const columns = Object.entries(shape) as [keyof Row & string, ColumnType][];
  const arrays = columns.map(([name, type]) => {
    const values = binaryArray(
      type,
      rows.map((row) => row[name] as never),
    );
    return sql`${values}::${sql.raw(type)}[]`;
  });
  const names = columns.map(([name]) => sql.id(name));
  return sql`unnest(${sql.join(arrays)}) as ${sql.id(alias)} (${sql.join(names)})`;
}

/** For `= any(…)`. */
export function anArray<Type extends ColumnType>(
  type: Type,
  values: readonly (ColumnValues[Type] | null)[],
): RawBuilder<unknown> {
  return sql`${binaryArray(type, values)}::${sql.raw(type)}[]`;
}
