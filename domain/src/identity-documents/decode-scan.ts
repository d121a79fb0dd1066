// What was scanned: first of which kind it is, from its own signs and from what the reader says of the symbol, then
// what it holds, by the one decoder of that kind. Nothing is tried after another: what is broken is refused as what it
// is.

import type { CardFormat } from '@foyer/contracts/card-formats.ts';
import { longestScan, type ScanFormat } from '@foyer/contracts/scan-format.ts';
import type { LocalDate } from '@foyer/contracts/time.ts';
import { formatOfCard, readCardNumber, type CardNumber } from './card-number.ts';
import { decodeCheckInCode, type SignedCheckInCode } from './check-in-code.ts';
import { readDrivingLicence, type DrivingLicence } from './driving-licence.ts';
import { isLicenceFile } from './licence-file.ts';
import { mrzLayouts } from './mrz-layout.ts';
import { unread, type Reading, type Unread } from './reading.ts';
import { readTravelDocument, zoneOf, type TravelDocument } from './travel-document.ts';
import { isGs1, readWristband, type Wristband } from './wristband.ts';

export interface Scanned {
  readonly text: string;
  /** As far as the reader knows it. */
  readonly format?: ScanFormat | undefined;
}
export interface DecodingContext {
  readonly today: LocalDate;
  readonly cardFormats: readonly CardFormat[];
}
interface Documents {
  readonly 'check-in-code': SignedCheckInCode;
  readonly 'travel-document': TravelDocument;
  readonly 'driving-licence': DrivingLicence;
  readonly wristband: Wristband;
  readonly card: CardNumber;
  /** Of a bar code that says no more of itself: good where a patient has just this number. */
  readonly number: string;
}
export type ScanKind = keyof Documents;
export type DecodedScan =
  | {
      readonly [Kind in ScanKind]: { readonly ok: true; readonly kind: Kind; readonly document: Documents[Kind] };
    }[ScanKind]
  | Unread;

type Decoder<Kind extends ScanKind> = (text: string, context: DecodingContext) => Reading<Documents[Kind]>;

const decoders: { readonly [Kind in ScanKind]: Decoder<Kind> } = {
  'check-in-code': (text) => {
    const code = decodeCheckInCode(text);
    return code === undefined ? unread('code-invalid') : { ok: true, document: code };
  },
  'travel-document': (text, { today }) => readTravelDocument(text, today),
  'driving-licence': (text, { today }) => readDrivingLicence(text, today),
  wristband: (text) => readWristband(text),
  card: (text, { cardFormats }) => readCardNumber(text, cardFormats),
  number: readNumber,
};

/** What a zone is long enough for to be told from a number. */
const longestNumber = 60;
const ofGs1: readonly (ScanFormat | undefined)[] = ['gs1-128', 'gs1-data-matrix'];

export function decodeScan(scanned: Scanned, context: DecodingContext): DecodedScan {
  if (scanned.text.length > longestScan) return unread('document-too-long');
  const kind = kindOf(scanned, context);
  const reading = decoders[kind](scanned.text, context);
  return reading.ok ? ({ ok: true, kind, document: reading.document } as DecodedScan) : reading;
}

function kindOf({ text, format }: Scanned, { cardFormats }: DecodingContext): ScanKind {
  if (format === 'mrz') return 'travel-document';
  if (ofGs1.includes(format) || isGs1(text)) return 'wristband';
  if (text.trimStart().startsWith('F1.')) return 'check-in-code';
  if (isLicenceFile(text)) return 'driving-licence';
  if (formatOfCard(text, cardFormats) !== undefined) return 'card';
  if (isZone(text)) return 'travel-document';
  return isKeyOfGs1(text) ? 'wristband' : 'number';
}

/** A reader of letters that says nothing of itself: as many signs as a zone has, and its fillers. */
function isZone(text: string): boolean {
  const zone = zoneOf(text.slice(0, 2 * longestNumber));
  return zone.includes('<<') && mrzLayouts[zone.length] !== undefined;
}

/** FNC1 is lost on readers that type: then the digits alone have to prove it. */
function isKeyOfGs1(text: string): boolean {
  return /^(?:8018|00)\d{18}$/.test(text) && readWristband(text).ok;
}

function readNumber(text: string): Reading<string> {
  const number = text.trim();
  return number === '' || number.length > longestNumber || /\p{Cc}/u.test(number)
    ? unread('code-invalid')
    : { ok: true, document: number };
}
