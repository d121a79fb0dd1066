import { describe, expect, it } from 'vitest';
import { loudnessAt } from './quiet-hours.ts';

describe('quiet hours', () => {
  const atNight = { from: '21:00', until: '07:00', sound: 'silent' } as const;

  it('are silent through midnight, from their first minute and not in the one that ends them', () => {
    const times = ['20:59', '21:00', '00:00', '06:59', '07:00', '12:00'];
    expect(times.map((time) => loudnessAt(time, atNight))).toEqual([1, 0, 0, 0, 1, 1]);
  });
  it('are softer where the clinic wants no silence', () => {
    const afterLunch = { from: '13:00', until: '15:00', sound: 'softer' } as const;
    expect(loudnessAt('14:00', afterLunch)).toBeGreaterThan(0);
    expect(loudnessAt('14:00', afterLunch)).toBeLessThan(1);
    expect(loudnessAt('15:00', afterLunch)).toBe(1);
  });
  it('are none where the clinic set none', () => expect(loudnessAt('03:00', undefined)).toBe(1));
});
