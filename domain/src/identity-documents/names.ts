// Names as people and documents write them, made comparable, and shortened to initials.

import type { PatientName } from '@foyer/contracts/patient.ts';

/** `M. O.`: given name first, then family name; one of them alone where the other is missing. */
export function initialsOf(name: PatientName | undefined): string {
  return [name?.given, name?.family]
    .map((part) => firstLetter(part))
    .filter((letter) => letter !== '')
    .map((letter) => `${letter}.`)
    .join(' ');
}

/** Letters alone, without case or accents, so that `m.o`, `MO` and `M. Ó.` are equal. */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLocaleUpperCase('en');
}

/** What a ticket, a screen or a printer may carry: no control characters, no direction overrides, one line. */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function firstLetter(part: string | undefined): string {
  return /\p{L}/u.exec(part ?? '')?.[0].toLocaleUpperCase('en') ?? '';
}
