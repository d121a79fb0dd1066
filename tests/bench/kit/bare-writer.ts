/** The thread that owns the disk, and does nothing else. */
import { parentPort, workerData } from 'node:worker_threads';
import { openDurableOverwrite } from './durable-overwrite.ts';

const overwrite = openDurableOverwrite(workerData as string);
parentPort?.on('message', () => {
  overwrite.write();
  parentPort?.postMessage({ ok: true });
});
