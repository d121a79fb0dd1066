// Everything that is known of a database held against it: SQLite's own check, the chain of the log, the seals and keys of
// its rows, the sums of what lies beside it, and the projections against a rebuild. It reads alone, in one view, also while
// the edge runs; a page that cannot be read is a finding like the others.

import { type LogRow, sealAssociatedData } from '@foyer/contracts/log-row.ts';
import { type Connection, isStorageFailure } from '../adapters/sqlite/connection.ts';
import {
  createEventLog,
  createSubjectKeys,
  readAcknowledged,
  readCheckpoint,
  readLostKeys,
} from '../adapters/sqlite/event-log.ts';
import { isSchemaOf } from '../adapters/sqlite/shipped-schema.ts';
import { faultyTables } from '../adapters/sqlite/table-sums.ts';
import type { SubjectKeys } from '../ports/event-log.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { Finding, FindingCode } from './audit-findings.ts';
import { readBase } from './log-base.ts';
import { rebuiltDigests, withFresh } from './rebuilt-digests.ts';
import { rowsOf } from './replay.ts';
import { ChainFault, chainFaults, type LogBounds } from './verify-chain.ts';

export interface LogPlace {
  readonly epoch: number;
  readonly seq: number;
}
export interface CheckedDatabase {
  readonly rows: number;
  readonly last: LogPlace | null;
  /** The checkpoint whose signature and base were proven, where there is one. */
  readonly behind?: LogPlace;
  readonly found: readonly Finding[];
}

/** SQLite names so many of what it finds; the rest is of the same kind. */
const pageFindings = 20;

const codeOfFault: { readonly [F in ChainFault]: FindingCode } = {
  [ChainFault.gap]: 'row-missing',
  [ChainFault.start]: 'row-missing',
  [ChainFault.clinic]: 'row-of-another-clinic',
  [ChainFault.epoch]: 'row-out-of-order',
  [ChainFault.time]: 'row-out-of-order',
  [ChainFault.previous]: 'row-out-of-order',
  [ChainFault.hash]: 'row-changed',
  [ChainFault.truncated]: 'rows-cut-off',
  [ChainFault.checkpoint]: 'checkpoint-unproven',
};

export interface CheckOptions {
  /** The last row that is known to have been committed, from beside the database. */
  readonly committed?: LogPlace | undefined;
  /** Told how many rows have been read so far. */
  readonly onRows?: (rows: number) => void;
}

export function checkDatabase(db: Connection, sealer: Sealer, options: CheckOptions = {}): CheckedDatabase {
  return withFresh((fresh) => checkAgainst(fresh, db, sealer, options));
}

function checkAgainst(
  fresh: Connection,
  db: Connection,
  sealer: Sealer,
  { committed, onRows = () => undefined }: CheckOptions,
): CheckedDatabase {
  const found: Finding[] = [];
  let rows = 0;
  let last: CheckedDatabase['last'] = null;
  let bounds: LogBounds | undefined;
  readable(found, () => found.push(...pagesOf(db)));
  readable(found, () => {
    const seals = new Seals(createSubjectKeys(db), sealer);
    const read = function* (): Generator<LogRow> {
      for (const row of rowsOf(createEventLog(db))) {
        [rows, last] = [rows + 1, { epoch: row.epoch, seq: row.seq }];
        seals.next(row);
        onRows(rows);
        yield row;
      }
    };
    bounds = { checkpoint: judgedCheckpoint(db, sealer), acknowledged: readAcknowledged(db) };
    for (const { at, why } of chainFaults(read(), bounds, sealer)) found.push({ code: codeOfFault[why], at });
    found.push(...seals.found(readLostKeys(db)));
    if (committed !== undefined && committed.seq > (last?.seq ?? 0))
      found.push({ code: 'rows-cut-off', at: committed });
  });
  readable(found, () => {
    if (!isSchemaOf(fresh, db)) found.push({ code: 'schema-changed' });
  });
  readable(found, () => {
    for (const { table } of faultyTables(db)) found.push({ code: 'table-changed', about: table });
  });
  // What the log says is known only of a log that is whole and can be opened.
  if (found.every(({ code }) => code === 'table-changed')) {
    readable(found, () => {
      for (const name of rebuiltDigests(db, fresh, sealer).differing)
        found.push({ code: 'projection-differs', about: name });
    });
  }
  const checkpoint = bounds?.checkpoint;
  return { rows, last, ...(checkpoint?.isProven === true && { behind: placeOf(checkpoint) }), found };
}

