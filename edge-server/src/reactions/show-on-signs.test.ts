import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignFace } from '../ports/things.ts';
import { ShowOnSigns, signBelievesMs, type SignNow } from './show-on-signs.ts';

const sign = 'sign-1';
const aCall = (number: string, at = 1): NonNullable<SignNow['call']> => ({ id: `call-${number}`, number, at });

let told: (SignFace & { readonly deviceId: string })[];
let call: SignNow['call'];
let changed: () => void;
let signs: ShowOnSigns;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  told = [];
  call = undefined;
  signs = new ShowOnSigns({
    things: { show: (deviceId, face) => void told.push({ deviceId, ...face }) },
    signs: () => [{ deviceId: sign, call }],
    onChanged: (listener) => (changed = listener),
    now: Date.now,
  });
});
afterEach(() => vi.useRealTimers());

function callNow(next: SignNow['call']): void {
  call = next;
  changed();
}

describe('a number sign', () => {
  it('is told of a call at once, flashes for it, and goes dark when it is over', async () => {
    await signs.start();
    callNow(aCall('A001'));
    callNow(undefined);
    expect(told.map(({ number, flash }) => ({ number, flash }))).toEqual([
      { number: null, flash: false },
      { number: 'A001', flash: true },
      { number: null, flash: false },
    ]);
  });

  it('is told once of one call, and flashes again when it is called again', async () => {
    await signs.start();
    callNow(aCall('A001'));
    changed();
    callNow(aCall('A001', 2));
    expect(told.filter(({ number }) => number === 'A001')).toMatchObject([{ flash: true }, { flash: true }]);
  });

  it('is told again before it stops believing what it shows, without a flash', async () => {
    await signs.start();
    callNow(aCall('A001'));
    const first = told.at(-1)!;
    for (let passed = 0; passed < 10 * signBelievesMs; passed += 1_000) {
      vi.advanceTimersByTime(1_000);
      expect(told.at(-1)!.validUntil).toBeGreaterThan(Date.now());
    }
    expect(first.validUntil).toBeLessThan(Date.now());
    expect(told.at(-1)).toMatchObject({ number: 'A001', flash: false });
  });

  it('does not flash for what was called before the edge was started', async () => {
    call = aCall('A001');
    await signs.start();
    expect(told).toMatchObject([{ number: 'A001', flash: false }]);
  });

  it('is dark once the edge has ended', async () => {
    call = aCall('A001');
    await signs.start();
    await signs.stop();
    expect(told.at(-1)).toMatchObject({ deviceId: sign, number: null });
    vi.advanceTimersByTime(signBelievesMs);
    expect(told).toHaveLength(2);
  });
});
