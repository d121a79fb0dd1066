import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInCodeBytes, decodeCheckInCode, encodeCheckInCode } from './check-in-code.ts';
import { foldName, initialsOf, plainText } from './names.ts';
import { readTravelDocument } from './travel-document.ts';

// ICAO Doc 9303, part 4, appendix A: the specimen passport of Utopia.
const specimen = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

describe('travel document', () => {
  it('reads the specimen passport and says that it has expired', () => {
    const reading = readTravelDocument(specimen.join('\r\n'), '2026-11-22');
    expect(reading).toEqual({
      ok: true,
      document: {
        format: 'TD3',
        documentNumber: 'L898902C3',
        issuer: 'UTO',
        family: 'ERIKSSON',
        given: 'ANNA MARIA',
        birthDate: '1974-08-12',
        gender: 'female',
        expires: '2012-04-15',
        expired: true,
      },
    });
  });

  it('reads the same text without its line break and in small letters', () => {
    expect(readTravelDocument(specimen.join('').toLowerCase(), '2012-01-01')).toMatchObject({
      document: { expired: false },
    });
  });

  it('corrects a letter O read for a zero in a date', () => {
    const [first, second] = specimen as [string, string];
    expect(readTravelDocument(first + second.replace('1204159', '12O4159'), '2012-01-01').ok).toBe(true);
  });

  it('never accepts another digit in a date', () => {
    const digits = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.constantFrom(13, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 26), digits, (at, digit) => {
        const second = specimen[1] ?? '';
        fc.pre(/\d/.test(second[at] ?? '') && second[at] !== String(digit));
        const changed = second.slice(0, at) + String(digit) + second.slice(at + 1);
        expect(readTravelDocument((specimen[0] ?? '') + changed, '2012-01-01').ok).toBe(false);
      }),
    );
  });

  it('never throws, whatever was scanned', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof readTravelDocument(text, '2026-11-22').ok).toBe('boolean');
      }),
    );
  });
});

describe('check-in code', () => {
  const aCode = fc.record({
    clinicId: fc.uuid(),
    appointmentId: fc.uuid(),
    businessDay: fc.constantFrom('2026-11-22', '2027-01-01', '2026-02-28'),
  });
  const withTime = fc.record({ code: aCode, time: fc.constantFrom('00:00', '09:05', '10:40', '23:59') });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(aCode, fc.uint8Array({ minLength: 64, maxLength: 64 }), (code, signature) => {
        const decoded = decodeCheckInCode(encodeCheckInCode(code, signature));
        expect(decoded).toMatchObject(code);
        expect(decoded?.signature).toEqual(signature);
        expect(decoded?.signed).toEqual(checkInCodeBytes(code));
      }),
    );
  });

  it('says the time of day from version 2 on, signed with the rest', () => {
    fc.assert(
      fc.property(withTime, fc.uint8Array({ minLength: 64, maxLength: 64 }), ({ code, time }, signature) => {
        const decoded = decodeCheckInCode(encodeCheckInCode({ ...code, time }, signature));
        expect(decoded).toMatchObject({ ...code, time });
        expect(decoded?.signature).toEqual(signature);
        expect(decoded?.signed).toEqual(checkInCodeBytes({ ...code, time }));
        expect(decodeCheckInCode(encodeCheckInCode(code, signature))).not.toHaveProperty('time');
      }),
    );
  });

  it('is undefined where what is written is no day, or no time of day', () => {
    const code = {
      clinicId: '01990000-0000-7000-8000-000000000001',
      appointmentId: '01990000-0000-7000-8000-000000000002',
    };
    const written = (businessDay: string, time: string) =>
      decodeCheckInCode(encodeCheckInCode({ ...code, businessDay, time }, new Uint8Array(64)));
    expect(written('2026-11-22', '23:59')).toBeDefined();
    expect(written('2026-02-30', '09:40')).toBeUndefined();
    expect(written('2026-11-22', '24:00')).toBeUndefined();
  });

  it('is undefined for any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeCheckInCode(text)).toBeUndefined();
      }),
    );
    expect(decodeCheckInCode('F1.AAAA')).toBeUndefined();
  });
});

describe('names', () => {
  it('shortens a name to initials', () => {
    expect(initialsOf({ given: 'maría', family: 'Ó Súilleabháin' })).toBe('M. Ó.');
    expect(initialsOf({ family: '李' })).toBe('李.');
    expect(initialsOf(undefined)).toBe('');
  });

  it('compares without case, accents and points', () => {
    expect(foldName('M. Ó.')).toBe(foldName('mo'));
  });

  it('never lets a control character or a direction override through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainText(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
