import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EngineUnderTest, kiosk } from './testing/a-writer.ts';

function registered(): EngineUnderTest {
  const clinic = new EngineUnderTest().initialise();
  clinic.result('register-patient', { patient: { name: { family: 'Curie' } } }, kiosk);
  return clinic;
}

describe('the clinic key of a log', () => {
  it('is never made anew for a log that has rows', () => {
    const clinic = registered();
    rmSync(clinic.settings.clinicKeyPath);
    expect(() => clinic.reopen()).toThrow(/clinic-key-lost.*escrow/);
    expect(existsSync(clinic.settings.clinicKeyPath)).toBe(false);
  });

  it('is refused where it opens no key of a subject', () => {
    const clinic = registered();
    writeFileSync(clinic.settings.clinicKeyPath, new Uint8Array(32).fill(9), { mode: 0o600 });
    expect(() => clinic.reopen()).toThrow(/clinic-key-lost/);
  });

  it('is the right one also where a stored key is damaged', () => {
    const clinic = registered();
    clinic.result('register-patient', { patient: { name: { family: 'Joliot' } } }, kiosk);
    clinic.db.exec(`UPDATE subject_keys SET wrapped = zeroblob(61)
      WHERE subject_id = (SELECT min(subject_id) FROM subject_keys)`);
    clinic.reopen();
    expect(clinic.issue().number).toBe('A001');
  });
});
