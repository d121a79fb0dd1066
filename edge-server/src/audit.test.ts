import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { runAudit, runBeginEpoch } from './audit.ts';
import { EngineUnderTest, room1 } from './writer/testing/a-writer.ts';

/** Changes the file as somebody with a shell could. */
function tamper({ settings }: EngineUnderTest, sql: string): void {
  const db = new DatabaseSync(settings.databasePath);
  db.exec(`DROP TRIGGER IF EXISTS log_is_append_only; ${sql}`);
  db.close();
}

function visited(): EngineUnderTest {
  const clinic = new EngineUnderTest().initialise();
  clinic.issue();
  clinic.issue();
  clinic.result('call-next', { servicePointId: room1 });
  return clinic;
}

describe('the audit', () => {
  it('finds a clinic whole, also while its edge runs', () => {
    const clinic = visited();
    expect(runAudit('verify', clinic.settings)).toEqual({
      ok: true,
      lines: ['The chain is whole: 7 rows, up to 1.7.'],
    });
    expect(runAudit('rebuild', clinic.settings).ok).toBe(true);
  });

  it('names the first row that was changed', () => {
    const clinic = visited();
    tamper(clinic, `UPDATE log SET body = replace(body, 'walk-in', 'priority') WHERE seq = 6`);
    expect(runAudit('verify', clinic.settings)).toEqual({
      ok: false,
      lines: ['The chain breaks at 1.6: its hash is not that of its content.'],
    });
  });

  it('finds rows that the centre has and the log has not, and a checkpoint that nobody signed', () => {
    const clinic = visited();
    clinic.perform({ kind: 'acknowledged', position: { epoch: 1, seq: 7 } });
    tamper(clinic, 'DELETE FROM log WHERE seq > 5');
    expect(runAudit('verify', clinic.settings).lines).toEqual([
      'The chain breaks at 1.7: the centre has acknowledged it, and the log ends before.',
    ]);
    tamper(
      clinic,
      `INSERT INTO checkpoints SELECT seq, epoch, hash, zeroblob(64) FROM log WHERE seq = 3; DELETE FROM log WHERE seq <= 3`,
    );
    const { ok, lines } = runAudit('verify', clinic.settings);
    expect(ok).toBe(false);
    expect(lines[0]).toMatch(/^The chain breaks at 1\.3: a checkpoint stands before it/);
  });

  it('begins an epoch for a restored box, and says what comes next', async () => {
    const clinic = visited();
    clinic.close();
    const box = { ...clinic.settings, lockPath: `${clinic.settings.databasePath}.lock` };
    const { ok, lines } = await runBeginEpoch(box);
    expect(ok).toBe(true);
    expect(lines[0]).toMatch(/^Epoch 2 begins with row 2\.8, behind row 7\./);
    expect(lines.at(-1)).toBe('Start the edge now: it relays from there.');
    expect(runAudit('verify', clinic.settings).ok).toBe(true);
  });

  it('names the projections that are not what the log says', () => {
    const clinic = visited();
    tamper(clinic, `DELETE FROM calls; UPDATE answers SET actor = 'staff:nobody'`);
    const { ok, lines } = runAudit('rebuild', clinic.settings);
    expect(ok).toBe(false);
    expect(lines.at(-1)).toBe('Not what the log says: calls, answers.');
  });
});
