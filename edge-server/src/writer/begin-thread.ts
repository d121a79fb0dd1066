// The writer's thread, begun before it is known what it is to open: it loads its modules while the main thread loads its
// own, which is most of a start.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export function beginWriterThread(): Worker {
  return new Worker(join(import.meta.dirname, 'worker.ts'), { name: 'writer' });
}
