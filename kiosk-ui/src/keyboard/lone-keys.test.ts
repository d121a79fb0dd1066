import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LoneKeys } from './lone-keys.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pressed: string[] = [];
const aHand = () => {
  pressed.length = 0;
  return new LoneKeys((key) => pressed.push(key));
};

describe('a key', () => {
  it('counts when it stands alone', () => {
    const keys = aHand();
    keys.down('4', 1_000);
    vi.advanceTimersByTime(100);
    keys.down('4', 1_150);
    vi.advanceTimersByTime(100);
    expect(pressed).toEqual(['4', '4']);
  });
  it('does not count among those of a scanner, the first and the last included', () => {
    const keys = aHand();
    for (const [index, key] of [...'40170725'].entries()) {
      keys.down(key, 1_000 + index * 10);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(100);
    expect(pressed).toEqual([]);
  });
});