/** The checkpoint that the database has, and whether it is one to rely on. */
export function judgedCheckpoint(db: Connection, sealer: Sealer): LogBounds['checkpoint'] {
  const base = readBase(db, sealer);
  const checkpoint = base === 'unproven' ? readCheckpoint(db) : base?.checkpoint;
  return checkpoint && { ...checkpoint, isProven: base !== 'unproven' };
}

function placeOf({ epoch, seq }: LogPlace): LogPlace {
  return { epoch, seq };
}

function pagesOf(db: Connection): readonly Finding[] {
  return db
    .prepare(`PRAGMA integrity_check(${pageFindings})`)
    .all()
    .map((row) => String(Object.values(row)[0]))
    .filter((said) => said !== 'ok')
    .map((about) => ({ code: 'page-damaged', about }));
}

/** Where the file cannot be read, or what it holds is no value of its kind, that is what is found. */
function readable(found: Finding[], read: () => void): void {
  try {
    read();
  } catch (error) {
    const isOurs = !isStorageFailure(error) && found.length === 0;
    if (isOurs) throw error;
    found.push({ code: 'page-damaged', about: error instanceof Error ? error.message : String(error) });
  }
}

/** Whether each seal opens, and each key that is gone was destroyed by somebody. */
class Seals {
  readonly #keys: SubjectKeys;
  readonly #sealer: Sealer;
  readonly #open = new Map<string, Uint8Array | 'damaged' | 'gone'>();
  readonly #gone = new Map<string, Finding['at']>();
  readonly #erased = new Set<string>();
  readonly #found: Finding[] = [];

  constructor(keys: SubjectKeys, sealer: Sealer) {
    this.#keys = keys;
    this.#sealer = sealer;
  }

  next(row: LogRow): void {
    if (row.type === 'v1.SubjectErased') for (const id of erasedBy(row)) this.#erased.add(id);
    if (row.sealed === null || row.subjectId === null) return;
    const at = { epoch: row.epoch, seq: row.seq };
    const key = this.#keyOf(row.clinicId, row.subjectId);
    if (key === 'gone') this.#gone.set(row.subjectId, at);
    else if (key === 'damaged' || !this.#opens(row, row.sealed, key)) {
      this.#found.push({ code: key === 'damaged' ? 'key-damaged' : 'seal-damaged', at });
    }
  }

  /** `stated`: whose keys are known to be lost. */
  found(stated: ReadonlySet<string>): readonly Finding[] {
    const lost = [...this.#gone].filter(([subjectId]) => !this.#erased.has(subjectId) && !stated.has(subjectId));
    return [...this.#found, ...lost.map(([about, at]): Finding => ({ code: 'key-lost', about, ...(at && { at }) }))];
  }

  #keyOf(clinicId: string, subjectId: string): Uint8Array | 'damaged' | 'gone' {
    const known = this.#open.get(subjectId);
    if (known !== undefined) return known;
    const wrapped = this.#keys.find(subjectId);
    const key =
      wrapped === undefined || wrapped === 'destroyed' ? 'gone' : this.#unwrapped(clinicId, subjectId, wrapped);
    this.#open.set(subjectId, key);
    return key;
  }

  #unwrapped(clinicId: string, subjectId: string, wrapped: Uint8Array): Uint8Array | 'damaged' {
    try {
      return this.#sealer.unwrap(clinicId, subjectId, wrapped);
    } catch {
      return 'damaged';
    }
  }

  #opens(row: LogRow, sealed: Uint8Array, key: Uint8Array): boolean {
    try {
      this.#sealer.open(key, sealAssociatedData(row), sealed);
      return true;
    } catch {
      return false;
    }
  }
}

/** The subject itself and the tickets that went with it. A body that does not read is found by the chain. */
export function erasedBy({ body }: Pick<LogRow, 'body'>): readonly string[] {
  try {
    const { subjectId, ticketIds } = JSON.parse(body) as { subjectId: string; ticketIds: readonly string[] };
    return [subjectId, ...ticketIds];
  } catch {
    return [];
  }
}
