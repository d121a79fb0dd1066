// The reports that a scanner would send of a text, for what has no scanner.

import { hidUsages, scannerProfiles, type HidPosReport } from '@foyer/firmware-config/scanner-profiles.ts';
import type { KeyboardLayout } from './keyboard-layouts.ts';
import { bootReportBytes } from './keyboard-reports.ts';

const reportBytes = 64;
const shiftBit = 0x02;
const ctrlBit = 0x01;
const altGrBit = 0x40;
const nothingDown = new Uint8Array(bootReportBytes);

/** The ids of a device as it is enumerated. */
export const fakeScanners = {
  'hid-pos': { vendorId: 0x0c2e, productId: 0x0b61, ...hidUsages['hid-pos'] },
  'hid-keyboard': { vendorId: 0x05e0, productId: 0x1200, ...hidUsages['hid-keyboard'] },
} as const;

/** `aim`: `]Q1`. */
export function hidPosReports(
  text: string,
  aim: string,
  layout: HidPosReport = scannerProfiles['hid-pos'].report,
): readonly Uint8Array[] {
  const bytes = Buffer.from(text, 'utf8');
  const count = Math.max(1, Math.ceil(bytes.length / layout.dataBytes));
  return Array.from({ length: count }, (_, index) => {
    const data = bytes.subarray(index * layout.dataBytes, (index + 1) * layout.dataBytes);
    const report = Buffer.alloc(reportBytes);
    report[0] = layout.id;
    report[layout.lengthAt] = data.length;
    if (layout.aimAt !== undefined) report.write(aim, layout.aimAt, 'latin1');
    report.set(data, layout.dataAt);
    if (layout.continuedAt !== undefined) report[layout.continuedAt] = index < count - 1 ? 1 : 0;
    return report;
  });
}

/** A key goes down and up for each character; a control character is Ctrl and a key. */
export function bootReports(text: string, layout: KeyboardLayout): readonly Uint8Array[] {
  return [...text].flatMap((character) => [pressOf(character, layout), nothingDown]);
}

function pressOf(character: string, layout: KeyboardLayout): Uint8Array {
  for (const [usage, { plain, shift }] of layout) {
    if (plain === character) return bootReport(0, usage);
    if (shift === character) return bootReport(shiftBit, usage);
  }
  const key = String.fromCharCode(character.charCodeAt(0) | 0x40);
  for (const [usage, { plain, shift, altGr }] of layout) {
    if (plain.toUpperCase() === key) return bootReport(ctrlBit, usage);
    if (altGr === key) return bootReport(ctrlBit | altGrBit, usage);
    if (shift === key) return bootReport(ctrlBit | shiftBit, usage);
  }
  throw new RangeError(`no key types ${JSON.stringify(character)}`);
}

function bootReport(modifiers: number, usage: number): Uint8Array {
  return Uint8Array.of(modifiers, 0, usage, 0, 0, 0, 0, 0);
}
