import { expect, it } from 'vitest';
import { cardChecksums } from '@foyer/contracts/card-formats.ts';
import { cardFormatsFaults } from '@foyer/contracts/card-formats-faults.ts';
import { identifierKinds } from '@foyer/contracts/identifier-kinds.ts';
import { cardChecksumNames, identifierNames, maskFor } from './cards.ts';

it('offers every checksum and every kind of number', () => {
  expect(cardChecksumNames).toEqual(cardChecksums);
  expect(identifierNames.toSorted()).toEqual(identifierKinds.toSorted());
});

it.each([
  ['999 999 9999', '', '*** *** ####'],
  ['AA-99', '', '##-##'],
  ['999 999 9999', '#** *** ***#', '#** *** ***#'],
  ['9999999999', '*** *** ####', '******####'],
])('has a mask that fits how a number is written: %s', (pattern, before, mask) => {
  expect(maskFor(pattern, before)).toBe(mask);
});

it('is a mask that is taken', () => {
  const [pattern, identifier] = ['AA 999-9999', 'health-card'] as const;
  const format = { name: { en: 'Card' }, pattern, checksum: 'none', mask: maskFor(pattern, ''), identifier } as const;
  expect(cardFormatsFaults([format])).toEqual([]);
});
