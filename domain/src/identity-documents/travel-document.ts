// The machine readable zone of a passport or identity card. A document is readable when its check digits hold, whatever
// its state's code; letters and digits that readers confuse are put right only where a check digit proves it.
// Source: ICAO Doc 9303, parts 3 to 6.

import type { LocalDate } from '@foyer/contracts/time.ts';
import { parse } from 'mrz';
import { shortDate } from './document-dates.ts';
import { corrected } from './mrz-corrections.ts';
import { mrzLayouts } from './mrz-layout.ts';
import { unread, type Reading } from './reading.ts';

export interface TravelDocument {
  readonly format: 'TD1' | 'TD2' | 'TD3';
  readonly documentNumber: string;
  /** ISO 3166 alpha-3, as printed. */
  readonly issuer: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: LocalDate;
  readonly gender: 'male' | 'female' | 'unknown';
  readonly expires: LocalDate;
  readonly expired: boolean;
}

/** Three rows of thirty, their ends, and what a reader may put around them. */
const longestZone = 120;

/** Reads the text of a scanner, with or without line breaks. `today` decides the century and whether it has expired. */
export function readTravelDocument(text: string, today: LocalDate): Reading<TravelDocument> {
  if (text.length > longestZone) return unread('document-too-long');
  const zone = zoneOf(text);
  const layout = mrzLayouts[zone.length];
  if (layout === undefined || !/^[A-Z0-9<]+$/.test(zone)) return unread('document-unreadable');
  const right = corrected(zone, layout);
  if (right === undefined) return unread('document-check-digit');
  const { format, width } = layout;
  const parsed = parseLines(Array.from({ length: right.length / width }, (_, row) => rowOf(right, row, width)));
  if (parsed?.format !== format) return unread('document-unreadable');
  const { fields, details } = parsed;
  const faulty = details.find(({ field, valid }) => !valid && (field === 'lastName' || field === 'firstName'));
  if (faulty !== undefined) return unread('document-field', faulty.field ?? undefined);
  const birthDate = shortDate(fields.birthDate ?? '', today, 'past');
  if (birthDate === undefined) return unread('document-field', 'birthDate');
  const expires = shortDate(fields.expirationDate ?? '', today, 'around');
  if (expires === undefined) return unread('document-field', 'expirationDate');
  if (!fields.documentNumber) return unread('document-field', 'documentNumber');
  if (!fields.lastName && !fields.firstName) return unread('document-field', 'lastName');
  return {
    ok: true,
    document: {
      format,
      documentNumber: fields.documentNumber,
      issuer: right.slice(2, 5).replaceAll('<', ''),
      family: fields.lastName ?? '',
      given: fields.firstName ?? '',
      birthDate,
      gender: fields.sex === 'male' || fields.sex === 'female' ? fields.sex : 'unknown',
      expires,
      expired: expires < today,
    },
  };
}

/** The rows one behind the other: without their ends and a reader's blanks, in capital letters. */
export function zoneOf(text: string): string {
  return text.replace(/[\p{Cc} ]/gu, '').replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

function rowOf(zone: string, row: number, width: number): string {
  return zone.slice(row * width, (row + 1) * width);
}

function parseLines(lines: readonly string[]) {
  try {
    return parse([...lines], { autocorrect: false });
  } catch {
    // The parser throws for an unknown format, which is an answer and not a broken world.
    return undefined;
  }
}
