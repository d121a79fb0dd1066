// Whether a bundle may be tried on this box, once it is known to be its maker's.

import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { BundleManifest } from './manifest.ts';

export interface BoxOfBundle {
  readonly now: number;
  readonly machine: string;
  /** Of what is kept here; null: nothing is installed. */
  readonly counter: number | null;
  /** Number of the newest migration that ran; null: there is no database yet. */
  readonly database: number | null;
}

/** Undefined: it may. */
export function refuseBundle(manifest: BundleManifest, box: BoxOfBundle): ErrorCode | undefined {
  const { machine, counter, expiresAt, lowestDatabase, highestDatabase } = manifest;
  if (machine !== box.machine) return 'bundle-of-another-machine';
  if (box.counter !== null && counter <= box.counter) return 'bundle-downgrade';
  if (expiresAt <= box.now) return 'bundle-expired';
  if (box.database === null) return undefined;
  return box.database < lowestDatabase || box.database > highestDatabase ? 'bundle-wrong-database' : undefined;
}
