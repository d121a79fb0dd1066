// How long ago a clinic's line was heard, in the largest unit that is whole.

export type LineWords =
  | { readonly key: 'line.now' }
  | { readonly key: 'line.seconds' | 'line.minutes' | 'line.hours' | 'line.days'; readonly count: number };

export function lineWords(agoMs: number): LineWords {
  const seconds = Math.floor(agoMs / 1_000);
  if (seconds < 2) return { key: 'line.now' };
  if (seconds < 60) return { key: 'line.seconds', count: seconds };
  if (seconds < 3_600) return { key: 'line.minutes', count: Math.floor(seconds / 60) };
  if (seconds < 86_400) return { key: 'line.hours', count: Math.floor(seconds / 3_600) };
  return { key: 'line.days', count: Math.floor(seconds / 86_400) };
}
