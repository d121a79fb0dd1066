import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClinicKey } from '../adapters/crypto/clinic-key.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { openInMemory } from '../adapters/sqlite/connection.ts';
import { createEventLog, createSubjectKeys } from '../adapters/sqlite/event-log.ts';
import { migrate } from '../adapters/sqlite/migrate.ts';
import { projectionDigests } from '../adapters/sqlite/projection-digests.ts';
import { createProjections } from '../adapters/sqlite/projections.ts';
import { composeAudit } from './compose-audit.ts';
import { Fold, type FoldedRow } from './fold.ts';
import { Journal } from './journal.ts';
import { Memory } from './memory.ts';
import { rowsOf } from './replay.ts';
import { toFoldedRow } from './row-text.ts';
import { SubjectKeyring } from './subject-keyring.ts';
import { anyStep, RandomDay, type Step } from './testing/random-day.ts';

function played(steps: readonly Step[]): RandomDay {
  const day = new RandomDay();
  for (const step of steps) day.play(step);
  return day;
}

/** The digests of everything that these rows fold into. */
function folded(rows: readonly FoldedRow[]): unknown {
  const db = openInMemory();
  migrate(db);
  const projections = createProjections(db);
  const fold = new Fold(new Memory(projections), projections);
  for (const row of rows) fold.apply(row);
  const digests = projectionDigests(db);
  db.close();
  return digests;
}

describe('rebuild', () => {
  it('always finds the projections that the writer folded as it went: erasures, restarts and jumps of the clock included', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 10, maxLength: 60 }), (steps) => {
        const { engine } = played(steps);
        const audit = composeAudit(engine.settings);
        try {
          expect(engine.faults).toEqual([]);
          expect(audit.verify()).toMatchObject({ ok: true });
          expect(audit.rebuild().differing).toEqual([]);
        } finally {
          audit.close();
          engine.close();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('never finds a patient twice in one service’s queue', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 20, maxLength: 60 }), (steps) => {
        const { engine } = played(steps);
        const open = [...engine.reading((read) => read.queue()).tickets.values()].filter(
          ({ patientId, closedAt }) => patientId !== null && closedAt === null,
        );
        const places = open.map(({ patientId, standing }) => `${patientId} ${standing.serviceId}`);
        expect(new Set(places).size).toBe(places.length);
        engine.close();
      }),
      { numRuns: 10 },
    );
  });
});

describe('a sealed row whose key is gone', () => {
  it('always folds as if it had been opened and its subject erased then', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 10, maxLength: 40 }), fc.nat(), (steps, pick) => {
        const { engine } = played(steps);
        engine.result('register-patient', { patient: { birthDate: '1967-11-07' } });
        const sealer = createSealer(readClinicKey(engine.settings.clinicKeyPath));
        const keyring = new SubjectKeyring(createSubjectKeys(engine.db), sealer, new Journal());
        const rows = [...rowsOf(createEventLog(engine.db))].map((row) => toFoldedRow(row, keyring, sealer));
        engine.close();
        const ofPatients = rows.filter(({ sealed }) => sealed?.patient !== undefined);
        const row = ofPatients[pick % ofPatients.length]!;
        const before = rows.slice(0, rows.indexOf(row));
        const { sealed: _gone, ...closed } = row;
        const erasure = {
          ...row,
          type: 'v1.SubjectErased',
          body: { subjectId: row.subjectId, ticketIds: [] },
        } as FoldedRow;
        const keyIsGone = { ...closed, keyIsGone: true } as FoldedRow;
        expect(folded([...before, keyIsGone])).toEqual(folded([...before, row, erasure]));
      }),
      { numRuns: 10 },
    );
  });
});
