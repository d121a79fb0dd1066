/**
 * What the disk does at best for one small commit: eight pages over bytes that are already there, and a sync.
 * The file keeps its length, so the sync writes no new metadata.
 */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

const pageBytes = 4096;
const pages = 8;
const places = 64;

export interface DurableOverwrite {
  /** Overwrites the next place and syncs; the milliseconds that took. */
  write(): number;
  close(): void;
}

/** `delayMs`: each sync takes so much longer, as `withSlowSyncs` makes those of an edge. */
export function openDurableOverwrite(file: string, delayMs = 0): DurableOverwrite {
  const descriptor = openSync(file, 'w');
  const bytes = Buffer.alloc(pages * pageBytes, 1);
  for (let place = 0; place < places; place++) writeSync(descriptor, bytes);
  fsyncSync(descriptor);
  const sleeping = new Int32Array(new SharedArrayBuffer(4));
  let turn = 0;
  return {
    write() {
      turn += 1;
      bytes.fill(turn % 251);
      const startedAt = performance.now();
      writeSync(descriptor, bytes, 0, bytes.length, (turn % places) * bytes.length);
      if (delayMs > 0) Atomics.wait(sleeping, 0, 0, delayMs);
      fsyncSync(descriptor);
      return performance.now() - startedAt;
    },
    close: () => closeSync(descriptor),
  };
}
