import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ensureClinicKey, readClinicKey } from './clinic-key.ts';
import { createHmacSha256, createSealer } from './sealer.ts';

const clinicId = '01900000-0000-7000-8000-000000000001';
const subject = '01900000-0000-7000-8000-000000000002';
const other = '01900000-0000-7000-8000-000000000003';
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a seal', () => {
  const sealer = createSealer(randomBytes(32));

  it('always opens to the text that was sealed, under its key and in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array(), (text, place) => {
        fc.pre(text.isWellFormed());
        const { key } = sealer.newKey(clinicId, subject);
        expect(sealer.open(key, place, sealer.seal(key, place, text))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('is version 01, a nonce of 12 bytes that never repeats, the text and a tag of 16', () => {
    const { key } = sealer.newKey(clinicId, subject);
    const one = sealer.seal(key, bytes('row 1'), 'Ada');
    const two = sealer.seal(key, bytes('row 1'), 'Ada');
    expect(one[0]).toBe(1);
    expect(one.length).toBe(1 + 12 + 3 + 16);
    expect(one.subarray(1, 13)).not.toEqual(two.subarray(1, 13));
  });

  it('never opens with a bit turned, in another row, or under another key', () => {
    const { key } = sealer.newKey(clinicId, subject);
    const sealed = sealer.seal(key, bytes('row 1'), 'Ada Lovelace');
    for (let at = 0; at < sealed.length; at += 1) {
      const turned = sealed.slice();
      turned[at]! ^= 1;
      expect(() => sealer.open(key, bytes('row 1'), turned)).toThrow(/chain-broken/);
    }
    expect(() => sealer.open(key, bytes('row 2'), sealed)).toThrow(/chain-broken/);
    expect(() => sealer.open(sealer.newKey(clinicId, subject).key, bytes('row 1'), sealed)).toThrow(/chain-broken/);
    expect(() => sealer.open(key, bytes('row 1'), sealed.subarray(0, 20))).toThrow(/chain-broken/);
  });
});

describe('a wrapped key', () => {
  it('opens for its own subject under its own clinic key alone', () => {
    const clinicKey = randomBytes(32);
    const sealer = createSealer(clinicKey);
    const { key, wrapped } = sealer.newKey(clinicId, subject);
    expect(createSealer(clinicKey).unwrap(clinicId, subject, wrapped)).toEqual(key);
    expect(() => sealer.unwrap(clinicId, other, wrapped)).toThrow(/chain-broken/);
    expect(() => createSealer(randomBytes(32)).unwrap(clinicId, subject, wrapped)).toThrow(/chain-broken/);
  });
});

describe('a keyed hash', () => {
  it('is HMAC-SHA-256', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), (key, text) => {
        expect(Buffer.from(createHmacSha256(key)(text))).toEqual(createHmac('sha256', key).update(text).digest());
      }),
      { numRuns: 50 },
    );
  });
});

describe('the clinic key', () => {
  it('is made once, for its owner alone, and is the same afterwards', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'foyer-key-')), 'clinic.key');
    const made = ensureClinicKey(path);
    expect(made.length).toBe(32);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(ensureClinicKey(path)).toEqual(made);
    expect(new Uint8Array(readFileSync(path))).toEqual(made);
  });

  it('is refused when others may read it', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'foyer-key-')), 'clinic.key');
    ensureClinicKey(path);
    chmodSync(path, 0o644);
    expect(() => readClinicKey(path)).toThrow(/configuration-invalid/);
  });
});
