// The file of `FOYER_SCANNERS_FILE`: a list of what stands beside which kiosk, each by a profile and with what is other
// at this one. Looked at by hand, because loading a validator takes longer than all else at boot.

import { readFileSync } from 'node:fs';
import {
  scannerFields,
  scannerLayouts,
  scannerProfileNames,
  type ScannerProfileName,
} from '@foyer/contracts/scanner-profile-names.ts';
import type { ScannerSetUp } from '@foyer/contracts/scanners-set-up.ts';

export type ScannersRead =
  | { readonly ok: true; readonly scanners: readonly ScannerSetUp[] }
  /** What is wrong: `[1].baud`. */
  | { readonly ok: false; readonly path: string };

type Fields = Readonly<Record<string, unknown>>;
type Device = Pick<ScannerSetUp, 'vendorId' | 'productId' | 'serialNumber' | 'path'>;
const known = [
  ...['kiosk', 'profile', 'prefix', 'suffix', 'layout', 'baud'],
  ...['vendorId', 'productId', 'serialNumber', 'path'],
];

/** Throws when the file cannot be read or is no JSON. */
export function readScanners(file: string): ScannersRead {
  const held: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(held)) return { ok: false, path: '' };
  const scanners: ScannerSetUp[] = [];
  for (const [index, entry] of held.entries()) {
    const setting = isRecord(entry) ? setUpOf(entry, `scanner-${index + 1}`) : '';
    if (typeof setting === 'string') return { ok: false, path: `[${index}]${setting}` };
    scanners.push(setting);
  }
  return { ok: true, scanners };
}

/** Or where it is wrong. */
function setUpOf(entry: Fields, id: string): ScannerSetUp | string {
  const strange = Object.keys(entry).find((field) => !known.includes(field));
  if (strange !== undefined) return `.${strange}`;
  const { kiosk } = entry;
  if (typeof kiosk !== 'string' || kiosk === '') return '.kiosk';
  const profile = scannerProfileNames.find((name) => name === entry['profile']);
  if (profile === undefined) return '.profile';
  const told = toldOf(entry, profile);
  if (typeof told === 'string') return told;
  const device = deviceOf(entry);
  if (typeof device === 'string') return device;
  if (profile === 'serial' && device.path === undefined) return '.path';
  if (profile === 'tcp' && device.serialNumber === undefined) return '.serialNumber';
  // Any keyboard would do otherwise, and what people type at this box would be read.
  if (profile === 'hid-keyboard' && device.vendorId === undefined) return '.vendorId';
  if (profile === 'hid-keyboard' && device.productId === undefined) return '.productId';
  return { id, kiosk, profile, ...told, ...device };
}

/** What is other at this one than its profile has it. */
function toldOf(
  { prefix, suffix, layout, baud }: Fields,
  profile: ScannerProfileName,
): Pick<ScannerSetUp, 'prefix' | 'suffix' | 'layout' | 'baud'> | string {
  const told = { prefix, suffix, layout, baud };
  for (const field of ['prefix', 'suffix', 'layout', 'baud'] as const) {
    if (told[field] !== undefined && !scannerFields[profile].includes(field)) return `.${field}`;
  }
  if (prefix !== undefined && !isShort(prefix)) return '.prefix';
  if (suffix !== undefined && !isShort(suffix)) return '.suffix';
  const keys = scannerLayouts.find((name) => name === layout);
  if (layout !== undefined && keys === undefined) return '.layout';
  if (baud !== undefined && !(Number.isInteger(baud) && Number(baud) >= 300)) return '.baud';
  return {
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(keys === undefined ? {} : { layout: keys }),
    ...(baud === undefined ? {} : { baud: Number(baud) }),
  };
}

function deviceOf({ vendorId, productId, serialNumber, path }: Fields): Device | string {
  if (vendorId !== undefined && !isUsbId(vendorId)) return '.vendorId';
  if (productId !== undefined && !isUsbId(productId)) return '.productId';
  if (serialNumber !== undefined && typeof serialNumber !== 'string') return '.serialNumber';
  if (path !== undefined && !(typeof path === 'string' && path.startsWith('/'))) return '.path';
  return {
    ...(vendorId === undefined ? {} : { vendorId: vendorId.toLowerCase() }),
    ...(productId === undefined ? {} : { productId: productId.toLowerCase() }),
    ...(serialNumber === undefined ? {} : { serialNumber }),
    ...(path === undefined ? {} : { path }),
  };
}

/** As `lsusb` writes it. */
function isUsbId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{4}$/i.test(value);
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 8;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
