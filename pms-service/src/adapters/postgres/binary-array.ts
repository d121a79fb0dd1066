// PostgreSQL's binary form of arrays, for statements that carry thousands of rows: a server reads it several times faster
// than text or JSON, and so does a driver write it. Source: array_recv and each type's own receive function in
// src/backend/utils/adt of PostgreSQL.

import { dayMs } from '@foyer/contracts/time.ts';

/** What a column holds, by the name of its type. Moments are milliseconds since 1970, dates `YYYY-MM-DD`. */
export interface ColumnValues {
  readonly integer: number;
  readonly bigint: number;
  readonly boolean: boolean;
  readonly uuid: string;
  readonly text: string;
  readonly date: string;
  readonly timestamptz: number;
  readonly bytea: Uint8Array;
  readonly jsonb: unknown;
}
export type ColumnType = keyof ColumnValues;

/** What the server would have said of a value in text; `code` is its SQLSTATE. */
export class UnfitValue extends Error {
  readonly code: string;
  constructor(code: string, type: ColumnType) {
    super(`no ${type}`);
    this.code = code;
  }
}

interface Coding {
  readonly oid: number;
  /** What of a value is written, where that is another value. */
  readonly from?: (value: never) => unknown;
  readonly bytes: number | ((value: never) => number);
  readonly write: (into: Buffer, value: never, at: number) => void;
}

const dimensions = 1;
const mayHaveNulls = 1;
const firstIndex = 1;
const headBytes = 20;
const lengthBytes = 4;
const isNull = -1;

const numericOutOfRange = '22003';
const datetimeOverflow = '22008';
const invalidText = '22P02';

const uuidBytes = 16;
const jsonbVersion = 1;
/** 2000-01-01, from which the server counts. */
const serverEpochMs = 946_684_800_000;
/** Its microseconds are eight bytes. */
const furthestMs = 9e15;
const twoTo32 = 2 ** 32;

const codings: { readonly [Type in ColumnType]: Coding } = {
  integer: {
    oid: 23,
    bytes: 4,
    write(into: Buffer, value: number, at: number) {
      if (value !== (value | 0)) throw new UnfitValue(numericOutOfRange, 'integer');
      into.writeInt32BE(value, at);
    },
  },
  bigint: {
    oid: 20,
    bytes: 8,
    write(into: Buffer, value: number, at: number) {
      if (!Number.isSafeInteger(value)) throw new UnfitValue(numericOutOfRange, 'bigint');
      const high = Math.floor(value / twoTo32);
      into.writeInt32BE(high, at);
      into.writeUInt32BE(value - high * twoTo32, at + 4);
    },
  },
  boolean: {
    oid: 16,
    bytes: 1,
    write: (into: Buffer, value: boolean, at: number) => into.writeInt8(Number(value), at),
  },
  uuid: { oid: 2950, bytes: uuidBytes, write: writeUuid },
  text: { oid: 25, bytes: textBytes, write: (into: Buffer, value: string, at: number) => into.write(value, at) },
  date: {
    oid: 1082,
    bytes: 4,
    write(into: Buffer, value: string, at: number) {
      const midnight = /^(?!0000)\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
      // A 30th of February is read as the 1st or 2nd of March.
      const isOfCalendar = Number.isFinite(midnight) && new Date(midnight).toISOString().startsWith(value);
      if (!isOfCalendar) throw new UnfitValue(datetimeOverflow, 'date');
      into.writeInt32BE((midnight - serverEpochMs) / dayMs, at);
    },
  },
  timestamptz: {
    oid: 1184,
    bytes: 8,
    write(into: Buffer, value: number, at: number) {
      const since = Math.round(value) - serverEpochMs;
      if (!(Math.abs(since) <= furthestMs)) throw new UnfitValue(datetimeOverflow, 'timestamptz');
      into.writeBigInt64BE(BigInt(since) * 1000n, at);
    },
  },
  bytea: {
    oid: 17,
    bytes: (value: Uint8Array) => value.length,
    write: (into: Buffer, value: Uint8Array, at: number) => into.set(value, at),
  },
  jsonb: {
    oid: 3802,
    from: (value: unknown) => JSON.stringify(value),
    bytes: (value: string) => 1 + textBytes(value),
    write(into: Buffer, value: string, at: number) {
      into.writeInt8(jsonbVersion, at);
      into.write(value, at + 1);
    },
  },
};

/** Throws `UnfitValue` for what the type cannot hold. */
export function binaryArray<Type extends ColumnType>(
  type: Type,
  values: readonly (ColumnValues[Type] | null | undefined)[],
): Buffer {
  const { oid, from, bytes, write } = codings[type] as Coding & {
    from?: (value: unknown) => unknown;
    bytes: number | ((value: unknown) => number);
    write: (into: Buffer, value: unknown, at: number) => void;
  };
  const written = values.map((value) => (value == null ? null : (from?.(value) ?? value)));
  const sizes = written.map((value) => (value === null ? 0 : typeof bytes === 'number' ? bytes : bytes(value)));
  const array = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size + lengthBytes, headBytes));
  let at = 0;
  for (const word of [dimensions, mayHaveNulls, oid, values.length, firstIndex]) at = array.writeInt32BE(word, at);
  for (let index = 0; index < written.length; index += 1) {
    const [value, size] = [written[index], sizes[index]!];
    at = array.writeInt32BE(value === null ? isNull : size, at);
    if (value !== null) write(array, value, at);
    at += size;
  }
  return array;
}

function textBytes(value: string): number {
  return Buffer.byteLength(value);
}

const uuidCharacters = 36;
const hyphen = '-'.charCodeAt(0);
const noDigit = 0xff;
/** By the code of its character, what a hexadecimal digit stands for. */
const digits = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? noDigit : digit;
});

function writeUuid(into: Buffer, value: string, at: number): void {
  let isOne = value.length === uuidCharacters;
  let character = 0;
  for (let byte = 0; byte < uuidBytes; byte += 1) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) isOne &&= value.charCodeAt(character++) === hyphen;
    const high = digits[value.charCodeAt(character++)] ?? noDigit;
    const low = digits[value.charCodeAt(character++)] ?? noDigit;
    isOne &&= high !== noDigit && low !== noDigit;
    into[at + byte] = (high << 4) | low;
  }
  if (!isOne) throw new UnfitValue(invalidText, 'uuid');
}
