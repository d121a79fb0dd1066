import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { VirtualSign } from './virtual-sign.ts';

let sign: VirtualSign;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  sign = new VirtualSign(Date.now, () => undefined);
});
afterEach(() => vi.useRealTimers());

const told = (number: string | null, flash = false, lastsMs = 60_000): void =>
  sign.told({ number, flash, validUntil: Date.now() + lastsMs });

it('flashes for a new call, and shows it quietly after that', () => {
  told('A047', true);
  expect(sign.face).toEqual({ number: 'A047', flashes: true });
  told('A047');
  expect(sign.face.flashes).toBe(true);
  vi.advanceTimersByTime(6_000);
  expect(sign.face).toEqual({ number: 'A047', flashes: false });
});

it('goes dark by itself when nobody tells it again', () => {
  told('A047');
  vi.advanceTimersByTime(59_999);
  expect(sign.face.number).toBe('A047');
  vi.advanceTimersByTime(1);
  expect(sign.face.number).toBeNull();
});

it('shows nothing that was kept for too long', () => {
  told('A047', false, -1);
  expect(sign.face.number).toBeNull();
});
