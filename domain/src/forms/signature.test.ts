import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stroke } from '@foyer/contracts/forms.ts';
import { signatureLimits, signaturePad } from '@foyer/contracts/signature-measure.ts';
import { signatureFault } from './signature.ts';
import { aSignature } from './testing.ts';

const drawn = (...strokes: Stroke[]) => ({ by: 'glass' as const, strokes });
const line = (points: number, step: number): Stroke =>
  Array.from({ length: points }, (_, index): [number, number] => [(index * step) % signaturePad.width, 100]);

describe('a signature', () => {
  it('is a line that goes somewhere, or a tap', () => {
    expect(signatureFault(aSignature)).toBeUndefined();
    expect(signatureFault({ by: 'tap' })).toBeUndefined();
  });

  it.each([
    ['nothing at all', undefined],
    ['an empty pad', drawn()],
    ['a finger that rested', drawn(Array.from({ length: 400 }, (): [number, number] => [500, 500]))],
    ['a short slip', drawn(line(30, 10))],
    ['two far points', drawn([[0, 0] as [number, number], [9_000, 0]])],
  ])('is not %s', (_what, signature) => {
    expect(signatureFault(signature)).toBe('signature-empty');
  });

  it('may be in many strokes, none of which would be enough', () => {
    expect(signatureFault(drawn(...Array.from({ length: 6 }, () => line(4, 80))))).toBeUndefined();
  });

  it('is not kept when it fills the pad', () => {
    expect(signatureFault(drawn(line(signatureLimits.mostPoints, 3), line(1, 1)))).toBe('signature-too-large');
  });

  it('always is one or is refused, and never takes more than 64 kB', () => {
    const point = fc.tuple(fc.nat(signaturePad.width), fc.nat(signaturePad.height));
    fc.assert(
      fc.property(fc.array(fc.array(point, { minLength: 1, maxLength: 60 }), { maxLength: 120 }), (strokes) => {
        const fault = signatureFault(drawn(...strokes));
        if (fault !== undefined) return fault === 'signature-empty' || fault === 'signature-too-large';
        return JSON.stringify(strokes).length <= 64 * 1024;
      }),
      { numRuns: 50 },
    );
  });
});
