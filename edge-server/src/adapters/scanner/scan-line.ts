// One line of the protocol of scanners that speak JSON. `{ "kioskDeviceId", "format", "text" }` is read at that kiosk;
// `{ "scanner": { "serialNumber", "model", "firmware" } }` says who is on this line, and `{ "format", "text" }` is what
// that one read. Without `format` where a scanner would not know it.

import { longestScan, scanFormats } from '@foyer/contracts/scan-format.ts';
import type { Scan } from '../../ports/scanner.ts';
import type { ScannerAbout } from './cable.ts';
import type { Reading } from './scan-decoder.ts';

/** A control character is six characters of JSON. */
export const longestLineBytes = 6 * longestScan + 200;

export interface Introduction extends ScannerAbout {
  readonly serialNumber: string;
}

/** The scan that a line holds, or undefined when it holds none. */
export function scanFrom(line: string): Scan | undefined {
  const { kioskDeviceId } = fieldsOf(line);
  const reading = readingFrom(line);
  if (reading === undefined || typeof kioskDeviceId !== 'string' || kioskDeviceId === '') return undefined;
  return { kioskDeviceId, ...reading };
}

export function readingFrom(line: string): Reading | undefined {
  const { format: named, text } = fieldsOf(line);
  const format = scanFormats.find((each) => each === named);
  if (named !== undefined && format === undefined) return undefined;
  if (typeof text !== 'string' || text === '' || text.length > longestScan) return undefined;
  return { ...(format === undefined ? {} : { format }), text };
}

export function introductionFrom(line: string): Introduction | undefined {
  const { scanner } = fieldsOf(line);
  if (typeof scanner !== 'object' || scanner === null) return undefined;
  const { serialNumber, model, firmware } = scanner as Record<string, unknown>;
  if (!isWord(serialNumber)) return undefined;
  return { serialNumber, ...(isWord(model) ? { model } : {}), ...(isWord(firmware) ? { firmware } : {}) };
}

function fieldsOf(line: string): Readonly<Record<string, unknown>> {
  const value = parsed(line);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 60;
}
