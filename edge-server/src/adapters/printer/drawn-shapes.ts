// The shapes of the house are the same on every ticket: each is drawn once for a profile and kept as dots. What holds words
// or a number is drawn anew.

import { drawPicture, type Dots } from './draw-picture.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { Picture } from './print-steps.ts';

const kept = new Map<string, Dots>();
const shapes: ReadonlySet<Picture['picture']> = new Set(['rule', 'door-top', 'door-foot', 'floor']);

export function dotsOf(picture: Picture, profile: PrinterProfile): Dots {
  if (!shapes.has(picture.picture)) return drawPicture(picture, profile);
  const key = `${profile.name} ${JSON.stringify(picture)}`;
  const known = kept.get(key) ?? drawPicture(picture, profile);
  kept.set(key, known);
  return known;
}
