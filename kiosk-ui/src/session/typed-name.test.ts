import { expect, it } from 'vitest';
import { initialsOf, nameCase } from './typed-name.ts';

it.each([
  ['ADEYEMI-FEATHERS', 'Adeyemi-Feathers'],
  ['  DE LA  CRUZ', 'De La Cruz'],
  ['O’NEIL', 'O’Neil'],
  ['ÁÇÑ', 'Áçñ'],
  ['محمد', 'محمد'],
])('the name %s is %s', (typed, name) => expect(nameCase(typed)).toBe(name));
it('a name is never longer than sixty letters', () => expect(nameCase('A'.repeat(400))).toHaveLength(60));
it.each([
  ['mo', 'M. O.'],
  ['M', 'M.'],
  ['م ع', 'م. ع.'],
])('the initials %s are %s', (typed, initials) => expect(initialsOf(typed)).toBe(initials));
