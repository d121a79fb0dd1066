/**
 * What holds wherever the power was cut while a log lets go of its old rows: none is gone but behind a proven checkpoint
 * that the centre acknowledged, what is said of the days that went stays, and the next night goes on. Source: ADR 0023.
 */
import { createHash } from 'node:crypto';
import { dayMs, minuteMs } from '@foyer/contracts/time.ts';
import { readClinicKey } from '@foyer/edge-server/adapters/crypto/clinic-key.ts';
import { createSealer } from '@foyer/edge-server/adapters/crypto/sealer.ts';
import { type Connection, openForReading } from '@foyer/edge-server/adapters/sqlite/connection.ts';
import { createEventLog, readAcknowledged, readCheckpoint } from '@foyer/edge-server/adapters/sqlite/event-log.ts';
import { setUpAt } from '@foyer/edge-server/views/set-up-at.ts';
import { judgedCheckpoint } from '@foyer/edge-server/writer/check-database.ts';
import { composeAudit } from '@foyer/edge-server/writer/compose-audit.ts';
import type { WriterSettings } from '@foyer/edge-server/writer/jobs.ts';
import { SigningCentre } from '@foyer/edge-server/writer/testing/a-signing-centre.ts';
import { EngineUnderTest, HandClock, startOfTests } from '@foyer/edge-server/writer/testing/a-writer.ts';
import type { LogBounds } from '@foyer/edge-server/writer/verify-chain.ts';

const daysKept = 30;
const rowsAtOnce = 200;
const nothingSaid: LogBounds = { checkpoint: undefined, acknowledged: { epoch: 0, seq: 0 } };

/** From where the chain has to hold, as the database says. */
export function boundsOf(db: Connection, clinicKeyPath: string): LogBounds {
  if (readCheckpoint(db) === undefined) return nothingSaid;
  const sealer = createSealer(readClinicKey(clinicKeyPath));
  return { checkpoint: judgedCheckpoint(db, sealer), acknowledged: readAcknowledged(db) };
}

/** Why a row should still be there; of a chain that holds from the checkpoint on. */
export function wronglyGone(db: Connection, { checkpoint, acknowledged }: LogBounds): string | undefined {
  const first = createEventLog(db).after(0, 1)[0]?.seq ?? 0;
  if (first <= 1) return undefined;
  if (checkpoint === undefined || first > checkpoint.seq)
    return `rows before ${first} went, and no checkpoint covers them`;
  if (acknowledged.seq < checkpoint.seq) return `rows before ${first} went, and the centre has ${acknowledged.seq}`;
  return undefined;
}

/** A digest of all closed tickets of the days before the newest one. */
export function saidOfOldDays(db: Connection): string {
  const said = db.prepare(`
    SELECT id, record FROM tickets
    WHERE is_open = 0 AND json_extract(record, '$.issuedAt') <
      (SELECT min(at) FROM log WHERE business_day = (SELECT max(business_day) FROM log))
    ORDER BY id`);
  const digest = createHash('sha1');
  for (const { id, record } of said.iterate()) digest.update(`${String(id)} ${String(record)}\n`);
  return digest.digest('base64');
}

/** The next night: asks the centre again where no checkpoint is kept, and lets go of whole days. Answers what is wrong. */
export function letGoAgain(settings: WriterSettings): string | undefined {
  const engine = new EngineUnderTest(settings, clockBehind(settings));
  try {
    const centre = new SigningCentre(engine);
    const before = saidOfOldDays(engine.db);
    if (centre.begin().checkpoint === 0) {
      centre.giveKey();
      centre.acknowledge();
      const old = centre.rows().filter(({ at }) => at <= engine.clock.wall() - daysKept * dayMs);
      centre.keepUpTo(old.length - 1);
    }
    for (let first = 0; first < centre.begin().first;) {
      ({ first } = centre.begin());
      centre.prune(rowsAtOnce, daysKept);
    }
    const { first, checkpoint } = centre.begin();
    const [newFirst, kept] = [centre.rowAt(first), centre.rowAt(checkpoint)];
    if (newFirst.businessDay < kept.businessDay) return `rows from ${first} on do not go`;
    // Before its first row there is none; only behind rows that went it has to be kept.
    const isSetUpKept = first === 1 || engine.reading((read) => setUpAt(first, read)) !== undefined;
    if (!isSetUpKept) return `nobody knows the set-up at row ${first}`;
    if (saidOfOldDays(engine.db) !== before) return 'what is said of the days that went is another';
    if (engine.faults.length > 0) return `the writer: ${String(engine.faults[0])}`;
    return foundIn(settings);
  } finally {
    engine.close();
  }
}

/** What `audit -- verify` finds, the projections among it. */
function foundIn(settings: WriterSettings): string | undefined {
  const audit = composeAudit(settings);
  try {
    const [finding] = audit.check().found;
    return finding && `${finding.code} ${finding.about ?? ''}`;
  } finally {
    audit.close();
  }
}

/** A minute after the last row. */
function clockBehind({ databasePath }: WriterSettings): HandClock {
  const db = openForReading(databasePath);
  try {
    const clock = new HandClock();
    clock.pass((createEventLog(db).last()?.at ?? startOfTests) - startOfTests + minuteMs);
    return clock;
  } finally {
    db.close();
  }
}
