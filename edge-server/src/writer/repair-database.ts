// A damaged database made anew beside itself: the rows of its log that the chain proves, from itself and from another
// place; the keys that open; the tables beside it that are as they were written; and everything else folded from the log.
// It takes the old one's place when an audit finds it whole, and the old one stays beside it.

import { existsSync, renameSync, rmSync } from 'node:fs';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { readClinicKey } from '../adapters/crypto/clinic-key.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { type Connection, openForWriting } from '../adapters/sqlite/connection.ts';
import { createEventLog, putCheckpoint } from '../adapters/sqlite/event-log.ts';
import { refreshPeopleIndex } from '../adapters/sqlite/find/people-index.ts';
import { FolderLock } from '../adapters/sqlite/folder-lock.ts';
import { createStoredBases } from '../adapters/sqlite/log-base.ts';
import { migrate } from '../adapters/sqlite/migrate.ts';
import { openSalvage, type Salvage } from '../adapters/sqlite/salvage.ts';
import { keepTableSums } from '../adapters/sqlite/table-sums.ts';
import type { RowPlace, RowSource } from '../ports/row-source.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { Finding } from './audit-findings.ts';
import { checkDatabase, erasedBy } from './check-database.ts';
import type { RestoredBox } from './compose-new-epoch.ts';
import { type ProvenBase, readBase } from './log-base.ts';
import { MendedLog } from './mended-log.ts';
import { foldInto } from './rebuilt-digests.ts';
import { bringTables, type TableFate } from './repair-tables.ts';

interface RepairReport {
  /** The repaired database is in its place. */
  readonly ok: boolean;
  readonly rows: number;
  /** Of them from the other place. */
  readonly fetched: number;
  /** Rows that neither has. */
  readonly lost: readonly RowPlace[];
  /** Behind the lost ones stand whole rows: unless they are to be left out, nothing was changed. */
  readonly isCutInTwo: boolean;
  /** Subjects whose seals stay closed: neither has their key. */
  readonly lostKeys: readonly string[];
  readonly tables: readonly TableFate[];
  /** What is still wrong with it; then nothing was changed. */
  readonly found: readonly Finding[];
  /** Where the old database is now. */
  readonly kept: string | undefined;
}

const rowsAtOnce = 1_000;
const sidecars = ['', '-wal', '-shm'];

export interface RepairOrder {
  readonly source: RowSource;
  /** Rows behind one that neither has are left out as well. */
  readonly cut?: boolean;
  readonly now: () => number;
}

/** Throws `data-folder-in-use` while an edge runs, and whatever the other place throws: then nothing was changed. */
export async function repairDatabase(
  box: RestoredBox,
  { source, cut = false, now }: RepairOrder,
): Promise<RepairReport> {
  const lock = new FolderLock(box.lockPath);
  await lock.start();
  const draft = `${box.databasePath}.repaired`;
  try {
    removeDatabase(draft);
    const built = await build(box, draft, source, now);
    const isInPlace = built.found.length === 0 && (cut || !built.isCutInTwo);
    if (!isInPlace) return { ...built, ok: false, kept: undefined };
    const kept = `${box.databasePath}.damaged-${now()}`;
    moveDatabase(box.databasePath, kept);
    moveDatabase(draft, box.databasePath);
    return { ...built, ok: true, kept };
  } finally {
    removeDatabase(draft);
    await lock.stop();
  }
}

async function build(
  box: RestoredBox,
  draft: string,
  source: RowSource,
  now: () => number,
): Promise<Omit<RepairReport, 'ok' | 'kept'>> {
  const sealer = createSealer(readClinicKey(box.clinicKeyPath));
  const salvage = openSalvage(box.databasePath);
  const db = openForWriting(draft);
  try {
    migrate(db);
    const base = bringBase(db, salvage, sealer);
    const log = new MendedLog(salvage.rows(), source, sealer, base?.start);
    const { rows, sealed, erased, clinicId } = await bringRows(db, log);
    const lostKeys = await bringKeys(db, now(), { clinicId, sealed, erased, base, salvage, source, sealer });
    const tables = bringTables(db, salvage);
    foldInto(db, db, sealer);
    bringBodyHashes(db, salvage);
    db.exec('UPDATE people_words_version SET version = -1');
    refreshPeopleIndex(db);
    keepTableSums(db, true);
    const { found } = checkDatabase(db, sealer);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const { fetched, lost, isCutInTwo } = log;
    return { rows, fetched, lost, isCutInTwo, lostKeys, tables, found };
  } finally {
    db.close();
    salvage.close();
  }
}

