import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { findWords } from './find-words.ts';
import { foldText } from './fold-text.ts';
import { typedSearch } from './typed-search.ts';

/** What the index does, without it: each term of one search begins one of the words. */
function finds(typed: string, patient: PatientDetails): boolean {
  const words = findWords(patient);
  return typedSearch(typed).some((search) =>
    search.every((term) => term.some((beginning) => words.some((word) => word.startsWith(beginning)))),
  );
}

const maria: PatientDetails = {
  name: { given: 'María del Carmen', family: 'Fernández-Villaverde' },
  birthDate: '1971-02-12',
  phone: '+351 912 345 678',
  identifiers: [{ kind: 'national-id', value: 'AB 123-4567/X' }],
};

describe('finding somebody by what is typed', () => {
  it.each([
    'm',
    'maria',
    'FERNANDEZ',
    'villa mar',
    'fernandezvilla',
    'Fernández-Vill',
    'carmen,maria',
    '12.2.1971',
    '12.02.71',
    '12/2/1971',
    '2/12/1971',
    '1971-02-12',
    '12 2 1971',
    '12021971',
    '19710212',
    '120271',
    '١٢/٢/١٩٧١',
    '1971年2月12日',
    '12.2.',
    '12.2.19',
    'maria 12.2.71',
    '5678',
    '912 345 678',
    '0912345678',
    '+351912345678',
    '00351 912 345 678',
    'fernandez 5678',
    'AB1234567X',
    'ab 123 45',
    '5678 12.2.1971',
    'maria 1',
  ])('finds her by %s', (typed) => expect(finds(typed, maria)).toBe(true));

  it.each(['mario', 'maria lopez', 'ernandez', '2.12.1971', '13.2.1971', '12.2.1972', '912', '678', '4321', '9999'])(
    'does not find her by %s',
    (typed) => expect(finds(typed, maria)).toBe(false),
  );

  it.each(['', '  ', '1', '12', '-', '.', '( )'])('looks for nobody by %j', (typed) =>
    expect(typedSearch(typed)).toEqual([]),
  );

  it('reads a date with strokes both ways, and one with dots in one', () => {
    const second = { birthDate: '1980-02-01' };
    const january = { birthDate: '1980-01-02' };
    expect([second, january].map((patient) => finds('01/02/1980', patient))).toEqual([true, true]);
    expect([second, january].map((patient) => finds('1.2.1980', patient))).toEqual([true, false]);
    expect([second, january].map((patient) => finds('1980-02-01', patient))).toEqual([true, false]);
  });

  it('takes the last four of a phone as they are, zeros too', () => {
    expect(finds('0041', { phone: '600 120 041' })).toBe(true);
    expect(finds('0041', { phone: '600 121 141' })).toBe(false);
  });

  it('finds a number whoever writes its country', () => {
    expect(finds('+44 20 7946 0958', { phone: '020 7946 0958' })).toBe(true);
    expect(finds('020 7946 0958', { phone: '+44 (0)20 7946 0958' })).toBe(true);
  });

  it('finds names of every script as they are typed', () => {
    const mohammed = { name: { given: 'محمّد عبد الرحمن', family: 'الهاشمي' } };
    expect(['محمد', 'هاشمي', 'الهاشمي عبد'].map((typed) => finds(typed, mohammed))).toEqual([true, true, true]);
    expect(finds('احمد', { name: { given: 'أحمد' } })).toBe(true);
    const chen = { name: { family: '陈', given: '美玲' } };
    expect(['陈', '陈美', '陈美玲', '美玲', '玲', '陈 美玲'].map((typed) => finds(typed, chen))).toEqual(
      Array.from({ length: 6 }, () => true),
    );
    expect(finds('陈玲', chen)).toBe(false);
    expect(finds('wisniewska', { name: { given: 'Aleksandra', family: 'Wiśniewska-Kowalczyk' } })).toBe(true);
    expect(finds('lodz', { name: { family: 'Łódź' } })).toBe(true);
    expect(finds('nguyen thi', { name: { family: 'Nguyễn', given: 'Thị Minh Khai' } })).toBe(true);
    expect(finds('osullivan', { name: { family: 'O’Sullivan' } })).toBe(true);
    expect(finds('strasse', { name: { family: 'Straße' } })).toBe(true);
    expect(finds('yilmaz', { name: { given: 'Işık', family: 'YILMAZ' } })).toBe(true);
  });
});

const namePart = fc.stringMatching(/^[A-ZÁÉÍÑÖÜŁŚÇa-záéíñöüłśçøæß]{2,12}$/);
const names = fc.array(namePart, { minLength: 1, maxLength: 4 });

describe('folding', () => {
  it('always gives the same again', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)));
  });

  it('never keeps case or accents', () => {
    fc.assert(
      fc.property(namePart, (name) => {
        const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
        expect([name.toUpperCase(), plain, name.normalize('NFD')].map(foldText)).toEqual(Array(3).fill(foldText(name)));
      }),
    );
  });

  it('always finds a person by the beginnings of some parts of the name, in any order', () => {
    const typed = names.chain((parts) =>
      fc.record({
        parts: fc.constant(parts),
        split: fc.nat({ max: parts.length }),
        chosen: fc.shuffledSubarray(parts, { minLength: 1 }),
        letters: fc.integer({ min: 1, max: 12 }),
      }),
    );
    fc.assert(
      fc.property(typed, ({ parts, split, chosen, letters }) => {
        const name = { given: parts.slice(0, split).join(' '), family: parts.slice(split).join('-') };
        expect(finds(chosen.map((part) => part.slice(0, letters)).join(' '), { name })).toBe(true);
      }),
    );
  });

  it('always finds a birth date in every way that it is written', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const birthDate = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = birthDate.split('-') as [string, string, string];
        const [d, m] = [Number(dayOfMonth), Number(month)];
        for (const typed of [birthDate, `${d}.${m}.${year}`, `${dayOfMonth}/${month}/${year}`, `${m}/${d}/${year}`])
          expect([typed, finds(typed, { birthDate })]).toEqual([typed, true]);
      }),
    );
  });
});
