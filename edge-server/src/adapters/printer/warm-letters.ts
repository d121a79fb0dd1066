// The letters of papers, brought and drawn once by a thread of its own: a typeface of Chinese alone takes a quarter of a second
// to unpack, which nobody at a kiosk should wait for. Typefaces and their glyphs are the process's, whoever drew them.

import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { Paper } from '../../ports/ticket-printer.ts';
import { familiesAreThere } from './raster-fonts.ts';

/** Resolves once they are there. Rejects where the thread broke: then the first paper brings them. */
export async function warmLetters(papers: readonly Paper[]): Promise<void> {
  const worker = new Worker(join(import.meta.dirname, 'warm-letters-worker.ts'), {
    name: 'warm-letters',
    workerData: papers,
  });
  worker.unref();
  const [families] = (await once(worker, 'message')) as [readonly string[]];
  familiesAreThere(families);
}
