// Whether the digits of a card's number agree with its last. Of digits alone.

import type { CardChecksum } from './card-formats.ts';

export const checksums: { readonly [Kind in CardChecksum]: (digits: string) => boolean } = {
  none: () => true,
  luhn,
  'mod-11': mod11,
  'mod-97': mod97,
  verhoeff,
};

/** ISO/IEC 7812-1, annex B. */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const counted = fromRight % 2 === 1 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

/** Ten digits, weights 10 to 2 and the check digit once: a sum that eleven divides. */
function mod11(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) sum += Number(digits[at]) * (10 - at);
  return digits.length === 10 && sum % 11 === 0;
}

/** The last two digits are 97 less the rest's remainder by 97. */
function mod97(digits: string): boolean {
  let remainder = 0;
  for (const digit of digits.slice(0, -2)) remainder = (remainder * 10 + Number(digit)) % 97;
  return 97 - remainder === Number(digits.slice(-2));
}

/** J. Verhoeff, Error Detecting Decimal Codes (1969): multiplication in the dihedral group of the pentagon. */
function verhoeff(digits: string): boolean {
  let check = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    check = product(check, permuted(Number(digits[digits.length - 1 - fromRight]), fromRight % 8));
  }
  return check === 0;
}

const turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permuted(digit: number, times: number): number {
  let result = digit;
  for (let time = 0; time < times; time += 1) result = turn[result] ?? 0;
  return result;
}

/** 0 to 4 turn, 5 to 9 mirror. */
function product(a: number, b: number): number {
  const [turnA, turnB] = [a % 5, b % 5];
  if (a < 5) return b < 5 ? (turnA + turnB) % 5 : ((turnA + turnB) % 5) + 5;
  return b < 5 ? ((turnA - turnB + 5) % 5) + 5 : (turnA - turnB + 5) % 5;
}
