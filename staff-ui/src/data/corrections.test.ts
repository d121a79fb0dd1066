import { describe, expect, it } from 'vitest';
import { asShown, corrections, type PersonFields } from './corrections.ts';

const record = {
  id: 'p',
  name: { given: 'Jon', family: 'Smyth' },
  birthDate: '1985-05-05',
  phone: '600 111 222',
  needs: ['hearing'],
  identifiers: [
    { kind: 'passport', value: 'X1234567' },
    { kind: 'health-card', value: '9434765919' },
  ],
} as const;
const untouched: PersonFields = {
  given: 'Jon',
  family: 'Smyth',
  birthDate: '1985-05-05',
  phone: '600 111 222',
  language: '',
  needs: ['hearing'],
  card: '9434765919',
};
const corrected = (changes: Partial<PersonFields>) =>
  corrections(
    { ...record, needs: [...record.needs], identifiers: [...record.identifiers] },
    { ...untouched, ...changes },
  );

describe('correcting somebody', () => {
  it('sends nothing where nothing was changed', () => {
    expect(corrected({ given: ' Jon ' })).toBeUndefined();
  });

  it('sends the whole name where a part of it was changed', () => {
    expect(corrected({ family: 'Smith' })).toEqual({ name: { given: 'Jon', family: 'Smith' } });
  });

  it('sends each other field by itself', () => {
    expect(corrected({ birthDate: '1985-06-05', phone: '600 111 223', language: 'es' })).toEqual({
      birthDate: '1985-06-05',
      phone: '600 111 223',
      language: 'es',
    });
  });

  it('tells how what is changed was shown, and nothing of what is not', () => {
    const shown = { ...record, needs: [...record.needs], identifiers: [...record.identifiers] };
    expect(asShown(shown, { phone: '600 111 223', language: 'es' })).toEqual({ phone: '600 111 222' });
  });

  it('leaves what stands in an empty field', () => {
    expect(corrected({ given: '', family: ' ', birthDate: '', phone: '' })).toBeUndefined();
    expect(corrected({ given: '', family: 'Smith' })).toEqual({ name: { given: 'Jon', family: 'Smith' } });
  });

  it('takes needs away as well as adding them', () => {
    expect(corrected({ needs: [] })).toEqual({ needs: [] });
    expect(corrected({ needs: ['mobility', 'hearing'] })).toEqual({ needs: ['mobility', 'hearing'] });
  });

  it('binds a card in place of the one before, and leaves documents as they are', () => {
    expect(corrected({ card: ' 4857773456 ' })).toEqual({
      identifiers: [
        { kind: 'health-card', value: '4857773456' },
        { kind: 'passport', value: 'X1234567' },
      ],
    });
  });

  it('keeps the card where the field was emptied', () => {
    expect(corrected({ card: '' })).toBeUndefined();
  });
});
