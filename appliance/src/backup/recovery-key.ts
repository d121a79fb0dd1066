// The recovery key as it is printed and typed: 55 letters and digits in groups of five, with a sum that notices a slip.
// Source: Crockford's Base32, which has no letter that looks like a digit.

import { createHash } from 'node:crypto';

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBytes = 32;
const sumBytes = 2;
const groupSigns = 5;

export function printRecoveryKey(key: Uint8Array): string {
  const whole = [...key, ...sumOf(key)];
  let bits = whole.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  bits = bits.padEnd(Math.ceil(bits.length / 5) * 5, '0');
  const written = bits.match(/.{5}/g)!.map((five) => signs[Number.parseInt(five, 2)]!);
  return written
    .join('')
    .match(new RegExp(`.{1,${groupSigns}}`, 'g'))!
    .join('-');
}

/** Undefined: it was not typed as it is printed. Spaces, hyphens and small letters do not count, and O, I, L are 0 and 1. */
export function readRecoveryKey(typed: string): Uint8Array | undefined {
  const written = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const values = Array.from(written, (sign) => signs.indexOf(sign));
  if (values.includes(-1) || values.length !== Math.ceil(((keyBytes + sumBytes) * 8) / 5)) return undefined;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2));
  const key = Uint8Array.from(bytes.slice(0, keyBytes));
  return Buffer.from(bytes.slice(keyBytes)).equals(sumOf(key)) ? key : undefined;
}

function sumOf(key: Uint8Array): Buffer {
  return createHash('sha256').update(key).digest().subarray(0, sumBytes);
}
