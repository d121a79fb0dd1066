// What the printer says about itself, truthfully, in the bit patterns of ESC/POS.
// Source: Epson's reference, DLE EOT, GS r, GS a, GS I, ESC v, ESC u.

import { Cover, isOnline, Paper, type PrinterSwitches } from './printer-switches.ts';

/** The answer to DLE EOT n; undefined for an n that printers do not answer. */
export function realTimeStatus(n: number, switches: PrinterSwitches): Uint8Array | undefined {
  const open = switches.cover === Cover.open;
  const out = switches.paper === Paper.out;
  switch (n) {
    case 1:
      return Uint8Array.of(0x12 | (isOnline(switches) ? 0 : 0x08));
    case 2:
      return Uint8Array.of(0x12 | (open ? 0x04 : 0) | (out ? 0x20 : 0) | (switches.jam ? 0x40 : 0));
    case 3:
      return Uint8Array.of(0x12 | (switches.jam ? 0x08 : 0));
    case 4:
      return Uint8Array.of(0x12 | paperBits(switches.paper, 0x0c, 0x60));
    default:
      return undefined;
  }
}

/** The answer to GS r n: 1 is the paper, 2 the drawer's pin. */
export function requestedStatus(n: number, switches: PrinterSwitches): Uint8Array | undefined {
  if (n === 1 || n === 49) return Uint8Array.of(paperBits(switches.paper, 0x03, 0x0c));
  if (n === 2 || n === 50) return Uint8Array.of(0);
  return undefined;
}

/** The four bytes of automatic status back. */
export function automaticStatus(switches: PrinterSwitches): Uint8Array {
  const offline = isOnline(switches) ? 0 : 0x08;
  const open = switches.cover === Cover.open ? 0x20 : 0;
  return Uint8Array.of(0x10 | offline | open, switches.jam ? 0x08 : 0, paperBits(switches.paper, 0x03, 0x0c), 0);
}

/** The answer to GS I n: ids as one byte, names between an underscore and NUL. */
export function printerIdentity(n: number): Uint8Array | undefined {
  const names: Record<number, string> = {
    65: 'V1',
    66: 'FOYER',
    67: 'Virtual Printer',
    68: '1',
    69: '',
  };
  if (n >= 1 && n <= 3) return Uint8Array.of([0x20, 0x02, 0x01][n - 1]!);
  if (n >= 49 && n <= 51) return printerIdentity(n - 48);
  return names[n] === undefined ? undefined : Buffer.from(`_${names[n]}\0`, 'latin1');
}

function paperBits(paper: Paper, nearEnd: number, end: number): number {
  if (paper === Paper.out) return nearEnd | end;
  return paper === Paper.low ? nearEnd : 0;
}
