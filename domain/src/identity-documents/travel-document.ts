// The machine readable zone of a passport or identity card. A document is readable when its check digits hold, whatever
// its state's code; letters and digits that scanners confuse are corrected where the field's kind is known.
// Source: ICAO Doc 9303, parts 3 to 6.

import type { LocalDate } from '@foyer/contracts/time.ts';
import { parse } from 'mrz';

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
export type TravelDocumentReading =
  | { readonly ok: true; readonly document: TravelDocument }
  | { readonly ok: false; readonly code: 'document-unreadable' };

const lineLengths: Readonly<Record<number, number>> = { 88: 44, 72: 36, 90: 30 };
const checked = ['documentNumberCheckDigit', 'birthDateCheckDigit', 'expirationDateCheckDigit', 'compositeCheckDigit'];
const unreadable = { ok: false, code: 'document-unreadable' } as const;

/** Reads the text of a scanner, with or without line breaks. `today` decides the century and whether it has expired. */
export function readTravelDocument(text: string, today: LocalDate): TravelDocumentReading {
  const characters = text.toUpperCase().replace(/[^A-Z0-9<]/g, '');
  const width = lineLengths[characters.length];
  if (width === undefined) return unreadable;
  const lines = Array.from({ length: characters.length / width }, (_, index) =>
    characters.slice(index * width, (index + 1) * width),
  );
  const parsed = parseLines(lines);
  if (parsed === undefined) return unreadable;
  const { fields, details, format } = parsed;
  if (format !== 'TD1' && format !== 'TD2' && format !== 'TD3') return unreadable;
  const holds = checked.every((field) => details.some((detail) => detail.field === field && detail.valid));
  const birthDate = dateOf(fields.birthDate, today, 'past');
  const expires = dateOf(fields.expirationDate, today, 'around');
  if (!holds || birthDate === undefined || expires === undefined || !fields.documentNumber) return unreadable;
  return {
    ok: true,
    document: {
      format,
      documentNumber: fields.documentNumber,
      issuer: (lines[0] ?? '').slice(2, 5).replaceAll('<', ''),
      family: fields.lastName ?? '',
      given: fields.firstName ?? '',
      birthDate,
      gender: fields.sex === 'male' || fields.sex === 'female' ? fields.sex : 'unknown',
      expires,
      expired: expires < today,
    },
  };
}

function parseLines(lines: readonly string[]) {
  try {
    return parse([...lines], { autocorrect: true });
  } catch {
    // The parser throws for an unknown format, which is an answer and not a broken world.
    return undefined;
  }
}

/** Two-digit years: a birth is never ahead of today; an expiry lies within fifty years either way. */
function dateOf(yymmdd: string | null | undefined, today: LocalDate, kind: 'past' | 'around'): LocalDate | undefined {
  if (!yymmdd || !/^\d{6}$/.test(yymmdd)) return undefined;
  const [year, month, day] = [yymmdd.slice(0, 2), yymmdd.slice(2, 4), yymmdd.slice(4, 6)];
  if (month < '01' || month > '12' || day < '01' || day > '31') return undefined;
  const thisYear = Number(today.slice(0, 4));
  const century = Math.floor(thisYear / 100) * 100;
  let full = century + Number(year);
  if (kind === 'past' && `${full}-${month}-${day}` > today) full -= 100;
  if (kind === 'around' && full - thisYear > 50) full -= 100;
  if (kind === 'around' && thisYear - full > 50) full += 100;
  return `${full}-${month}-${day}`;
}
