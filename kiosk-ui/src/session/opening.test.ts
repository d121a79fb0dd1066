import { describe, expect, it } from 'vitest';
import { isClosed, opensAgainAt } from './opening.ts';

describe('a clinic', () => {
  it('is open within its hours, and when it says none', () => {
    expect(isClosed({ openUntil: '18:00', opensNextDayAt: 9 })).toBe(false);
    expect(isClosed({})).toBe(false);
  });

  it('is closed outside its hours until it opens, the same day perhaps', () => {
    expect(isClosed({ opensAt: 5, opensNextDayAt: 9 })).toBe(true);
    expect(opensAgainAt({ opensAt: 5, opensNextDayAt: 9 })).toBe(5);
  });

  it('that was closed by hand opens on another day, whatever its hours say of this one', () => {
    expect(isClosed({ dayClosed: true, openUntil: '18:00', opensNextDayAt: 9 })).toBe(true);
    expect(opensAgainAt({ dayClosed: true, opensAt: 5, opensNextDayAt: 9 })).toBe(9);
  });
});
