import { describe, expect, it } from 'vitest';
import { ageText, agoText } from './ago.ts';

describe('how long ago', () => {
  it('is said in the largest unit that is whole', () => {
    expect([3_000, 59_999, 60_000, 7_200_000, 3 * 86_400_000].map((ms) => agoText(ms, 'en'))).toEqual([
      'now',
      'now',
      '1 minute ago',
      '2 hours ago',
      '3 days ago',
    ]);
    expect([0, 90_000, 26 * 3_600_000].map((ms) => ageText(ms, 'en'))).toEqual(['1 minute', '1 minute', '1 day']);
  });

  it('has Western digits in every language', () => {
    for (const code of ['es', 'zh', 'ar'] as const) {
      expect(agoText(5 * 60_000, code)).toMatch(/5/);
      expect(ageText(5 * 60_000, code)).toMatch(/5/);
    }
  });
});
