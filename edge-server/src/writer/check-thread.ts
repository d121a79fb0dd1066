// A whole check of the database in a thread of its own: nobody waits for it, and what it loads is gone with it.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckedDatabase, LogPlace } from './check-database.ts';

export interface CheckQuestion {
  readonly databasePath: string;
  readonly clinicKeyPath: string;
  readonly committed: LogPlace | undefined;
}

/** Rejects where it could not be asked; an aborted one resolves with undefined. */
export function checkInThread(question: CheckQuestion, signal: AbortSignal): Promise<CheckedDatabase | undefined> {
  const worker = new Worker(join(import.meta.dirname, 'check-worker.ts'), { workerData: question, name: 'check' });
  worker.unref();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => void worker.terminate().then(() => resolve(undefined)), { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => resolve(undefined));
  });
}