/** What a pruned log begins behind. Where it is not proven, the rows from the first one on are wanted from elsewhere. */
function bringBase(db: Connection, salvage: Salvage, sealer: Sealer): ProvenBase | undefined {
  const base = salvage.reading((old) => readBase(old, sealer));
  if (base === undefined || base === 'unproven') return undefined;
  const { seq } = base.checkpoint;
  const [parts, stored] = [salvage.reading((old) => createStoredBases(old).partsOf(seq)), createStoredBases(db)];
  for (const [part, sealed] of (parts ?? []).entries()) stored.put(seq, part, sealed);
  putCheckpoint(db, base.checkpoint);
  return base;
}

interface BroughtRows {
  readonly rows: number;
  readonly clinicId: string;
  /** Whose rows have a seal, and who was erased. */
  readonly sealed: ReadonlySet<string>;
  readonly erased: ReadonlySet<string>;
}

async function bringRows(db: Connection, log: MendedLog): Promise<BroughtRows> {
  const into = createEventLog(db);
  const [sealed, erased] = [new Set<string>(), new Set<string>()];
  let rows = 0;
  let clinicId = '';
  let held: LogRow[] = [];
  const put = (): void => {
    db.exec('BEGIN');
    for (const row of held) into.append(row);
    db.exec('COMMIT');
    held = [];
  };
  for await (const row of log.rows()) {
    rows += 1;
    clinicId = row.clinicId;
    if (row.sealed !== null && row.subjectId !== null) sealed.add(row.subjectId);
    if (row.type === 'v1.SubjectErased') for (const id of erasedBy(row)) erased.add(id);
    held.push(row);
    if (held.length === rowsAtOnce) put();
  }
  put();
  return { rows, clinicId, sealed, erased };
}

interface KeysToBring extends Omit<BroughtRows, 'rows'> {
  readonly base: ProvenBase | undefined;
  readonly salvage: Salvage;
  readonly source: RowSource;
  readonly sealer: Sealer;
}

/** Answers whose keys neither has: they count as destroyed, so that no other key is made for them. */
async function bringKeys(
  db: Connection,
  now: number,
  { clinicId, sealed, erased: erasedInRows, base, salvage, source, sealer }: KeysToBring,
): Promise<readonly string[]> {
  // Whose rows went behind a checkpoint has a key all the same: another one would open nothing at the centre.
  const before = base === undefined ? [] : salvage.subjects();
  const erased = new Set([...erasedInRows, ...before.flatMap((one) => (one.isDestroyed ? [one.subjectId] : []))]);
  const known = new Set([...sealed, ...before.map(({ subjectId }) => subjectId)]);
  const opens = (subjectId: string, wrapped: Uint8Array): boolean => {
    try {
      sealer.unwrap(clinicId, subjectId, wrapped);
      return true;
    } catch {
      return false;
    }
  };
  const keys = new Map<string, Uint8Array>();
  const wanted = [...known].filter((subjectId) => !erased.has(subjectId));
  for (const subjectId of wanted) {
    const wrapped = salvage.wrappedKey(subjectId);
    if (wrapped !== undefined && opens(subjectId, wrapped)) keys.set(subjectId, wrapped);
  }
  const missing = wanted.filter((subjectId) => !keys.has(subjectId));
  const perhaps = patientsOf(base).filter((subjectId) => !known.has(subjectId));
  const asked = [...missing, ...perhaps];
  for (const { subjectId, wrapped } of asked.length === 0 ? [] : await source.keysOf(asked)) {
    if (opens(subjectId, wrapped)) keys.set(subjectId, wrapped);
  }
  const put = db.prepare('INSERT INTO subject_keys (subject_id, wrapped) VALUES (?, ?)');
  db.exec('BEGIN');
  for (const subjectId of new Set([...wanted, ...keys.keys(), ...erased])) {
    put.run(subjectId, keys.get(subjectId) ?? null);
  }
  const lost = missing.filter((subjectId) => !keys.has(subjectId));
  const state = db.prepare('INSERT INTO lost_keys (subject_id, lost_at) VALUES (?, ?)');
  for (const subjectId of lost) state.run(subjectId, now);
  db.exec('COMMIT');
  return lost;
}

/** Some of them have a key. */
function patientsOf(base: ProvenBase | undefined): readonly string[] {
  const pieces = [...(base?.pieces() ?? [])].filter(({ table }) => table === 'patients');
  return pieces.flatMap(({ columns, rows }) => rows.map((row) => String(row[columns.indexOf('id')])));
}

/** So that a command that is repeated is known again. */
function bringBodyHashes(db: Connection, salvage: Salvage): void {
  const put = db.prepare('UPDATE answers SET body_hash = ? WHERE command_id = ?');
  db.exec('BEGIN');
  for (const { commandId, bodyHash } of salvage.bodyHashes()) put.run(bodyHash, commandId);
  db.exec('COMMIT');
}

function moveDatabase(from: string, to: string): void {
  for (const end of sidecars) if (existsSync(`${from}${end}`)) renameSync(`${from}${end}`, `${to}${end}`);
}

function removeDatabase(path: string): void {
  for (const end of sidecars) rmSync(`${path}${end}`, { force: true });
}
