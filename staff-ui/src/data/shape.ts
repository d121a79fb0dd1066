// The shape that a page takes, from the window and the text size: what is large in letters is small in space.

export const Shape = {
  /** Two columns. */
  wide: 'wide',
  /** A tablet on its short side: one above the other. */
  upright: 'upright',
  /** A phone, or a tablet at twice the text: one column that scrolls. */
  small: 'small',
} as const;
export type Shape = (typeof Shape)[keyof typeof Shape];

const LEAST_WIDTH = 700;
const LEAST_HEIGHT = 560;

/** Pixels of the window; the text size in per cent. */
export function shapeOf(widthPx: number, heightPx: number, textSize: number): Shape {
  const width = (widthPx * 100) / textSize;
  const height = (heightPx * 100) / textSize;
  if (width < LEAST_WIDTH || height < LEAST_HEIGHT) return Shape.small;
  return height > width ? Shape.upright : Shape.wide;
}
