// Two drawings of the same words compared: the ink of each, cut out of its paper.

import type { Dots } from '@foyer/edge-server/adapters/printer/draw-picture.ts';

export interface Ink {
  readonly width: number;
  readonly height: number;
  /** Row by row; true is black. */
  readonly black: readonly boolean[];
}

/** Of a picture of four bytes a dot. */
export function inkOf({ width, height, data }: { width: number; height: number; data: Uint8ClampedArray }): Ink {
  return cutOut({ width, black: Array.from({ length: width * height }, (_, dot) => data[dot * 4]! < 128) });
}

export function inkOfDots({ bytesPerRow, rows, data }: Dots): Ink {
  const width = bytesPerRow * 8;
  const black = Array.from({ length: width * rows }, (_, dot) => ((data[dot >> 3]! >> (7 - (dot & 7))) & 1) === 1);
  return cutOut({ width, black });
}

/** The share of the ink of one that lies more than a dot away from all ink of the other, where they lie on each other best. */
export function strayShare(one: Ink, other: Ink): number {
  const shifts = [-2, -1, 0, 1, 2];
  return Math.min(...shifts.flatMap((dx) => shifts.map((dy) => strayAt(one, other, dx, dy))));
}

/** How many pieces of ink hang together, specks apart. */
export function shapesOf({ width, height, black }: Ink): number {
  const seen = new Uint8Array(black.length);
  let shapes = 0;
  for (let start = 0; start < black.length; start += 1) {
    if (!black[start] || seen[start]) continue;
    let dots = 0;
    const ahead = [start];
    seen[start] = 1;
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      dots += 1;
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const [nx, ny] = [x + dx, y + dy];
          const next = ny * width + nx;
          if (nx < 0 || ny < 0 || nx >= width || ny >= height || !black[next] || seen[next]) continue;
          seen[next] = 1;
          ahead.push(next);
        }
      }
    }
    if (dots >= 4) shapes += 1;
  }
  return shapes;
}

function strayAt(one: Ink, other: Ink, dx: number, dy: number): number {
  let [ink, stray] = [0, 0];
  one.black.forEach((isBlack, at) => {
    if (!isBlack) return;
    ink += 1;
    if (!isNear(other, (at % one.width) + dx, Math.floor(at / one.width) + dy)) stray += 1;
  });
  return stray / Math.max(1, ink);
}

function isNear({ width, height, black }: Ink, x: number, y: number): boolean {
  for (let ny = y - 1; ny <= y + 1; ny += 1) {
    for (let nx = x - 1; nx <= x + 1; nx += 1) {
      if (nx >= 0 && ny >= 0 && nx < width && ny < height && black[ny * width + nx]) return true;
    }
  }
  return false;
}

function cutOut({ width, black }: Omit<Ink, 'height'>): Ink {
  const dots = black.flatMap((isBlack, at) => (isBlack ? [at] : []));
  const xs = dots.map((at) => at % width);
  const ys = dots.map((at) => Math.floor(at / width));
  if (dots.length === 0) return { width: 0, height: 0, black: [] };
  const [left, right] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const [top, bottom] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  const [across, down] = [right - left + 1, bottom - top + 1];
  return {
    width: across,
    height: down,
    black: Array.from(
      { length: across * down },
      (_, at) => black[(top + Math.floor(at / across)) * width + left + (at % across)]!,
    ),
  };
}
