// Pictures of a paper one by one, so that whoever has something more urgent is never kept waiting for longer than one takes.

import { setImmediate as nextTurn } from 'node:timers/promises';

import { dotsOf, isDrawn } from './drawn-shapes.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { Picture, PrintStep } from './print-steps.ts';

/** Draws what is not there yet, and lets others have their turn behind it. */
export async function drawnInTurn(picture: Picture, profile: PrinterProfile): Promise<void> {
  const isNew = !isDrawn(picture, profile);
  dotsOf(picture, profile);
  if (isNew) await nextTurn();
}

/** All that these steps are going to need. */
export async function drawAhead(steps: readonly PrintStep[], profile: PrinterProfile): Promise<void> {
  for (const step of steps) if (step.kind === 'picture') await drawnInTurn(step.picture, profile);
}
