// What does not fit in the scanners of a clinic, each fault with its place. Pure, and without a schema, so that a screen's
// bundle may carry it.

import { isSerialLine } from './cable-addresses.ts';
import { scannerFields } from './scanner-profile-names.ts';
import type { ScannerSetUp } from './scanners-set-up.ts';

export const scannerFaultCodes = ['scanner-twice', 'scanner-device', 'scanner-line', 'scanner-field'] as const;
export type ScannerFaultCode = (typeof scannerFaultCodes)[number] | 'text-missing';
export interface ScannerFault {
  /** JSON pointer within the document. */
  readonly path: string;
  readonly code: ScannerFaultCode;
}

const told = ['prefix', 'suffix', 'layout', 'baud'] as const;

/** Null: as the machine was started, and nothing is wrong with that. */
export function scannersFaults(scanners: readonly ScannerSetUp[] | null): readonly ScannerFault[] {
  return (scanners ?? []).flatMap((scanner, index, all) => {
    const { id, kiosk, profile, path, vendorId, productId, serialNumber } = scanner;
    const at = `/scanners/${index}`;
    return [
      ...when(all.findIndex((other) => other.id === id) < index, `${at}/id`, 'scanner-twice'),
      ...when(kiosk.trim() === '', `${at}/kiosk`, 'text-missing'),
      ...when(profile === 'serial' && path === undefined, `${at}/path`, 'scanner-line'),
      ...when(path !== undefined && !isSerialLine(path), `${at}/path`, 'scanner-line'),
      // Any keyboard would do otherwise, and what people type at this box would be read.
      ...when(
        profile === 'hid-keyboard' && (vendorId === undefined || productId === undefined),
        `${at}/vendorId`,
        'scanner-device',
      ),
      ...when(profile === 'tcp' && serialNumber === undefined, `${at}/serialNumber`, 'scanner-device'),
      ...told.flatMap((field) =>
        when(
          scanner[field] !== undefined && !scannerFields[profile].includes(field),
          `${at}/${field}`,
          'scanner-field',
        ),
      ),
    ];
  });
}

function when(isSo: boolean, path: string, code: ScannerFaultCode): readonly ScannerFault[] {
  return isSo ? [{ path, code }] : [];
}
