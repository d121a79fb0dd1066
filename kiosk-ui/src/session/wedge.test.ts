import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scan } from './acts.ts';
import { Wedge } from './wedge.ts';

const PASSPORT = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const CARD = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

/** What came of keys: what a field would be given, the scans, and how often Enter went through. */
function type(wedge: Wedge, text: string, everyMs: number, from = 0) {
  let at = from;
  let field = '';
  let entered = 0;
  const scans: Scan[] = [];
  for (const character of text) {
    const key = character === '\r' ? 'Enter' : character;
    const { typed, taken, scan } = wedge.key(key, (at += everyMs));
    field += typed.map((each) => each.key).join('');
    if (!taken && key === 'Enter') entered += 1;
    if (scan) scans.push(scan);
  }
  return { field, scans, entered };
}
/** And then nothing more. */
function typeAll(wedge: Wedge, text: string, everyMs: number, from = 0) {
  const { field, scans, entered } = type(wedge, text, everyMs, from);
  const { typed, scan } = wedge.still();
  return { field: field + typed.map(({ key }) => key).join(''), scans: scan ? [...scans, scan] : scans, entered };
}

describe('a scanner that types', () => {
  it('is known by its speed, and no field is given a letter of it', () => {
    expect(typeAll(new Wedge(), 'FOYER1.abcdefghijkl\r', 5)).toEqual({
      field: '',
      scans: [{ text: 'FOYER1.abcdefghijkl' }],
      entered: 0,
    });
  });

  it('may come right behind a hand, whose letters stay', () => {
    const wedge = new Wedge();
    expect(type(wedge, 'ana', 120).field).toBe('an');
    expect(typeAll(wedge, '04127A90\r', 5, 500)).toEqual({ field: 'a', scans: [{ text: '04127A90' }], entered: 0 });
  });

  it('is known by its prefix however slowly it goes on', () => {
    const wedge = new Wedge(() => '~');
    expect(typeAll(wedge, '~0412\r', 150)).toEqual({ field: '', scans: [{ text: '0412' }], entered: 0 });
    expect(typeAll(wedge, '~', 150, 5_000).field).toBe('~');
  });

  it('gives a document as its rows', () => {
    expect(typeAll(new Wedge(), `${PASSPORT.join('\r')}\r`, 4).scans).toEqual([
      { format: 'mrz', text: PASSPORT.join('\n') },
    ]);
    expect(typeAll(new Wedge(), `${CARD.join('\r')}\r`, 4).scans).toEqual([{ format: 'mrz', text: CARD.join('\n') }]);
  });

  it('gives a driver’s card with every separator that it holds', () => {
    const text = '@\n\x1e\rANSI 636000100002DL00410278DLDAQT64235789\nDCSSAMPLE\r';
    expect(typeAll(new Wedge(() => '~'), `~${text}\r`, 4).scans).toEqual([{ format: 'pdf417', text }]);
  });

  it('forgets half a passport with whoever laid it there', () => {
    const wedge = new Wedge();
    type(wedge, `${PASSPORT[0]}\r`, 4);
    wedge.forget();
    expect(typeAll(wedge, `${PASSPORT[1]}\r`, 4, 300).scans).toEqual([{ text: PASSPORT[1] }]);
  });

  it('has read nothing of a line that never ended: the next key is a hand’s again, Enter too', () => {
    const wedge = new Wedge();
    type(wedge, 'FOYER1.abc', 5);
    expect(type(wedge, '\r', 0, 5_000)).toEqual({ field: '', scans: [], entered: 1 });
    expect(typeAll(wedge, 'ana\r', 120, 6_000)).toEqual({ field: 'ana', scans: [], entered: 1 });
  });

  it('has read a driver’s card when the next key comes, if it comes before the silence was noticed', () => {
    const wedge = new Wedge();
    type(wedge, '@\n\x1e\rANSI 636000\r', 4);
    expect(type(wedge, 'a', 0, 9_000).scans).toEqual([{ format: 'pdf417', text: '@\n\x1e\rANSI 636000' }]);
  });

  it('has read nothing of a line that never ends', () => {
    expect(typeAll(new Wedge(), 'FOYER1.abc', 5)).toEqual({ field: '', scans: [], entered: 0 });
    expect(typeAll(new Wedge(), `@${'x\r'.repeat(5_000)}\r`, 2).field).toBe('');
    expect(typeAll(new Wedge(), `${'x'.repeat(5_000)}\r`, 2)).toEqual({ field: '', scans: [], entered: 0 });
  });

  it('may end lines before it is known, as a driver’s card does', () => {
    for (const text of ['@\n\x1e\rANSI 636000', '@\rANSI 636000'])
      expect(typeAll(new Wedge(), `${text}\r`, 4)).toMatchObject({ field: '', entered: 0, scans: [{ text }] });
  });

  it('never lets a letter into a field', () => {
    const codes = fc.string({ unit: fc.constantFrom(...'aZ09 .<@~/'), minLength: 6, maxLength: 60 });
    fc.assert(
      fc.property(codes, fc.integer({ min: 1, max: 30 }), (code, everyMs) => {
        expect(typeAll(new Wedge(), `${code}\r`, everyMs)).toMatchObject({ field: '', entered: 0 });
      }),
    );
  });
});

describe('a hand', () => {
  it('keeps every letter, in order, and its Enter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 ~]{1,40}$/), fc.integer({ min: 31, max: 500 }), (text, everyMs) => {
        expect(typeAll(new Wedge(), `${text}\r`, everyMs)).toEqual({ field: text, scans: [], entered: 1 });
      }),
    );
  });

  it('may roll over a few keys as fast as a scanner, Enter too', () => {
    expect(typeAll(new Wedge(), 'maria', 12)).toEqual({ field: 'maria', scans: [], entered: 0 });
    const wedge = new Wedge();
    type(wedge, 'mo\r', 12);
    expect(wedge.still().typed.map(({ key }) => key)).toEqual(['m', 'o', 'Enter']);
  });
});
