import { describe, expect, it } from 'vitest';
import { FloodGuard, mostPresses, quietMs } from './flood-guard.ts';

const secondsApart = (guard: FloodGuard, count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => guard.press('button-1', from + index * 1_100));

describe('a button that is pressed fifty times', () => {
  it('counts a few times, floods once, and is not heard after that', () => {
    const heard = secondsApart(new FloodGuard(), 50);
    expect(heard.filter((each) => each === 'counts')).toHaveLength(mostPresses);
    expect(heard.filter((each) => each === 'floods')).toHaveLength(1);
    expect(heard.slice(mostPresses + 1)).toEqual(Array(50 - mostPresses - 1).fill('muted'));
  });

  it('counts again once it was quiet', () => {
    const guard = new FloodGuard();
    secondsApart(guard, 20);
    expect(guard.press('button-1', 19 * 1_100 + quietMs)).toBe('counts');
  });

  it('mutes no other button', () => {
    const guard = new FloodGuard();
    secondsApart(guard, 20);
    expect(guard.press('button-2', 20_000)).toBe('counts');
  });

  it('counts every press of somebody who takes their time', () => {
    const guard = new FloodGuard();
    for (let minute = 0; minute < 60; minute += 1) expect(guard.press('button-1', minute * 60_000)).toBe('counts');
  });
});
