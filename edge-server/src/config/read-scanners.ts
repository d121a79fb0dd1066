// The file of `FOYER_SCANNERS_FILE`: a list of what stands beside which kiosk, each by a profile and with what is other
// at this one. Looked at by hand, because loading a validator takes longer than all else at boot.

import { readFileSync } from 'node:fs';
import { keyboardLayoutNames, scannerProfiles, type ScannerProfile } from '@foyer/firmware-config/scanner-profiles.ts';
import type { ScannerDevice, ScannerSetting } from '@foyer/firmware-config/scanner-setting.ts';

export type ScannersRead =
  | { readonly ok: true; readonly scanners: readonly ScannerSetting[] }
  /** What is wrong: `[1].baud`. */
  | { readonly ok: false; readonly path: string };

type Fields = Readonly<Record<string, unknown>>;
const known = [
  ...['kiosk', 'profile', 'prefix', 'suffix', 'layout', 'baud'],
  ...['vendorId', 'productId', 'serialNumber', 'path'],
];

/** Throws when the file cannot be read or is no JSON. */
export function readScanners(file: string): ScannersRead {
  const held: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(held)) return { ok: false, path: '' };
  const scanners: ScannerSetting[] = [];
  for (const [index, entry] of held.entries()) {
    const setting = isRecord(entry) ? settingOf(entry) : '';
    if (typeof setting === 'string') return { ok: false, path: `[${index}]${setting}` };
    scanners.push(setting);
  }
  return { ok: true, scanners };
}

/** Or where it is wrong. */
function settingOf(entry: Fields): ScannerSetting | string {
  const strange = Object.keys(entry).find((field) => !known.includes(field));
  if (strange !== undefined) return `.${strange}`;
  const { kiosk } = entry;
  if (typeof kiosk !== 'string' || kiosk === '') return '.kiosk';
  const profile = profileOf(entry);
  if (typeof profile === 'string') return profile;
  const device = deviceOf(entry);
  if (typeof device === 'string') return device;
  if (profile.mode === 'serial' && device.path === undefined) return '.path';
  // Any keyboard would do otherwise, and what people type at this box would be read.
  if (profile.mode === 'hid-keyboard' && device.vendorId === undefined) return '.vendorId';
  if (profile.mode === 'hid-keyboard' && device.productId === undefined) return '.productId';
  return { kiosk, profile, device };
}

function profileOf(entry: Fields): ScannerProfile | string {
  const usual = Object.entries<ScannerProfile>(scannerProfiles).find(([name]) => name === entry['profile'])?.[1];
  if (usual === undefined) return '.profile';
  for (const field of ['prefix', 'suffix', 'layout', 'baud']) {
    if (field in entry && !(field in usual)) return `.${field}`;
  }
  const { prefix, suffix, layout, baud } = entry;
  if (prefix !== undefined && !isShort(prefix)) return '.prefix';
  if (suffix !== undefined && !isShort(suffix)) return '.suffix';
  if (layout !== undefined && !keyboardLayoutNames.some((name) => name === layout)) return '.layout';
  if (baud !== undefined && !(Number.isInteger(baud) && Number(baud) >= 300)) return '.baud';
  const changes = Object.fromEntries(
    Object.entries({ prefix, suffix, layout, baud }).filter(([, value]) => value !== undefined),
  );
  return { ...usual, ...changes } as ScannerProfile;
}

function deviceOf({ vendorId, productId, serialNumber, path }: Fields): ScannerDevice | string {
  if (vendorId !== undefined && !isUsbId(vendorId)) return '.vendorId';
  if (productId !== undefined && !isUsbId(productId)) return '.productId';
  if (serialNumber !== undefined && typeof serialNumber !== 'string') return '.serialNumber';
  if (path !== undefined && !(typeof path === 'string' && path.startsWith('/'))) return '.path';
  return {
    ...(vendorId === undefined ? {} : { vendorId: Number.parseInt(vendorId, 16) }),
    ...(productId === undefined ? {} : { productId: Number.parseInt(productId, 16) }),
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
