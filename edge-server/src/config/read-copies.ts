// Where copies of the log go, as the machine says it: places, the public half of the recovery key, and the secret of those
// places that are machines. With that key the centre is one by itself, where the clinic has a centre.

import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { EdgeSetting } from '@foyer/firmware-config/settings.ts';

export type CopyTarget =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'machine'; readonly url: string; readonly secret: string }
  | { readonly kind: 'centre'; readonly url: string; readonly tokenFile: string };

export interface CopiesSetUp {
  /** Raw. */
  readonly publicKey: Uint8Array;
  readonly targets: readonly CopyTarget[];
}

const keyBytes = 32;
const shortestSecret = 16;

export interface CopySettings {
  readonly places: string | null;
  /** Null: `usualKeyFile`, where that is one. */
  readonly keyFile: string | null;
  readonly usualKeyFile: string;
  readonly secretFile: string | null;
  readonly centre: { readonly url: string; readonly tokenFile: string } | null;
}

export type ReadCopies =
  | { readonly ok: true; readonly copies: CopiesSetUp | null }
  /** The setting that keeps it from being. */
  | { readonly ok: false; readonly wrong: EdgeSetting };

/** Null where none is wanted. */
export function readCopies({ places, keyFile, usualKeyFile, secretFile, centre }: CopySettings): ReadCopies {
  const named = places === null ? [] : places.split(/ +/).filter((place) => place !== '');
  if (!named.every(isPlace)) return { ok: false, wrong: 'FOYER_COPIES' };
  const publicKey = keyFile === null ? (readKey(usualKeyFile) ?? null) : readKey(keyFile);
  if (publicKey === undefined || (publicKey === null && named.length > 0))
    return { ok: false, wrong: 'FOYER_COPY_KEY_FILE' };
  const secret = secretFile === null ? null : readSecret(secretFile);
  if (secret === undefined || (secret === null && named.some(isMachine)))
    return { ok: false, wrong: 'FOYER_COPY_SECRET_FILE' };
  if (publicKey === null) return { ok: true, copies: null };
  const targets = named.map((place): CopyTarget =>
    isMachine(place) ? { kind: 'machine', url: place, secret: secret ?? '' } : { kind: 'folder', folder: place },
  );
  const all: readonly CopyTarget[] = centre === null ? targets : [...targets, { kind: 'centre', ...centre }];
  return { ok: true, copies: all.length === 0 ? null : { publicKey, targets: all } };
}

/** As `backup-main key` writes it; undefined where it is none. */
function readKey(file: string): Uint8Array | undefined {
  const text = readText(file);
  const key = Buffer.from(text ?? '', 'base64');
  return key.length === keyBytes ? new Uint8Array(key) : undefined;
}

export function readSecret(file: string): string | undefined {
  const text = readText(file)?.trim() ?? '';
  return text.length >= shortestSecret ? text : undefined;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not there, not to be read, or no path.
    return undefined;
  }
}

function isPlace(place: string): boolean {
  return (isAbsolute(place) && !/\p{Cc}/u.test(place)) || isMachine(place);
}

function isMachine(place: string): boolean {
  return /^https:\/\/[^/@\s]+$/.test(place) && URL.canParse(place);
}
