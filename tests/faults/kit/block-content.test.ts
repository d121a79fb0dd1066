import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { BlockContent } from './block-content.ts';
import { makeMemoryFolder } from './memory-folder.ts';

const kept = makeMemoryFolder();
afterAll(() => kept.remove());

type Change = { readonly offset: number; readonly bytes: Uint8Array } | { readonly size: number };

const place = fc.oneof(fc.nat(40_000), fc.constantFrom(0, 4_095, 4_096, 4_097, 8_192));
const aChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ offset: place, bytes: fc.uint8Array({ maxLength: 9_000, size: 'max' }) }),
  fc.record({ size: place }),
);
const changed = (content: BlockContent, change: Change): BlockContent =>
  content.with((draft) => ('size' in change ? draft.cut(change.size) : draft.write(change.offset, change.bytes)));

/** The same by plain bytes. */
function plainly(before: Buffer, change: Change): Buffer {
  if ('size' in change) return Buffer.concat([before.subarray(0, change.size)], change.size);
  const { offset, bytes } = change;
  const after = Buffer.concat([before], Math.max(before.length, offset + bytes.length));
  after.set(bytes, offset);
  return after;
}

it('always holds what plain bytes would, and is known by what it holds and not by how it came to', () => {
  fc.assert(
    fc.property(fc.array(aChange, { maxLength: 12 }), (changes) => {
      const content = changes.reduce(changed, BlockContent.empty);
      const plain = changes.reduce<Buffer>(plainly, Buffer.alloc(0));
      expect(content.toBuffer().equals(plain)).toBe(true);
      expect(content.digest).toBe(BlockContent.of(plain).digest);
    }),
    { numRuns: 60 },
  );
});

it('always writes a file of what it holds and of nothing that was in its place, however many blocks stand side by side', () => {
  const path = join(kept.folder, 'content');
  const long = fc.uint8Array({ minLength: 4_096, maxLength: 4_096, size: 'max' }).map((bytes) => {
    return { offset: bytes[0]! * 512, bytes: Buffer.alloc(600 * 4_096, bytes) };
  });
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 8, arbitrary: aChange }, { weight: 1, arbitrary: long }), { maxLength: 8 }),
      (changes) => {
        const content = changes.reduce(changed, BlockContent.empty);
        content.writeTo(path);
        expect(readFileSync(path).equals(content.toBuffer())).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

it('never has the digest of another content: one byte, the length, or two blocks that change places', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 9_000, maxLength: 20_000, size: 'max' }), fc.nat(), (bytes, at) => {
      const content = BlockContent.of(bytes);
      const other = Buffer.from(bytes);
      other[at % bytes.length]! ^= 1;
      const swapped = Buffer.from(bytes);
      swapped.set(bytes.subarray(4_096, 8_192), 0);
      swapped.set(bytes.subarray(0, 4_096), 4_096);
      const different = [other, swapped, Buffer.concat([bytes, Buffer.alloc(1)])].filter((one) => !one.equals(bytes));
      const found = different.map((one) => BlockContent.of(one).digest);
      expect(found).not.toContain(content.digest);
      expect(new Set(found).size).toBe(found.length);
    }),
    { numRuns: 40 },
  );
});
