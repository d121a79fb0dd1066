// From one clinic to another as the crow flies: how far, in which of eight directions, and where both stand on a sketch
// with north at its top. Positions alone, so that it needs no line and no map. Pure.

import type { Position } from '@foyer/contracts/clinic-place.ts';

export const directions = [
  'north',
  'northeast',
  'east',
  'southeast',
  'south',
  'southwest',
  'west',
  'northwest',
] as const;
export type Direction = (typeof directions)[number];

export interface Way {
  readonly metres: number;
  readonly direction: Direction;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Sketch {
  readonly here: Point;
  readonly there: Point;
  /** How long a kilometre is on it. */
  readonly kilometre: number;
}

/** Of the mean earth. Source: IUGG, 6371 km. */
const METRES_PER_DEGREE = (6_371_000 * Math.PI) / 180;
const EIGHTH = Math.PI / 4;

export function wayBetween(here: Position, there: Position): Way {
  const { east, north } = apart(here, there);
  const turn = Math.round(Math.atan2(east, north) / EIGHTH);
  return { metres: Math.hypot(east, north), direction: directions[(turn + 8) % 8]! };
}

/** Both points within `margin` of the frame, as large as they go. */
export function sketchOf(
  here: Position,
  there: Position,
  frame: { readonly width: number; readonly height: number; readonly margin: Point },
): Sketch {
  const { east, north } = apart(here, there);
  const { width, height, margin } = frame;
  const across = (width - 2 * margin.x) / Math.max(Math.abs(east), 1);
  const up = (height - 2 * margin.y) / Math.max(Math.abs(north), 1);
  const scale = Math.min(across, up);
  const at = (side: 1 | -1): Point => ({
    x: width / 2 + (side * east * scale) / 2,
    y: height / 2 - (side * north * scale) / 2,
  });
  return { here: at(-1), there: at(1), kilometre: 1_000 * scale };
}

/** Metres. Exact enough within a town: the earth is flat there. */
function apart(here: Position, there: Position): { readonly east: number; readonly north: number } {
  const middle = ((here.latitude + there.latitude) / 2) * (Math.PI / 180);
  const degrees = ((there.longitude - here.longitude + 540) % 360) - 180;
  return {
    east: degrees * METRES_PER_DEGREE * Math.cos(middle),
    north: (there.latitude - here.latitude) * METRES_PER_DEGREE,
  };
}
