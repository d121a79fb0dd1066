// What two people wrote of a patient, through the writer and its tables.

import { describe, expect, it } from 'vitest';
import type { DetailConflict } from '@foyer/contracts/detail-conflict.ts';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { readClinicKey } from '../adapters/crypto/clinic-key.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { createSubjectKeys } from '../adapters/sqlite/event-log.ts';
import { composeAudit } from './compose-audit.ts';
import { Journal } from './journal.ts';
import { toFoldedRow } from './row-text.ts';
import { SubjectKeyring } from './subject-keyring.ts';
import { anId, EngineUnderTest, kiosk } from './testing/a-writer.ts';
import { aConflict } from './testing/command-scenes.ts';

const inForce = (clinic: EngineUnderTest, { patientId }: DetailConflict) =>
  clinic.reading((read) => read.patient(patientId)?.details);
const shown = (clinic: EngineUnderTest) => clinic.reading((read) => read.detailConflicts(0));
let number = 100;
function feed(clinic: EngineUnderTest, ...items: readonly Omit<FeedItem, 'number'>[]): void {
  const numbered = items.map((item) => ({ ...item, number: (number += 1) }) as FeedItem);
  const page = { version: 1 as const, serverTime: clinic.clock.wall(), items: numbered, next: number };
  clinic.perform({ kind: 'feed', page });
}
const told = (conflict: DetailConflict) => ({ kind: 'detail-conflict', id: conflict.id, body: conflict }) as const;

/** What the rows of changes sealed, in their order. */
function sealedChanges(clinic: EngineUnderTest): unknown[] {
  const sealer = createSealer(readClinicKey(clinic.settings.clinicKeyPath));
  const keyring = new SubjectKeyring(createSubjectKeys(clinic.db), sealer, new Journal());
  return clinic
    .reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000))
    .filter(({ type }) => type === 'v1.PatientUpdated')
    .map((row) => toFoldedRow(row, keyring, sealer).sealed);
}

describe('a change of details', () => {
  it('tells the centre what whoever made it had in sight: what their screen showed, or what is known here', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = anId();
    feed(clinic, { kind: 'patient', id, body: { id, details: { phone: '1111', birthDate: '1967-11-07' } } });
    clinic.result('update-patient', { patientId: id, patient: { phone: '2222' }, before: { phone: '0000' } });
    clinic.result('update-patient', { patientId: id, patient: { phone: '3333' } });
    expect(sealedChanges(clinic)).toEqual([
      { patient: { phone: '2222' }, before: { phone: '0000' } },
      { patient: { phone: '3333' }, before: { phone: '2222' } },
    ]);
  });
});

describe('a conflict about a detail of a patient', () => {
  it('stands open with every version, and changes nothing by itself', () => {
    const clinic = new EngineUnderTest().initialise();
    const conflict = aConflict(clinic);
    expect(shown(clinic)).toEqual([conflict]);
    expect(inForce(clinic, conflict)).toEqual({ birthDate: '1956-03-07' });
  });

  it('is chosen in at once, with the line down, and after a start', () => {
    const clinic = new EngineUnderTest().initialise();
    const conflict = aConflict(clinic);
    clinic.result('choose-detail', { conflictId: conflict.id, version: 1 });
    clinic.reopen();
    expect(inForce(clinic, conflict)).toEqual({ birthDate: '1956-07-03' });
    expect(shown(clinic)).toMatchObject([{ versions: conflict.versions, chosen: { version: 1 } }]);
  });

  it('is taken back: what stood before stands again, and a person is asked', () => {
    const clinic = new EngineUnderTest().initialise();
    const conflict = aConflict(clinic);
    clinic.result('choose-detail', { conflictId: conflict.id, version: 1 });
    clinic.result('choose-detail', { conflictId: conflict.id, version: null });
    expect(inForce(clinic, conflict)).toEqual({ birthDate: '1956-03-07' });
    expect(shown(clinic)).toEqual([conflict]);
  });

  it('keeps the choice of this clinic until the centre has heard of it, and then what the centre says', () => {
    const clinic = new EngineUnderTest().initialise();
    const conflict = aConflict(clinic);
    clinic.result('choose-detail', { conflictId: conflict.id, version: 1 });
    feed(clinic, told(conflict));
    expect(shown(clinic)).toMatchObject([{ chosen: { version: 1 } }]);
    clinic.perform({ kind: 'acknowledged', position: clinic.reading((read) => read.position()) });
    const chosen = { version: 0, by: 'user:one', at: clinic.clock.wall() };
    feed(clinic, told({ ...conflict, chosen }));
    expect(shown(clinic)).toMatchObject([{ chosen }]);
  });

  it('is not shown where the clinic’s rule chose', () => {
    const clinic = new EngineUnderTest().initialise();
    const conflict = aConflict(clinic);
    feed(clinic, told({ ...conflict, chosen: { version: 1, by: 'rule', at: clinic.clock.wall() } }));
    expect(clinic.reading((read) => read.detailConflicts(1))).toEqual([]);
  });

  it('has a choice of its own versions alone, by the desk', () => {
    const clinic = new EngineUnderTest().initialise();
    const { id: conflictId } = aConflict(clinic);
    expect(clinic.refusal('choose-detail', { conflictId, version: 2 })).toBe('unknown-conflict');
    expect(clinic.refusal('choose-detail', { conflictId: anId(), version: 1 })).toBe('unknown-conflict');
    expect(clinic.refusal('choose-detail', { conflictId, version: 1 }, kiosk)).toBe('not-allowed');
    clinic.result('choose-detail', { conflictId, version: 1 });
    expect(clinic.result('choose-detail', { conflictId, version: 1 })).toEqual({ conflictId });
  });

  it('goes with its patient, and is folded from the log alone', () => {
    const clinic = new EngineUnderTest().initialise();
    const conflict = aConflict(clinic);
    clinic.result('choose-detail', { conflictId: conflict.id, version: 1 });
    clinic.result('erase-patient', { patientId: conflict.patientId, reason: 'asked to be forgotten' });
    feed(clinic, told(conflict));
    expect(shown(clinic)).toEqual([]);
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});
