import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { describe, expect, it } from 'vitest';
import { changeBetween, differing, onTopOf, tidied } from './patient-edit.ts';

const read: PatientDetails = {
  name: { given: 'Ada', family: 'Okonkwo' },
  birthDate: '1956-03-07',
  phone: '600 1',
  needs: ['hearing', 'sight'],
};

describe('what of a form is sent', () => {
  it('is what differs, with how it was, and what was emptied', () => {
    const wanted = tidied({ ...read, phone: ' ', email: ' ada@example.org ', needs: ['sight', 'hearing'] });
    expect(changeBetween(read, wanted)).toEqual({
      patient: { email: 'ada@example.org' },
      before: { phone: '600 1' },
      cleared: ['phone'],
    });
  });

  it('is nothing where nothing differs', () => {
    expect(changeBetween(read, tidied({ ...read, address: '', identifiers: [] }))).toBeUndefined();
    expect(changeBetween({ ...read, needs: [] }, tidied({ ...read, needs: [] }))).toBeUndefined();
  });

  it('leads back where it is turned round', () => {
    const wanted = tidied({ ...read, phone: '', language: 'es', name: { given: 'Ada', family: '' } });
    const back = changeBetween(wanted, read)!;
    expect(back).toEqual({
      patient: { name: read.name, phone: '600 1' },
      before: { name: { given: 'Ada' }, language: 'es' },
      cleared: ['language'],
    });
  });

  it('is one’s own change alone where somebody else changed another detail meanwhile', () => {
    const now = { ...read, birthDate: '1956-07-03', email: 'a@example.org' };
    const wanted = { ...read, phone: '600 2' };
    expect(onTopOf(now, read, wanted)).toEqual({ ...now, phone: '600 2' });
    expect(differing(now, onTopOf(now, read, wanted))).toEqual(['phone']);
  });
});
