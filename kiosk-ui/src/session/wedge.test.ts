import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Wedge } from './wedge.ts';

const LINES = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'] as const;

function type(wedge: Wedge, text: string, everyMs: number, from = 0) {
  let at = from;
  return [...text].map((key) => wedge.key(key === '\n' ? 'Enter' : key, (at += everyMs)));
}

describe('a scanner that types', () => {
  it('is known by its speed and its Enter', () => {
    const keys = type(new Wedge(), 'FOYER1.abcdefghijkl\n', 5);
    expect(keys.at(-1)).toEqual({ scan: { format: 'qr', text: 'FOYER1.abcdefghijkl' }, swallow: true });
  });
  it('gives a passport as two lines', () => {
    const keys = type(new Wedge(), `${LINES[0]}\n${LINES[1]}\n`, 4);
    expect(keys.filter(({ scan }) => scan)).toEqual([
      { scan: { format: 'mrz', text: LINES.join('\n') }, swallow: true },
    ]);
  });
  it('forgets half a passport with whoever laid it there', () => {
    const wedge = new Wedge();
    type(wedge, `${LINES[0]}\n`, 4);
    wedge.forget();
    const keys = type(wedge, `${LINES[1]}\n`, 4, 300);
    expect(keys.at(-1)).toEqual({ scan: { format: 'qr', text: LINES[1] }, swallow: true });
  });
  it('never takes a hand for a scanner', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 ]{1,40}$/), fc.integer({ min: 46, max: 500 }), (text, everyMs) => {
        expect(type(new Wedge(), `${text}\n`, everyMs).some(({ scan, swallow }) => scan ?? swallow)).toBe(false);
      }),
    );
  });
});
