// The clinic's logo, at its side of the paper.

import { dithered } from './dither.ts';
import type { Dots } from './draw-picture.ts';
import type { Picture } from './print-steps.ts';

/** A narrower strip of paper than a logo may be long. */
const MOST_ROWS = 400;

type Logo = Extract<Picture, { picture: 'logo' }>;

export function drawLogo({ logo, widthDots, align, direction }: Logo, width: number): Dots {
  const across = Math.max(1, Math.min(widthDots, Math.floor((MOST_ROWS * logo.width) / logo.rows)));
  const { rows, black } = dithered(logo, across);
  const bytesPerRow = Math.ceil(width / 8);
  const isLeft = (align === 'start') === (direction === 'ltr');
  const left = align === 'centre' ? Math.floor((width - across) / 2) : isLeft ? 0 : width - across;
  const data = new Uint8Array(bytesPerRow * rows);
  black.forEach((isBlack, at) => {
    const x = left + (at % across);
    if (isBlack) data[Math.floor(at / across) * bytesPerRow + (x >> 3)]! |= 0x80 >> (x & 7);
  });
  return { bytesPerRow, rows, data, fullWidth: false };
}
