// People as tables write them.

import type { PatientName } from '@foyer/contracts/patient.ts';
import { plainText } from '@foyer/domain/identity-documents/names.ts';
import { westernDigits } from './western-digits.ts';

/** A cell as plain text: what a spreadsheet would run as a formula loses the sign that makes it one. */
export function plainCell(cell: string): string {
  return plainText(unwrapped(cell)).replace(/^[=+\-@\s]+/, '');
}

/** Undefined when it has other signs than a telephone. A plus before a number is no formula. */
export function plainPhone(cell: string): string | undefined {
  const phone = westernDigits(plainText(unwrapped(cell)).replace(/^[=@\-\s]+/, ''));
  return /^\+?[\d\s()./-]{3,31}$/.test(phone) && /\d{3}/.test(phone.replaceAll(/\D/g, '')) ? phone : undefined;
}

/** "Ruiz, Ana" says which is which; otherwise the last word is the family's, as at the desk. */
export function partedName(whole: string): PatientName {
  const [family = '', ...given] = whole.split(/[,،，]/).map((part) => part.trim());
  if (given.length > 0) return nameOf(given.join(' '), family);
  const words = whole.split(/\s+/);
  return words.length === 1 ? nameOf(whole, '') : nameOf(words.slice(0, -1).join(' '), words.at(-1) ?? '');
}

export function nameOf(given: string, family: string): PatientName {
  return { ...(given === '' ? {} : { given }), ...(family === '' ? {} : { family }) };
}

/** Excel writes a number that must stay text as ="0600". */
function unwrapped(cell: string): string {
  return /^="(.*)"$/.exec(cell)?.[1] ?? cell;
}
