import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64, bytes, fromBatch, toBatch } from './batch.ts';
import { TestLog } from './testing.ts';

it('carries rows as they are, each chained to the one before', () => {
  const log = new TestLog();
  log.append(4);
  const rows = log.rows.slice(1);
  const plain = (list: readonly (typeof rows)[number][]) =>
    list.map((row) => ({ ...row, hash: base64(row.hash), prevHash: base64(row.prevHash) }));
  expect(plain(fromBatch(toBatch(rows, [])))).toEqual(plain(rows));
});

it('writes any bytes as base64 and reads them back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (value) => {
      expect(bytes(base64(value))).toEqual(value);
      expect(base64(value)).toBe(Buffer.from(value).toString('base64'));
    }),
  );
});
