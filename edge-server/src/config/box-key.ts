import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { AppError } from '@foyer/contracts/app-error.ts';

const keyBytes = 32;

/** A secret of this box alone, made at its first start; readable by its owner. */
export function ensureBoxKey(path: string): Uint8Array {
  if (!existsSync(path)) writeFileSync(path, randomBytes(keyBytes), { mode: 0o600, flag: 'wx' });
  const key = readFileSync(path);
  if (key.length !== keyBytes) throw new AppError('configuration-invalid', { setting: 'box key', path });
  return key;
}
