import { describe, expect, it } from 'vitest';
import type { CardFormat } from './card-formats.ts';
import { cardFormatsFaults } from './card-formats-faults.ts';

const card: CardFormat = {
  name: { en: 'Health card' },
  pattern: '999 999 9999',
  checksum: 'mod-11',
  mask: '*** *** ####',
  identifier: 'health-card',
};
const faults = (changes: Partial<CardFormat>) => cardFormatsFaults([{ ...card, ...changes }]);

describe('how a card is written', () => {
  it('is taken as it should be', () => {
    expect(cardFormatsFaults()).toEqual([]);
    expect(faults({})).toEqual([]);
    expect(faults({ pattern: 'AA-999999A', mask: '**-*****##', checksum: 'none' })).toEqual([]);
  });

  it.each([
    ['without a name', { name: { en: ' ' } }, 'name', 'text-missing'],
    [
      'too short to be told from chance',
      { pattern: '99999', mask: '*****', checksum: 'none' },
      'pattern',
      'card-pattern',
    ],
    ['in other letters', { pattern: 'Ж999999', mask: '*******', checksum: 'none' }, 'pattern', 'card-pattern'],
    ['with a mask of another length', { mask: '****' }, 'mask', 'card-mask'],
    ['with a mask that parts it elsewhere', { mask: '****** *####' }, 'mask', 'card-mask'],
    ['with a mask that shows it', { mask: '*** ### ####' }, 'mask', 'card-mask'],
    ['with a checksum of digits over letters', { pattern: 'AAA 999 9999' }, 'checksum', 'card-checksum'],
    [
      'with a checksum of ten digits over nine',
      { pattern: '999 999 999', mask: '*** *** ###' },
      'checksum',
      'card-checksum',
    ],
  ] as const)('is at fault: %s', (_what, changes, field, code) => {
    expect(faults(changes)).toContainEqual({ path: `/cardFormats/0/${field}`, code });
  });

  it('is at fault where another one is written the same', () => {
    expect(cardFormatsFaults([card, { ...card, pattern: '9999999999', mask: '******####' }])).toEqual([
      { path: '/cardFormats/1/pattern', code: 'card-twice' },
    ]);
  });
});
