// What was drawn lately is kept as dots: the shapes of the house and a clinic's logo, which are the same on every ticket, and
// lines, of which most come back with the next patient. The oldest that nobody asked for goes first.

import type { GreyPicture } from '../../ports/logo-pictures.ts';
import { drawPicture, type Dots } from './draw-picture.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { Picture } from './print-steps.ts';

/** A line of words has some three kilobytes. */
const mostKept = 300;

const kept = new Map<string, Dots>();
/** By the picture itself, which whoever reads it keeps. */
const logos = new WeakMap<GreyPicture, Map<string, Dots>>();

export function dotsOf(picture: Picture, profile: PrinterProfile): Dots {
  const [store, key] = placeOf(picture, profile);
  const dots = store.get(key) ?? drawPicture(picture, profile);
  store.delete(key);
  store.set(key, dots);
  const oldest = store.keys().next().value;
  if (store.size > mostKept && oldest !== undefined) store.delete(oldest);
  return dots;
}

/** Whether it is there without being drawn. */
export function isDrawn(picture: Picture, profile: PrinterProfile): boolean {
  const [store, key] = placeOf(picture, profile);
  return store.has(key);
}

function placeOf(picture: Picture, { name }: PrinterProfile): readonly [Map<string, Dots>, string] {
  if (picture.picture !== 'logo') return [kept, `${name} ${JSON.stringify(picture)}`];
  const { logo, ...how } = picture;
  const store = logos.get(logo) ?? new Map<string, Dots>();
  logos.set(logo, store);
  return [store, `${name} ${JSON.stringify(how)}`];
}
