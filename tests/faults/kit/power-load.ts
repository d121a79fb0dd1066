/**
 * A process of its own for what a power cut is tried on, so that its disk can be watched and its sources can be those of a
 * variant: the folder, a seed, how long its random day is, and commands. Each of them is played in a folder of its own.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { CommandType } from '@foyer/contracts/commands.ts';
import { openForWriting } from '@foyer/edge-server/adapters/sqlite/connection.ts';
import { migrate, shippedMigrations } from '@foyer/edge-server/adapters/sqlite/migrate.ts';
import { composeAudit } from '@foyer/edge-server/writer/compose-audit.ts';
import type { WriterSettings } from '@foyer/edge-server/writer/jobs.ts';
import { aConfiguration, consultation, kiosk, room1 } from '@foyer/edge-server/writer/testing/a-writer.ts';
import { anOldClinic } from '@foyer/edge-server/writer/testing/a-pruned-clinic.ts';
import { anyStep, RandomDay } from '@foyer/edge-server/writer/testing/random-day.ts';
import { playCommand } from './every-command.ts';
import { saidOfOldDays } from './let-go.ts';
import { PromisingEngine } from './promising-engine.ts';

export interface PowerLoad {
  /** Those that were accepted, and why one was not. */
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

const stepsBetweenTidyings = 12;
/** Fewer than a business day has, so that a cut finds half of one gone. */
const rowsAtOnce = 4;
/** What a later release might do to a log that has rows. */
const laterMigration = {
  name: '9999_a_later_release.sql',
  sql: `
    CREATE TABLE of_later (seq INTEGER PRIMARY KEY, type TEXT NOT NULL) STRICT;
    INSERT INTO of_later SELECT seq, type FROM log;
    CREATE INDEX log_by_type ON log (type)`,
};

const [root = '', seed = '', steps = '', ...commands] = process.argv.slice(2);
const accepted: string[] = [];
const refused: string[] = [];

playFirstStart();
for (const type of commands as CommandType[]) play(type);
try {
  playPruning(Number(steps) > stepsBetweenTidyings);
} catch (error) {
  refused.push(`pruning: ${String(error)}`);
}
try {
  playDay(fc.sample(anyStep, { numRuns: Number(steps), seed: Number(seed) }));
} catch (error) {
  refused.push(`day: ${String(error)}`);
}
process.send?.({ accepted, refused } satisfies PowerLoad, () => process.exit(0));

function settingsIn(name: string): WriterSettings {
  const folder = join(root, name);
  mkdirSync(folder);
  return { databasePath: join(folder, 'clinic.db'), clinicKeyPath: join(folder, 'clinic.key'), batching: true };
}

/** An empty folder: the key, the schema, the first rows. */
function playFirstStart(): void {
  const engine = new PromisingEngine(settingsIn('first-start'));
  engine.perform({
    kind: 'initialise',
    initialisation: { configuration: aConfiguration(), openServicePoints: true, staff: [], prices: [] },
  });
  engine.issue();
  engine.close();
}

function play(type: CommandType): void {
  const engine = new PromisingEngine(settingsIn(type));
  engine.initialise().settled();
  try {
    playCommand(engine, type);
    const [answer] = engine.lastOutcome?.answers ?? [];
    if (answer?.answer.ok === true) accepted.push(type);
    else refused.push(`${type}: ${JSON.stringify(answer)}`);
    // What follows writes the log over from its beginning.
    engine.tidy();
    engine.send('issue-ticket', { serviceId: consultation });
    engine.send('call-next', { servicePointId: room1 });
  } catch (error) {
    refused.push(`${type}: ${String(error)}`);
  }
  engine.close();
}

/** A base and its checkpoint, in the place of others where `twice`, and rows that go while the clinic works. */
function playPruning(twice: boolean): void {
  const engine = new PromisingEngine(settingsIn('pruning'));
  const { centre, firstDay, old } = anOldClinic(engine.initialise());
  centre.acknowledge(1);
  engine.tidy();
  engine.settled(saidOfOldDays(engine.db));
  centre.acknowledge();
  if (twice) centre.keepUpTo(firstDay);
  const end = centre.keepUpTo(old - 1);
  for (let first = 0; first < centre.begin().first;) {
    ({ first } = centre.begin());
    centre.prune(rowsAtOnce);
    engine.issue();
    engine.tidy();
  }
  if (centre.begin().checkpoint !== end || centre.begin().first <= 1) refused.push('pruning: nothing went');
  engine.close();
}

function playDay(day: readonly Parameters<RandomDay['play']>[0][]): void {
  const engine = new PromisingEngine(settingsIn('day'));
  engine.initialise().settled();
  const random = new RandomDay(engine);
  for (const [index, step] of day.entries()) {
    random.play(step);
    if (index % stepsBetweenTidyings === 0) engine.tidy();
    if (index === Math.floor(day.length / 2)) migrateLater(engine);
  }
  const patientId = engine.result('register-patient', { patient: { phone: '600' } }, kiosk)['patientId'] as string;
  engine.result('erase-patient', { patientId, reason: 'asked to be forgotten' });
  if (day.length > stepsBetweenTidyings) engine.settle();
  // By chance the day was closed.
  engine.send('reopen-day', {});
  engine.issue();
  const audit = composeAudit(engine.settings);
  audit.rebuild();
  audit.close();
  engine.close();
}

function migrateLater(engine: PromisingEngine): void {
  engine.close();
  const db = openForWriting(engine.settings.databasePath);
  migrate(db, [...shippedMigrations(), laterMigration]);
  db.close();
  engine.reopen();
}
