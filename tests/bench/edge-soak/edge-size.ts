/** How much an edge holds: memory, open files, and what lies in its folder. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ClockHand } from '../kit/clock-hand.ts';
import type { EdgeProcess } from '../kit/edge-process.ts';

export interface EdgeSize {
  readonly residentBytes: number;
  /** Of all its threads, once each has cleared its own. */
  readonly heapBytes: number;
  readonly openFiles: number;
  readonly databaseBytes: number;
  readonly walBytes: number;
  /** Everything else in its folder: spool, certificates, clips. */
  readonly otherBytes: number;
}

const bytesInKb = 1024;

export async function sizeOfEdge({ pid }: EdgeProcess, clock: ClockHand, dataDir: string): Promise<EdgeSize> {
  const heapBytes = await clock.heapBytes();
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    residentBytes: Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * bytesInKb,
    heapBytes,
    openFiles: readdirSync(`/proc/${pid}/fd`).length,
    ...filesIn(dataDir),
  };
}

function filesIn(dataDir: string): Pick<EdgeSize, 'databaseBytes' | 'walBytes' | 'otherBytes'> {
  const bytes = { databaseBytes: 0, walBytes: 0, otherBytes: 0 };
  for (const name of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
    const file = statSync(join(dataDir, name), { throwIfNoEntry: false });
    if (file?.isFile() !== true) continue;
    if (name.endsWith('-wal')) bytes.walBytes += file.size;
    else if (name.endsWith('.db')) bytes.databaseBytes += file.size;
    else bytes.otherBytes += file.size;
  }
  return bytes;
}
