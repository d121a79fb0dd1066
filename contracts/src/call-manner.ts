// How a display calls somebody who may not hear, see or reach it as others do. It says what the screen does, not why.

export interface CallManner {
  /** Keeps the stage half as long again. */
  readonly longer?: true;
  /** Light that comes and goes, never faster than three times in a second. Source: WCAG 2.2, 2.3.1. */
  readonly flashes?: true;
  /** The voice says the room once more. */
  readonly roomTwice?: true;
}
