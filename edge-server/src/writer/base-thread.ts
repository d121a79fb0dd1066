// A base made in a thread of its own: folding a log takes its time, and nobody waits for it.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { MadeBase } from '../ports/log-pruning.ts';
import type { BaseQuestion } from './make-base.ts';

/** Rejects where it could not be made; an aborted one resolves with undefined. */
export function makeBaseInThread(question: BaseQuestion, signal: AbortSignal): Promise<MadeBase | undefined> {
  const worker = new Worker(join(import.meta.dirname, 'base-worker.ts'), { workerData: question, name: 'base' });
  worker.unref();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => void worker.terminate().then(() => resolve(undefined)), { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => resolve(undefined));
  });
}
