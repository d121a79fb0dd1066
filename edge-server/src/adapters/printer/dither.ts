// A grey picture as black dots and paper, so that a logo with shades is still one: each dot's error goes on to those
// beside and below it. Source: Floyd and Steinberg, An adaptive algorithm for spatial grey scale, 1976.

import type { GreyPicture } from '../../ports/logo-pictures.ts';

const PAPER = 255;
/** What is nearer to paper or ink than this has no shade: JPEG leaves a haze around every edge. */
const HAZE = 24;

/** As wide as asked, the height in proportion; true is black, row by row. */
export function dithered(picture: GreyPicture, width: number): { readonly rows: number; readonly black: boolean[] } {
  const { rows, levels } = scaled(picture, width);
  const black: boolean[] = Array.from({ length: width * rows }, () => false);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const level = levels[at]!;
      black[at] = level < PAPER / 2;
      const error = level - (black[at] ? 0 : PAPER);
      const spread = (dx: number, dy: number, share: number): void => {
        if (x + dx >= 0 && x + dx < width && y + dy < rows) levels[at + dy * width + dx]! += (error * share) / 16;
      };
      spread(1, 0, 7);
      spread(-1, 1, 3);
      spread(0, 1, 5);
      spread(1, 1, 1);
    }
  }
  return { rows, black };
}

/** Each dot is the mean of what lies under it. */
function scaled(
  { width: fromWidth, rows: fromRows, levels }: GreyPicture,
  width: number,
): {
  rows: number;
  levels: Float32Array;
} {
  const rows = Math.max(1, Math.round((fromRows * width) / fromWidth));
  const means = new Float32Array(width * rows);
  for (let y = 0; y < rows; y += 1) {
    const [top, bottom] = under(y, rows, fromRows);
    for (let x = 0; x < width; x += 1) {
      const [left, right] = under(x, width, fromWidth);
      let sum = 0;
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) sum += levels[row * fromWidth + column]!;
      }
      means[y * width + x] = withoutHaze(sum / ((bottom - top) * (right - left)));
    }
  }
  return { rows, levels: means };
}

function under(at: number, of: number, from: number): readonly [number, number] {
  const first = Math.floor((at * from) / of);
  return [first, Math.max(first + 1, Math.floor(((at + 1) * from) / of))];
}

function withoutHaze(level: number): number {
  if (level < HAZE) return 0;
  return level > PAPER - HAZE ? PAPER : level;
}
