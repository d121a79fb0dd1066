// The file of `FOYER_PRINTERS_FILE`. Looked at by hand, because loading a validator takes longer than all else at boot.

import { readFileSync } from 'node:fs';
import type { PrintersSetUp } from '@foyer/contracts/printers-set-up.ts';
import { printersFileFaults } from '@foyer/firmware-config/printers/printers-file.ts';

export type PrintersRead =
  | { readonly ok: true; readonly printers: PrintersSetUp }
  /** What is wrong first: `printers.1.address`. */
  | { readonly ok: false; readonly path: string };

/** Throws when the file cannot be read or is no JSON. */
export function readPrinters(file: string): PrintersRead {
  const held: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const [path] = printersFileFaults(held);
  return path === undefined ? { ok: true, printers: held as PrintersSetUp } : { ok: false, path };
}
