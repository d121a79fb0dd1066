// The data folder holds one clinic for good: another seed makes another clinic, which neither server could take over from
// the one whose rows and people lie there.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';

/** Writes what the edge is handed. Throws `data-folder-of-another-clinic`, and leaves the folder as it was. */
export function claimDataFolder(dataDir: string, demonstration: EdgeDemonstration): string {
  const file = join(dataDir, 'demonstration-edge.json');
  const held = heldClinic(file);
  if (held !== undefined && held !== demonstration.configuration.clinicId) {
    throw new AppError('data-folder-of-another-clinic', { folder: dataDir });
  }
  writeFileSync(file, JSON.stringify(demonstration), { mode: 0o600 });
  return file;
}

function heldClinic(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as EdgeDemonstration).configuration.clinicId;
  } catch {
    // The first start: there is none yet.
    return undefined;
  }
}
