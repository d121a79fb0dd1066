// Serial lines by the names that the system gives them after their devices, as far as those sound like a scanner's: a
// modem's line is nobody's business.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import { scannerWords } from '@foyer/firmware-config/scanner-makers.ts';

export const SERIAL_LINES = '/dev/serial/by-id';

/** Empty where there is no such folder. */
export async function serialLineNames(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).toSorted((a, b) => a.localeCompare(b, 'en'));
}

export function foundSerial(names: readonly string[], folder: string): readonly FoundScanner[] {
  return names
    .filter((name) => scannerWords.test(name))
    .map((name) => ({ id: `serial:${name}`, model: modelIn(name), profile: 'serial', path: join(folder, name) }));
}

/** `usb-Zebra_Technologies_DS9308-if00`: without what udev puts around it. */
function modelIn(name: string): string {
  const said = name.replace(/^usb-/, '').replace(/(-if\d+)?(-port\d+)?$/, '');
  return said.replaceAll('_', ' ').trim().slice(0, 60);
}
