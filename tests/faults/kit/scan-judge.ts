/**
 * What may be said of a scan, judged from its own signs and not by the decoder's means: a coded refusal, or a document
 * whose every field is there, whose check digits hold and which stands where the scan says that it stands.
 */
import { errorCodes } from '@foyer/contracts/error-codes.ts';
import type { DecodedScan, Scanned } from '@foyer/domain/identity-documents/decode-scan.ts';

type Read = Extract<DecodedScan, { readonly ok: true }>;
type Dated = { readonly birthDate: string; readonly expires: string };

/** Where the check digit of the birth date stands, by the length of the zone; that of the expiry is 8 behind it. */
const birthDigitAt: Readonly<Record<number, number>> = { 88: 63, 72: 55, 90: 36 };
const digitOf: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5', G: '6', B: '8' };
const aDay = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with it, in a sentence; undefined when nothing is. */
export function faultOfScan({ text }: Scanned, decoded: DecodedScan, today: string): string | undefined {
  if (!decoded.ok) return decoded.code in errorCodes ? undefined : `an unknown refusal ${decoded.code}`;
  if (/\p{Cc}/u.test(allText(decoded.document))) return `a control character in a ${decoded.kind}`;
  switch (decoded.kind) {
    case 'travel-document':
      return datesFault(decoded.document, today) ?? zoneFault(text, decoded.document);
    case 'driving-licence':
      return datesFault(decoded.document, today) ?? licenceFault(text, decoded.document);
    case 'wristband':
      return bandFault(decoded.document);
    case 'card':
      return elevenDivides(decoded.document.bare) ? undefined : 'a card whose checksum does not hold';
    case 'number':
      return decoded.document === '' || decoded.document.length > 60 ? 'a number that is none' : undefined;
    case 'check-in-code':
      return codeFault(decoded.document);
  }
}

function codeFault({
  businessDay,
  time = '00:00',
  live = { madeAt: 0, id: '0'.repeat(20) },
}: Extract<Read, { kind: 'check-in-code' }>['document']): string | undefined {
  if (!isDay(businessDay)) return 'a code without a day';
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return 'a code without a time of day';
  return live.madeAt % 1_000 === 0 && /^[0-9a-f]{20}$/.test(live.id) ? undefined : 'a live code without its making';
}

/** One that the calendar has. */
function isDay(date: string): boolean {
  const at = aDay.test(date) ? Date.parse(date) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function datesFault({ birthDate, expires }: Dated, today: string): string | undefined {
  if (![birthDate, expires].every(isDay)) return 'half a document';
  return birthDate > today ? 'somebody who is not born yet' : undefined;
}

function zoneFault(text: string, document: Extract<Read, { kind: 'travel-document' }>['document']): string | undefined {
  if (document.documentNumber === '' || document.family + document.given === '') return 'half a travel document';
  const zone = text.replace(/[\p{Cc} ]/gu, '').toUpperCase();
  const at = birthDigitAt[zone.length];
  if (at === undefined) return 'a zone of no length';
  const holds = (date: string, digitAt: number) => {
    const sum = Array.from(date.slice(2).replaceAll('-', '')).reduce(
      (total, digit, index) => total + Number(digit) * [7, 3, 1][index % 3]!,
      0,
    );
    return String(sum % 10) === (digitOf[zone.charAt(digitAt)] ?? zone.charAt(digitAt));
  };
  return holds(document.birthDate, at) && holds(document.expires, at + 8)
    ? undefined
    : 'a travel document whose check digits do not hold';
}

/** A reader that translated its line ends moved everything: then the place is not looked at. */
function licenceFault(
  text: string,
  licence: Extract<Read, { kind: 'driving-licence' }>['document'],
): string | undefined {
  if (licence.licenceNumber === '' || licence.family === '') return 'half a licence';
  if (text.includes('\r\n')) return undefined;
  const [, opening = '', version] = /^(@\p{Cc}*)(?:ANSI |AAMVA)\d{6}(\d{2})/u.exec(text) ?? [];
  const directory = text.slice(opening.length + (version === '01' ? 15 : 17));
  const [, offset, length] = /^(?:[A-Z]{2}\d{8})*?(?:DL|ID|EN)(\d{4})(\d{4})/.exec(directory) ?? [];
  const from = Number(offset) - 4 + opening.length;
  const part = text.slice(from, from + Number(length));
  return part.includes(`DAQ`) && part.includes(licence.licenceNumber) && part.includes(licence.family)
    ? undefined
    : 'a licence that does not stand where its directory says';
}

function bandFault({ key, number }: Extract<Read, { kind: 'wristband' }>['document']): string | undefined {
  const digits = key === 'SGTIN' ? number.slice(0, number.indexOf('.')) : number;
  const sum = Array.from(digits.slice(0, -1))
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return (sum + Number(digits.at(-1))) % 10 === 0 ? undefined : 'a wristband whose check digit does not hold';
}

function elevenDivides(digits: string): boolean {
  return Array.from(digits).reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11 === 0;
}

function allText(document: Read['document']): string {
  if (typeof document === 'string') return document;
  return Object.values(document)
    .filter((value) => typeof value === 'string')
    .join('');
}
