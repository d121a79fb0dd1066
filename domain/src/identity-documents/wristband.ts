// The wristband of a patient: the number of the service relation (GSRN), of a logistic unit that a hospital numbers its
// bands by (SSCC), or of one band among those of its kind (GTIN and serial number).
// Source: GS1 General Specifications, sections 2.5.2 and 3.9.9 (AI 8018), 3.2 (AI 00), 3.5.2 (AI 01 and 21).

import { groupSeparator, readGs1 } from './gs1-elements.ts';
import { unread, type Reading } from './reading.ts';

export interface Wristband {
  readonly key: 'GSRN' | 'SSCC' | 'SGTIN';
  /** Digits of the key; of an SGTIN those of its GTIN, a point, and the serial number. */
  readonly number: string;
}

const longestBand = 400;
/** What a reader puts before a GS1 symbol where it was told to. Source: ISO/IEC 15424. */
const symbology = /^\](?:C1|d2|e0|Q3|J1)/;

/** Whether it says of itself that it is one of GS1. */
export function isGs1(text: string): boolean {
  return symbology.test(text) || text.startsWith(groupSeparator);
}

export function readWristband(scanned: string): Reading<Wristband> {
  if (scanned.length > longestBand) return unread('document-too-long');
  const reading = readGs1(scanned.replace(symbology, ''));
  if (!reading.ok) return reading;
  const valueOf = (ai: string) => reading.document.find((element) => element.ai === ai)?.value;
  const [gsrn, sscc, gtin, serial] = ['8018', '00', '01', '21'].map(valueOf);
  if (gsrn !== undefined) return { ok: true, document: { key: 'GSRN', number: gsrn } };
  if (sscc !== undefined) return { ok: true, document: { key: 'SSCC', number: sscc } };
  if (gtin === undefined) return unread('document-unknown');
  if (serial === undefined) return unread('document-field', '21');
  return { ok: true, document: { key: 'SGTIN', number: `${gtin}.${serial}` } };
}
