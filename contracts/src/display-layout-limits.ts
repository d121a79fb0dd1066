// How much one display may be told to show, and how one looks and sounds that nobody has set. Constants alone, so that
// a screen's bundle may carry them.

import type { DisplayLayout } from './display-layout.ts';

/** Rows of recent calls. Source: SCREENS.md, "Display". */
export const mostRecentCalls = 8;
export const mostTickerTexts = 8;
/** Services whose wait is told: what a person can still look for their own in. */
export const mostWaits = 6;
export const mostMediaItems = 20;
/** How long one picture stands, in seconds; a video is cut there. */
export const mediaSeconds = { least: 3, most: 600 } as const;
/** How long a call keeps the stage at least, also when others wait. */
export const dwellSeconds = { least: 5, most: 60 } as const;

export const nameModes = ['none', 'masked'] as const;
export const quietSounds = ['silent', 'softer'] as const;

/** The whole floor, every recent call, nothing beside them, and no name. */
export const usualLayout: DisplayLayout = {
  scope: {},
  recentCalls: mostRecentCalls,
  ticker: [],
  media: [],
  dwellSeconds: 8,
  voiceLanguages: [],
  names: 'none',
};
