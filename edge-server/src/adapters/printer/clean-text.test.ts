import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cleanAddress, cleanStrings, cleanText } from './clean-text.ts';

describe('clean text', () => {
  it('drops commands, overrides and halves, and keeps words apart', () => {
    expect(cleanText('\x1b@M.\tO.\r\n\u202eevil\u2066 \ud800\u0000 ')).toBe('@M. O. evil');
    expect(cleanText('Zoe\u0301')).toBe('Zoé');
    expect(cleanText('等候区 منطقة')).toBe('等候区 منطقة');
  });

  it('never leaves a control, a format character or more than 200 letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/u);
        expect(Array.from(clean).length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('reaches every string of a document', () => {
    expect(cleanStrings({ a: 'x\x1b', b: [{ c: '\x07y', n: 4 }], d: undefined })).toEqual({
      a: 'x',
      b: [{ c: 'y', n: 4 }],
      d: undefined,
    });
  });
});

describe('clean address', () => {
  it('takes web addresses, in ASCII', () => {
    expect(cleanAddress('https://clinic.example/t/abc')).toBe('https://clinic.example/t/abc');
    expect(cleanAddress('https://clinic.example/é')).toBe('https://clinic.example/%C3%A9');
  });

  it.each([['javascript:alert(1)'], ['not an address'], [''], [`https://clinic.example/${'a'.repeat(400)}`]])(
    'refuses %s',
    (text) => {
      expect(cleanAddress(text)).toBeUndefined();
    },
  );
});
