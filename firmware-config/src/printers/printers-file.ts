// The printers of a clinic and who prints where: the file behind `FOYER_PRINTERS_FILE`, in the shape of `PrintersSetUp`. One
// printer alone needs no file.

import { isPrinterAddress } from '@foyer/contracts/cable-addresses.ts';
import { mostPrinters } from '@foyer/contracts/printer-profile-names.ts';
import { isRecord, unknownKeys } from './printer-profile.ts';
import { profileNamed } from './printer-profiles.ts';

/** The paths of what is wrong in a file that claims to hold printers; none: it does. */
export function printersFileFaults(held: unknown): readonly string[] {
  if (!isRecord(held)) return [''];
  const { printers, desk, kiosks } = held;
  if (!Array.isArray(printers) || printers.length === 0 || printers.length > mostPrinters) return ['printers'];
  const ids = printers.map((entry: unknown) => (isRecord(entry) ? entry['id'] : undefined));
  const isOne = (id: unknown): boolean => typeof id === 'string' && ids.includes(id);
  return [
    ...printers.flatMap((entry: unknown, index) => entryFaults(entry, ids, `printers.${index}`)),
    ...(desk === undefined || isOne(desk) ? [] : ['desk']),
    ...(kiosks === undefined || isRecord(kiosks) ? [] : ['kiosks']),
    ...Object.entries(isRecord(kiosks) ? kiosks : {}).flatMap(([kiosk, id]) => (isOne(id) ? [] : [`kiosks.${kiosk}`])),
    ...unknownKeys(held, ['printers', 'desk', 'kiosks']),
  ];
}

function entryFaults(held: unknown, ids: readonly unknown[], path: string): readonly string[] {
  if (!isRecord(held)) return [path];
  const { id, name, address, profile, backup } = held;
  const isAlone = ids.filter((other) => other === id).length === 1;
  const faults = [
    ...(typeof id === 'string' && /^[a-z0-9-]{1,40}$/.test(id) && isAlone ? [] : ['id']),
    ...(typeof name === 'string' && name.trim() !== '' && name.length <= 60 ? [] : ['name']),
    ...(typeof address === 'string' && isPrinterAddress(address) ? [] : ['address']),
    ...(profile === undefined || (typeof profile === 'string' && profileNamed(profile) !== undefined)
      ? []
      : ['profile']),
    ...(backup === undefined || (backup !== id && ids.includes(backup)) ? [] : ['backup']),
    ...unknownKeys(held, ['id', 'name', 'address', 'profile', 'backup']),
  ];
  return faults.map((fault) => `${path}.${fault}`);
}
