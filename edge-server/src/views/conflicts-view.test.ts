import { describe, expect, it } from 'vitest';
import type { DetailConflict } from '@foyer/contracts/detail-conflict.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { conflictsOf } from './conflicts-view.ts';

const now = 1_800_000_000_000;
const conflict: DetailConflict = {
  id: 'c',
  patientId: 'p',
  field: 'birthDate',
  raisedAt: now,
  versions: [
    { details: { birthDate: '1956-03-07' }, side: 'centre', by: 'user:one', at: now },
    { details: { birthDate: '1956-07-03' }, side: 'clinic', by: 'staff:amira', at: now },
  ],
  standing: 0,
  chosen: null,
};
const staff = new Map([['amira', { name: 'Amira Osei', roles: ['reception'] as const }]]);
const shown = (given: Partial<DetailConflict>) => conflictsOf({ conflicts: [{ ...conflict, ...given }], staff, now });

describe('conflicts at the desk', () => {
  it('name who of the staff wrote a version, and nobody of the centre', () => {
    const [one, other] = shown({}).conflicts?.['c']?.versions ?? [];
    expect(one).toEqual({ details: { birthDate: '1956-03-07' }, side: 'centre', at: now });
    expect(other).toMatchObject({ byName: 'Amira Osei', side: 'clinic' });
  });

  it('stay for ten minutes after the choice, so that it can be taken back', () => {
    const chosen = (minutesAgo: number) => ({ version: 1, by: 'staff:amira', at: now - minutesAgo * minuteMs });
    expect(shown({ chosen: chosen(9) }).conflicts).toHaveProperty('c');
    expect(shown({ chosen: chosen(10) })).toEqual({});
  });
});
