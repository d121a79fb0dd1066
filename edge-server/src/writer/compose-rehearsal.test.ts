import { describe, expect, it } from 'vitest';
import { copyFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { rehearse } from './compose-rehearsal.ts';
import { aFolder, EngineUnderTest, HandClock } from './testing/a-writer.ts';

function aClinicAndItsCopy() {
  const clinic = new EngineUnderTest().initialise();
  clinic.issue();
  const copy = aFolder();
  const copyNow = (): void => {
    new DatabaseSync(clinic.settings.databasePath, { readOnly: true }).exec(`VACUUM INTO '${copy.databasePath}'`);
    copyFileSync(clinic.settings.clinicKeyPath, copy.clinicKeyPath);
  };
  return { clinic, copy, copyNow };
}

describe('a rehearsal on a copy of the clinic', () => {
  it('gives the next number, which the clinic itself still has to give', () => {
    const { clinic, copy, copyNow } = aClinicAndItsCopy();
    copyNow();
    expect(rehearse(copy, new HandClock())).toEqual({ ok: true, number: 'A002' });
    expect(clinic.issue().number).toBe('A002');
    clinic.close();
  });

  it('has worked where the rules of the clinic say no', () => {
    const { clinic, copy, copyNow } = aClinicAndItsCopy();
    clinic.result('close-day', {});
    copyNow();
    expect(rehearse(copy, new HandClock())).toMatchObject({ ok: true, refused: expect.any(String) });
    clinic.close();
  });

  it('throws where the copy cannot be brought to the schema', () => {
    const { clinic, copy, copyNow } = aClinicAndItsCopy();
    copyNow();
    const db = new DatabaseSync(copy.databasePath);
    db.exec("UPDATE migrations SET digest = 'another' WHERE name LIKE '0001%'");
    db.close();
    expect(() => rehearse(copy, new HandClock())).toThrow('migration-changed');
    clinic.close();
  });
});
