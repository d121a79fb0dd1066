// How long until called, as it is told: a range, never a number that lies, and only words where nobody calls. Without a
// schema, so that a screen imports it whole.

/** Where the service times came from: the clinic's plan, or its own visits. */
export const waitBases = ['configured', 'learned'] as const;
export type WaitBasis = (typeof waitBases)[number];

/** Rounded, so that nobody counts on a minute. */
export interface WaitRange {
  readonly fromMinutes: number;
  /** Absent: longer than `fromMinutes`, and nobody can say by how much. */
  readonly untilMinutes?: number;
}

/** The wait as a screen says it. */
export type WaitView =
  | (WaitRange & {
      /** From the clinic's planned times: too few visits were seen yet. */
      readonly planned?: true;
    })
  | {
      /** No point calls for it, or all of those that would pause; or the day may well end before it is called. */
      readonly stopped: 'closed' | 'paused' | 'closing';
    };

/** Which words say it, with which minutes: the same on a screen and on paper. */
export type WaitPhrase =
  | { readonly words: 'range'; readonly from: number; readonly until: number }
  | { readonly words: 'under' | 'over'; readonly minutes: number }
  | { readonly words: 'over-two-hours' | 'closed' | 'paused' | 'closing' };

/** Beyond this a range says no more than "more than two hours". */
export const longestToldMinutes = 120;

/** How many of a hundred waits are to end within what was estimated: the interval is P20 to P80. */
export const aimedCoverage = 0.6;

export function waitPhrase(wait: WaitView): WaitPhrase {
  if ('stopped' in wait) return { words: wait.stopped };
  const { fromMinutes: from, untilMinutes: until } = wait;
  if (until === undefined) {
    return from >= longestToldMinutes ? { words: 'over-two-hours' } : { words: 'over', minutes: from };
  }
  return from === 0 ? { words: 'under', minutes: until } : { words: 'range', from, until };
}
