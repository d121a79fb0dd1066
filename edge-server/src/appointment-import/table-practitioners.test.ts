import { describe, expect, it } from 'vitest';
import { readPractitioner } from './table-practitioners.ts';

const staff = [
  { id: 'ana', name: 'Ana Ruiz' },
  { id: 'lim', name: 'Dr. Wei-Ling Lim' },
  { id: 'jose', name: 'José Ángel Núñez' },
  { id: 'amira', name: 'Amira Ruiz' },
];

describe('whom a visit of a table is with', () => {
  it.each([
    ['Ana Ruiz', 'ana'],
    ['RUIZ, Ana', 'ana'],
    ['Lim, Wei-Ling', 'lim'],
    ['Dr Wei-Ling Lim', 'lim'],
    ['jose angel nunez', 'jose'],
    ['Dra. Núñez José Ángel', 'jose'],
    ['JAN', 'jose'],
  ])('%s is %s', (text, id) => expect(readPractitioner(text, staff)).toMatchObject({ practitioner: { id } }));

  it('is nobody whom the clinic does not know, and nobody where it could be two', () => {
    for (const text of ['Ruiz', 'Dr', 'Ana', 'perhaps']) {
      expect(readPractitioner(text, staff)).toEqual({ code: 'practitioner-unknown' });
    }
    expect(readPractitioner('AR', staff)).toEqual({ code: 'practitioner-several' });
  });
});
