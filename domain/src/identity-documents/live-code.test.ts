import { minuteMs, secondMs } from '@foyer/contracts/time.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInCodeBytes, decodeCheckInCode, encodeCheckInCode, type CheckInCode } from './check-in-code.ts';
import { liveCodeAheadMs, liveCodeFault, liveCodeLastsMs, newLiveMark } from './live-code.ts';

const madeAt = Date.UTC(2026, 10, 22, 9, 32);
const aCode: CheckInCode = {
  clinicId: '01990000-0000-7000-8000-0000000000c1',
  appointmentId: '01990000-0000-7000-8000-0000000000a1',
  businessDay: '2026-11-22',
  time: '09:40',
  live: { madeAt, id: '000102030405060708ff' },
};
const signature = Uint8Array.from({ length: 64 }, (_, index) => index);

const anyMark = fc.record({
  now: fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2090, 0) }),
  random: fc.uint8Array({ minLength: 10, maxLength: 10 }),
});

describe('a live code', () => {
  it('is written as the protocol says', () => {
    expect(Buffer.from(checkInCodeBytes(aCode)).toString('hex')).toBe(
      [
        '03',
        '019900000000700080000000000000c1',
        '019900000000700080000000000000a1',
        '01352902',
        '0244',
        '6b02b690',
        '000102030405060708ff',
      ].join(''),
    );
  });

  it('comes back as it was written, to the second of its making', () => {
    fc.assert(
      fc.property(anyMark, ({ now, random }) => {
        const live = newLiveMark(now, random);
        const decoded = decodeCheckInCode(encodeCheckInCode({ ...aCode, live }, signature));
        expect(decoded).toMatchObject({ ...aCode, live });
        expect(decoded?.signature).toEqual(signature);
        expect(now - live.madeAt).toBeLessThan(secondMs);
        expect(live.madeAt).toBeLessThanOrEqual(now);
      }),
    );
  });

  it('is never taken for a code of the appointment, nor one of those for it', () => {
    const { live: _live, ...plain } = aCode;
    expect(decodeCheckInCode(encodeCheckInCode(plain, signature))).not.toHaveProperty('live');
    expect(checkInCodeBytes(plain).length).not.toBe(checkInCodeBytes(aCode).length);
  });

  it('has no sign that says nothing: another in any place is none, or has other bytes', () => {
    const text = encodeCheckInCode(aCode, signature);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const place = fc.integer({ min: 0, max: text.length - 1 });
    fc.assert(
      fc.property(place, fc.constantFrom(...alphabet), (at, sign) => {
        fc.pre(text[at] !== sign);
        const other = decodeCheckInCode(text.slice(0, at) + sign + text.slice(at + 1));
        expect([other?.signed, other?.signature]).not.toEqual([checkInCodeBytes(aCode), signature]);
      }),
    );
  });

  it('is never good from ten minutes after its making on, nor to a clock that is too far behind', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60 * minuteMs, max: 60 * minuteMs }), (later) => {
        const fault = liveCodeFault({ madeAt, id: '' }, madeAt + later);
        if (later >= liveCodeLastsMs) expect(fault).toBe('live-code-expired');
        else expect(fault).toBe(later < -liveCodeAheadMs ? 'live-code-ahead' : undefined);
      }),
    );
    expect([liveCodeLastsMs, liveCodeAheadMs]).toEqual([10 * minuteMs, 2 * minuteMs]);
    expect(liveCodeFault({ madeAt, id: '' }, madeAt + 10 * minuteMs - 1)).toBeUndefined();
    expect(liveCodeFault({ madeAt, id: '' }, madeAt + 10 * minuteMs)).toBe('live-code-expired');
  });
});
