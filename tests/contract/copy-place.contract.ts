// What every place for a copy of a clinic promises, whatever it is: docs/adr/0019.

import { describe, expect, it } from 'vitest';
import type { CopyHealth, CopyPlace } from '@foyer/contracts/box-health.ts';
import { runAudit } from '@foyer/edge-server/audit.ts';
import type { Spare } from '@foyer/edge-server/testing/a-copied-clinic.ts';
import { aDisplay, type EngineUnderTest, kiosk, supervisor } from '@foyer/edge-server/writer/testing/a-writer.ts';

/** A clinic, and one place that it is copied to. */
export interface CopyHarness {
  readonly clinic: EngineUnderTest;
  readonly health: CopyHealth;
  /** What the writer told last reaches the place, with all before it. */
  copied(): Promise<unknown>;
  told(): void;
  /** The box is gone. */
  destroy(): void;
  spare(): Promise<Spare>;
  spareWithWrongKey(): Promise<Spare>;
  /** All that the place keeps of what is sealed. */
  sealed(): Promise<readonly Uint8Array[]>;
  /** Whether a key of this subject is there. */
  hasKeyOf(subjectId: string): Promise<boolean>;
}

export function copyPlaceContract(name: CopyPlace, build: (clinic?: EngineUnderTest) => Promise<CopyHarness>): void {
  describe(`a place for a copy: ${name}`, () => {
    it('gives a spare every row, what lies beside them, and a whole chain to go on from', async () => {
      const copy = await build();
      const { clinic } = copy;
      const patientId = registered(clinic);
      const ticket = clinic.issue({ patientId });
      const display = aDisplay(clinic);
      await copy.copied();
      clinic.issue();
      await copy.copied();
      const before = rowsIn(clinic);
      copy.destroy();
      const { taken, clinic: spare } = await copy.spare();
      expect(taken.rows).toBe(before.length);
      expect(rowsIn(spare).slice(0, before.length)).toEqual(before);
      expect(runAudit('verify', spare.settings).ok).toBe(true);
      expect(runAudit('rebuild', spare.settings).ok).toBe(true);
      expect(spare.recordOf(ticket.id)?.number).toBe(ticket.number);
      expect(spare.reading((read) => read.patient(patientId))?.details).toMatchObject({ phone: '600100200' });
      expect(spare.reading((read) => read.devices())).toMatchObject([{ id: display }]);
      expect(spare.reading((read) => read.prices())).toHaveLength(1);
      expect(spare.issue().number).toBe('A103');
      spare.close();
    });

    it('says what it has acknowledged, and since when it is behind', async () => {
      const copy = await build();
      await copy.copied();
      const { seq } = copy.clinic.reading((read) => read.position());
      expect(copy.health).toEqual({ place: name, seq, waitingRows: 0 });
      copy.clinic.issue();
      copy.told();
      expect(copy.health).toMatchObject({ seq, waitingRows: 1, behindSince: expect.any(Number) as number });
      copy.destroy();
    });

    it('can read nothing of what is sealed for the recovery key, which alone opens it', async () => {
      const copy = await build();
      registered(copy.clinic);
      aDisplay(copy.clinic);
      await copy.copied();
      const kept = await copy.sealed();
      expect(kept.length).toBeGreaterThan(1);
      for (const bytes of kept)
        expect(/Curie|Wall|tokenHash|token_hash/.test(Buffer.from(bytes).toString())).toBe(false);
      await expect(copy.spareWithWrongKey()).rejects.toThrow('copy-broken');
      copy.destroy();
    });

    it('keeps nothing of before an erasure, and is behind until it does', async () => {
      const copy = await build();
      const patientId = registered(copy.clinic);
      await copy.copied();
      expect(await copy.hasKeyOf(patientId)).toBe(true);
      const before = await copy.sealed();
      copy.clinic.result('erase-patient', { patientId, reason: 'asked to be forgotten' }, supervisor);
      copy.told();
      expect(copy.health.waitingRows).toBeGreaterThan(1);
      await copy.copied();
      expect(copy.health.waitingRows).toBe(0);
      expect(await copy.hasKeyOf(patientId)).toBe(false);
      const after = new Set((await copy.sealed()).map((bytes) => Buffer.from(bytes).toString('base64')));
      const stayed = before.filter((bytes) => after.has(Buffer.from(bytes).toString('base64')));
      // The clinic's key and other files stay as they are.
      expect(stayed.length).toBeLessThan(before.length);
      copy.destroy();
      const { clinic: spare } = await copy.spare();
      expect(spare.reading((read) => read.patient(patientId))).toMatchObject({ erased: true, details: {} });
      spare.close();
    });

    it('refuses the lost box from the moment that a spare takes over, with its epoch', async () => {
      const copy = await build();
      await copy.copied();
      const { taken, clinic: spare } = await copy.spare();
      copy.clinic.issue();
      await expect(copy.copied()).rejects.toMatchObject({ code: 'edge-replaced', facts: { epoch: taken.epoch } });
      spare.close();
      copy.destroy();
    });
  });
}

function registered(clinic: EngineUnderTest): string {
  const patient = { name: { family: 'Curie' }, phone: '600100200' };
  return String(clinic.result('register-patient', { patient }, kiosk)['patientId']);
}

function rowsIn(clinic: EngineUnderTest) {
  return clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000));
}
