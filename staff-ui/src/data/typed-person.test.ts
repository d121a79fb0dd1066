import { describe, expect, it } from 'vitest';
import { typedPerson } from './typed-person.ts';

const now = Date.UTC(2026, 10, 24);

describe('registering what was typed', () => {
  it.each([
    ['Ada Lovelace', { given: 'Ada', family: 'Lovelace' }],
    ['ana', { given: 'ana', family: '' }],
    ['María del Carmen Ruiz', { given: 'María del Carmen', family: 'Ruiz' }],
    ['Ada Lovelace 10.12.1985', { given: 'Ada', family: 'Lovelace', birthDate: '1985-12-10' }],
    ['1985-12-10 Ada', { given: 'Ada', family: '', birthDate: '1985-12-10' }],
    ['Ada 10/12/85', { given: 'Ada', family: '', birthDate: '1985-12-10' }],
    ['Ada 1.2.19', { given: 'Ada', family: '', birthDate: '2019-02-01' }],
    ['Ada +351 912 345 678', { given: 'Ada', family: '', phone: '+351 912 345 678' }],
    ['912345678', { given: '', family: '', phone: '912345678' }],
    ['10.12.1985', { given: '', family: '', birthDate: '1985-12-10' }],
    ['Ada 31.2.1985', { given: 'Ada', family: '' }],
    ['Ada 1.1.2031', { given: 'Ada', family: '' }],
    ['A044', { given: '', family: '' }],
    ['1234', { given: '', family: '' }],
  ])('%s', (typed, person) => expect(typedPerson(typed, now)).toEqual(person));
});
