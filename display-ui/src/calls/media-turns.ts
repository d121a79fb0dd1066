// Which picture or video has its turn: one after the other and round again, without those that could not be fetched.

import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';

export type MediaItem = DisplayLayout['media'][number];

/** The place of the one after `current`; undefined when none can be shown. */
export function nextTurn(
  items: readonly MediaItem[],
  current: number | undefined,
  isMissing: (file: string) => boolean,
): number | undefined {
  const first = current === undefined ? 0 : current + 1;
  for (let step = 0; step < items.length; step += 1) {
    const place = (first + step) % items.length;
    const item = items[place];
    if (item && !isMissing(item.file)) return place;
  }
  return undefined;
}
