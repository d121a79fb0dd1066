// Two bars stand side by side within their hour, however many hours the chart has and however narrow it is.

/** Of an hour's width, for each of its two bars. */
export const BAR_SHARE = 0.36;
const WIDEST_PX = 40;

/** How wide a bar may be. A chart of one hour alone would take the whole width for that hour's. */
export function widestBarPx(plotPx: number, hours: number): number {
  return Math.min(WIDEST_PX, Math.floor((plotPx / hours) * BAR_SHARE));
}
