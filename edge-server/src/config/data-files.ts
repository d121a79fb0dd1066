// Where everything lies in the data folder.

import { join } from 'node:path';

export function dataFiles(dataDir: string) {
  return {
    /** Held by the one process that serves this folder. */
    lock: join(dataDir, 'edge.lock'),
    database: join(dataDir, 'edge.db'),
    clinicKey: join(dataDir, 'clinic.key'),
    /** What decoys, adopted identifications and badges hang on. */
    boxKey: join(dataDir, 'box.key'),
    certificates: join(dataDir, 'certificates'),
    voice: join(dataDir, 'voice'),
  } as const;
}
