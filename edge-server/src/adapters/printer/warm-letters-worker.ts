// The thread of warm-letters.ts: draws every picture of the papers that it is given, and says which typefaces that brought.

import { parentPort, workerData } from 'node:worker_threads';

import type { Paper } from '../../ports/ticket-printer.ts';
import { dotsOf } from './drawn-shapes.ts';
import { planDocument } from './plan-print.ts';
import { epson80 } from './printer-profile.ts';
import { broughtFamilies } from './raster-fonts.ts';

for (const paper of workerData as readonly Paper[]) {
  for (const step of planDocument(paper, epson80)) if (step.kind === 'picture') dotsOf(step.picture, epson80);
}
parentPort?.postMessage(broughtFamilies());
