// A secret of this box alone, that decoys, adopted identifications and badges hang on: a lost one costs that badges are
// enrolled again.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeDurably } from './durable-file.ts';

const keyBytes = 32;

/** Made at the first start, and again where a power cut left half of it; readable by its owner. */
export function ensureBoxKey(path: string): Uint8Array {
  const kept = existsSync(path) ? readFileSync(path) : undefined;
  if (kept?.length === keyBytes) return kept;
  const made = randomBytes(keyBytes);
  writeDurably(path, made, 0o600);
  return made;
}
