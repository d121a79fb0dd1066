// How long a message to displays may be, and how long it may stand. Constants alone, so that a screen's bundle may carry
// them.

import { dayMs } from './time.ts';

/** In each language: what a wall can still show in letters that are read from afar. */
export const mostMessageLength = 200;
export const longestMessageMs = dayMs;
/** At once, on all displays together: a wall says them in turn, and nobody waits for a hundredth. */
export const mostMessages = 20;
/** Something that is seen, on one line, and nothing that turns the direction of what stands beside it. */
export const messagePattern = '^(?=.*\\S)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]+$';
