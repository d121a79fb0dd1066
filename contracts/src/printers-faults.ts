// What does not fit in the printers of a clinic, each fault with its place. Pure, and without a schema, so that a screen's
// bundle may carry it.

import { isPrinterAddressOfClinic } from './cable-addresses.ts';
import type { PrintersSetUp } from './printers-set-up.ts';

export const printerFaultCodes = ['printer-address', 'printer-twice', 'printer-unknown', 'printer-own-backup'] as const;
export type PrinterFaultCode = (typeof printerFaultCodes)[number] | 'text-missing';
export interface PrinterFault {
  /** JSON pointer within the document. */
  readonly path: string;
  readonly code: PrinterFaultCode;
}

/** Null: as the machine was started, and nothing is wrong with that. */
export function printersFaults(set: PrintersSetUp | null): readonly PrinterFault[] {
  if (set === null) return [];
  const { printers, desk, kiosks = {} } = set;
  const isKnown = (id: string): boolean => printers.some((printer) => printer.id === id);
  return [
    ...printers.flatMap(({ id, name, address, backup }, index) => {
      const path = `/printers/printers/${index}`;
      const isTwice = (same: (other: (typeof printers)[number]) => boolean): boolean =>
        printers.findIndex(same) < index;
      return [
        ...when(
          isTwice((other) => other.id === id),
          `${path}/id`,
          'printer-twice',
        ),
        ...when(name.trim() === '', `${path}/name`, 'text-missing'),
        ...when(
          isTwice((other) => other.name.trim() === name.trim()),
          `${path}/name`,
          'printer-twice',
        ),
        ...when(!isPrinterAddressOfClinic(address), `${path}/address`, 'printer-address'),
        ...when(
          isTwice((other) => other.address === address),
          `${path}/address`,
          'printer-twice',
        ),
        ...when(backup === id, `${path}/backup`, 'printer-own-backup'),
        ...when(backup !== undefined && !isKnown(backup), `${path}/backup`, 'printer-unknown'),
      ];
    }),
    ...when(desk !== undefined && !isKnown(desk), '/printers/desk', 'printer-unknown'),
    ...Object.entries(kiosks).flatMap(([kiosk, id]) =>
      when(!isKnown(id), `/printers/kiosks/${kiosk.replaceAll('~', '~0').replaceAll('/', '~1')}`, 'printer-unknown'),
    ),
  ];
}

function when(isSo: boolean, path: string, code: PrinterFaultCode): readonly PrinterFault[] {
  return isSo ? [{ path, code }] : [];
}
