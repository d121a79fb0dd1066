// Where everything lies in the data folder.

import { join } from 'node:path';

export function dataFiles(dataDir: string) {
  return {
    /** Held by the one process that serves this folder. */
    lock: join(dataDir, 'edge.lock'),
    database: join(dataDir, 'edge.db'),
    clinicKey: join(dataDir, 'clinic.key'),
    /** How far the log was once, and what was found wrong with the database: beside it, so that it is known when it is not. */
    logEnd: join(dataDir, 'log-end.json'),
    found: join(dataDir, 'found.json'),
    /** What decoys, adopted identifications and badges hang on. */
    boxKey: join(dataDir, 'box.key'),
    certificates: join(dataDir, 'certificates'),
    voice: join(dataDir, 'voice'),
    /** What displays show beside the calls, and what the clinic recorded of its calls. */
    media: join(dataDir, 'media'),
    clips: join(dataDir, 'clips'),
    /** What a broker of the clinic's own is configured with, and the edge's password there. */
    broker: join(dataDir, 'broker'),
    /** There once another box has taken this clinic over. */
    replaced: join(dataDir, 'replaced.json'),
  } as const;
}
