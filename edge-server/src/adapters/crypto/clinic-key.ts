// The clinic key: 32 random bytes in a file of their own, outside the database, so that a copied database alone opens
// nothing. It is escrowed at the centre; without it every seal of this clinic is closed for good. ADR 0002.

import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';

export const clinicKeyBytes = 32;
const ownerOnly = 0o600;

/** Reads the key. Throws `clinic-key-lost` when there is none, and when it has a wrong length or others may read it. */
export function readClinicKey(path: string): Uint8Array {
  if (!existsSync(path)) throw new AppError('clinic-key-lost', { path });
  const key = new Uint8Array(readFileSync(path));
  if (key.length !== clinicKeyBytes) throw new AppError('configuration-invalid', { setting: 'clinic key', path });
  const mode = statSync(path).mode & 0o777;
  if ((mode & 0o077) !== 0) {
    throw new AppError('configuration-invalid', {
      setting: 'clinic key',
      path,
      mode: mode.toString(8),
      wanted: '600',
    });
  }
  return key;
}

/** Reads the key, or makes it: durable and complete before its name exists, so that it is never half there. */
export function ensureClinicKey(path: string): Uint8Array {
  if (existsSync(path)) return readClinicKey(path);
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, 'wx', ownerOnly);
  try {
    writeSync(file, randomBytes(clinicKeyBytes));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(draft, path);
  } finally {
    unlinkSync(draft);
  }
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
  return readClinicKey(path);
}
