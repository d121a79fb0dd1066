import { describe, expect, it } from 'vitest';
import type { DetailConflict, DetailRules } from '@foyer/contracts/detail-conflict.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { choose, meet, type HeldDetails, type Met, type Written } from './detail-conflict.ts';

const atCentre = { side: 'centre', by: 'user:one', at: 2_000 } as const;
const atClinic = { side: 'clinic', by: 'staff:one', at: 3_000 } as const;
const born: HeldDetails = { details: { birthDate: '1956-03-07' }, edits: { birthDate: atCentre }, open: [] };
const reached: HeldDetails = { details: { phone: '600 1' }, edits: { phone: atCentre }, open: [] };

function write(
  held: HeldDetails,
  changes: PatientDetails,
  before: PatientDetails | undefined,
  edit: Written['edit'] = atClinic,
  rules: DetailRules = {},
): Met {
  return meet(held, 'patient', { changes, before, edit }, rules, () => 'conflict');
}
const only = ({ conflicts }: Met): DetailConflict => conflicts[0]!;

describe('two edits of one detail', () => {
  it('are one after the other where the second was written with the first in sight', () => {
    const met = write(born, { birthDate: '1956-07-03' }, born.details);
    expect(met).toMatchObject({ details: { birthDate: '1956-07-03' }, edits: { birthDate: atClinic }, conflicts: [] });
  });

  it('may be to leave the detail empty', () => {
    const written = { changes: {}, cleared: ['phone'], before: reached.details, edit: atCentre } as const;
    const met = meet(reached, 'patient', written, {}, () => 'conflict');
    expect(met).toMatchObject({ details: {}, edits: { phone: atCentre }, conflicts: [] });
    expect(only(meet(reached, 'patient', { ...written, before: {} }, {}, () => 'conflict')).versions[1]).toEqual({
      details: {},
      ...atCentre,
    });
  });

  it('are both kept, and nothing changes, where a person has to choose', () => {
    const met = write(born, { birthDate: '1956-07-03' }, { birthDate: '1965-03-07' });
    expect(met.details).toEqual(born.details);
    expect(only(met)).toMatchObject({ field: 'birthDate', standing: 0, chosen: null, raisedAt: 3_000 });
    expect(only(met).versions).toEqual([
      { details: { birthDate: '1956-03-07' }, ...atCentre },
      { details: { birthDate: '1956-07-03' }, ...atClinic },
    ]);
  });

  it('are both kept, and the newer stands, where the rule says so', () => {
    const newer = write(reached, { phone: '600 2' }, {});
    expect(newer.details).toEqual({ phone: '600 2' });
    expect(only(newer)).toMatchObject({ chosen: { version: 1, by: 'rule', at: 3_000 } });
    const older = write(reached, { phone: '600 2' }, {}, { ...atClinic, at: 1_000 });
    expect(older.details).toEqual({ phone: '600 1' });
    expect(only(older)).toMatchObject({ chosen: { version: 0, by: 'rule' } });
  });

  it('are a person’s to choose wherever the clinic asks for it', () => {
    const met = write(reached, { phone: '600 2' }, {}, atClinic, { phone: 'ask' });
    expect(met.details).toEqual({ phone: '600 1' });
    expect(only(met).chosen).toBeNull();
  });

  it('are no conflict where both wrote the same', () => {
    expect(write(born, { birthDate: '1956-03-07' }, {}).conflicts).toEqual([]);
    const held = { ...born, details: { needs: ['mobility', 'sight'] as const } };
    const same = write({ ...held, details: { needs: [...held.details.needs] } }, { needs: ['sight', 'mobility'] }, {});
    expect(same.conflicts).toEqual([]);
  });

  it('are told apart by the last edit where an edge did not say what was seen', () => {
    expect(only(write(born, { birthDate: '1956-07-03' }, undefined)).versions).toHaveLength(2);
    const here = { ...born, edits: { birthDate: atClinic } };
    expect(write(here, { birthDate: '1956-07-03' }, undefined).conflicts).toEqual([]);
  });

  it('have a third beside them where somebody writes again', () => {
    const first = write(born, { birthDate: '1956-07-03' }, {});
    const open = { ...born, open: first.conflicts };
    const blind = write(open, { birthDate: '1956-07-30' }, {}, { ...atClinic, at: 4_000 });
    expect(only(blind)).toMatchObject({ id: 'conflict', standing: 0 });
    expect(only(blind).versions).toHaveLength(3);
    const seeing = write(open, { birthDate: '1956-07-31' }, born.details, { ...atCentre, at: 4_000 });
    expect(only(seeing)).toMatchObject({ standing: 2, chosen: null });
    expect(seeing.details).toEqual({ birthDate: '1956-07-31' });
  });
});

describe('the choice', () => {
  const conflict = only(write(born, { birthDate: '1956-07-03' }, {}));
  const chosen = choose(born, conflict, 1, atClinic)!;

  it('is what stands from then on, and every version stays', () => {
    expect(chosen.details).toEqual({ birthDate: '1956-07-03' });
    expect(only(chosen)).toEqual({ ...conflict, chosen: { version: 1, by: 'staff:one', at: 3_000 } });
  });

  it('can be taken back: what stood before stands again, and a person is asked', () => {
    const undone = choose({ ...born, ...chosen }, only(chosen), null, atClinic)!;
    expect(undone.details).toEqual(born.details);
    expect(only(undone)).toEqual(conflict);
  });

  it('may be that a detail is empty', () => {
    const nothing: HeldDetails = { details: {}, edits: {}, open: [] };
    const met = write(nothing, { gender: 'female' }, { gender: 'male' });
    expect(choose(nothing, only(met), 1, atClinic)?.details).toEqual({ gender: 'female' });
    expect(choose({ ...nothing, details: { gender: 'female' } }, only(met), 0, atClinic)?.details).toEqual({});
  });

  it('is of a version that there is', () => {
    expect(choose(born, conflict, 2, atClinic)).toBeUndefined();
  });
});
