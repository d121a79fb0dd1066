// How a signature is measured, for the clinic that judges it and the screen that takes it. Pure, and without a schema.

import type { Stroke } from './forms.ts';

/** The pad that a signature is drawn on, in its own units: both axes have the same. */
export const signaturePad = { width: 10_000, height: 4_000 } as const;
/** Fewer points, or a shorter way of the finger, are none; of more than the most nothing is kept (about 60 kB as text). */
export const signatureLimits = { fewestPoints: 8, shortestPath: 1_250, mostPoints: 5_000, mostStrokes: 200 } as const;

export interface SignatureMeasure {
  readonly points: number;
  /** Along all strokes, in the pad's units. */
  readonly path: number;
}

export function measureSignature(strokes: readonly Stroke[]): SignatureMeasure {
  return {
    points: strokes.reduce((count, stroke) => count + stroke.length, 0),
    path: strokes.reduce((length, stroke) => length + lengthOf(stroke), 0),
  };
}

/** Whether it is enough to be one. */
export function isDrawn({ points, path }: SignatureMeasure): boolean {
  return points >= signatureLimits.fewestPoints && path >= signatureLimits.shortestPath;
}

function lengthOf(stroke: Stroke): number {
  return stroke.reduce((length, [x, y], index) => {
    const [beforeX, beforeY] = stroke[index - 1] ?? [x, y];
    return length + Math.hypot(x - beforeX, y - beforeY);
  }, 0);
}
