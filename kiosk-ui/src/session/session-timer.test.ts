import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SessionTimer, stillnessMs } from './session-timer.ts';

const seen: string[] = [];
const aTimer = () => new SessionTimer({ ask: () => seen.push('ask'), wipe: () => seen.push('wipe') });

beforeEach(() => {
  seen.length = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('the session of a kiosk', () => {
  it.each([
    ['identify', false, 45],
    ['services', false, 45],
    ['refusal', false, 45],
    ['scan', false, 90],
    ['birth-date', false, 90],
    ['confirm', false, 90],
    ['register', false, 90],
    ['ticket', false, 20],
    ['ticket', true, 90],
    ['help', false, 90],
  ] as const)('on %s (being read to: %s) asks after %i s and wipes 20 s later', (page, beingReadTo, seconds) => {
    aTimer().touched(page, beingReadTo);
    vi.advanceTimersByTime(seconds * 1000 - 1);
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(seen).toEqual(['ask']);
    vi.advanceTimersByTime(20_000);
    expect(seen).toEqual(['ask', 'wipe']);
  });
  it('goes on when somebody touches, also after the question', () => {
    const timer = aTimer();
    timer.touched('ticket', false);
    vi.advanceTimersByTime(30_000);
    expect(timer.asking).toBe(true);
    timer.touched('ticket', false);
    expect(timer.asking).toBe(false);
    vi.advanceTimersByTime(19_999);
    expect(seen).toEqual(['ask']);
  });
  it('puts the idle screen in order without a question', () => {
    aTimer().touched('idle', false);
    vi.advanceTimersByTime(stillnessMs('idle', false));
    expect(seen).toEqual(['wipe']);
  });
});
