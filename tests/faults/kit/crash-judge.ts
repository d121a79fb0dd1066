/**
 * Opens what a power cut left as an edge opens it, and says what is wrong with it: a page, the chain, a row that was
 * promised, a refusal that was told, what was said of days whose rows were let go of. States that are equal to the byte
 * are opened once; some are started from as well.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createSealer } from '@foyer/edge-server/adapters/crypto/sealer.ts';
import { openForWriting, type Connection } from '@foyer/edge-server/adapters/sqlite/connection.ts';
import { createEventLog } from '@foyer/edge-server/adapters/sqlite/event-log.ts';
import type { Clock } from '@foyer/edge-server/ports/clock.ts';
import { noReserve } from '@foyer/edge-server/ports/reserve.ts';
import { composeAudit } from '@foyer/edge-server/writer/compose-audit.ts';
import { composeWriter } from '@foyer/edge-server/writer/compose.ts';
import { rowsOf } from '@foyer/edge-server/writer/replay.ts';
import { verifyChain } from '@foyer/edge-server/writer/verify-chain.ts';
import type { BlockContent } from './block-content.ts';
import { boundsOf, letGoAgain, saidOfOldDays, wronglyGone } from './let-go.ts';
import type { Promises } from './promises.ts';

/** What is in a state, or why nothing can be said of it. */
interface FoundWhole {
  readonly seq: number;
  readonly refused: ReadonlySet<string>;
  /** Where it lets go of its log. */
  readonly oldDays?: string;
}
type Found = FoundWhole | { readonly broken: string };

export type CrashFinding = { readonly kind: 'lost' | 'corrupt'; readonly what: string };

export interface CrashJudgeParts {
  /** In memory, where a sync costs nothing. */
  readonly folder: string;
  /** After this one, when the edge starts again. */
  readonly clock: Clock;
  /** One of so many is started from. */
  readonly startsOneOf: number;
  /** Of several judges of the same states, each looks at some of them; which is said by what a state holds. */
  readonly own?: { readonly share: number; readonly of: number };
}

export class CrashJudge {
  readonly #parts: CrashJudgeParts;
  readonly #found = new Map<string, Found>();
  readonly #sealer = createSealer(new Uint8Array(32));
  #lettingGo = 0;
  started = 0;

  constructor(parts: CrashJudgeParts) {
    this.#parts = parts;
    mkdirSync(parts.folder, { recursive: true });
  }

  /** Different ones. */
  get states(): number {
    return this.#found.size;
  }

  judge(files: ReadonlyMap<string, BlockContent>, promises: Promises): CrashFinding | undefined {
    const key = this.#keyOf(files);
    if (!this.#isOwn(key)) return undefined;
    let found = this.#found.get(key);
    if (found === undefined) {
      const letsGo = promises.oldDays !== undefined;
      found = this.#look(files, this.#isStarted(letsGo), letsGo);
      this.#found.set(key, found);
    }
    if ('broken' in found) return { kind: 'corrupt', what: found.broken };
    if (found.seq < promises.seq) return { kind: 'lost', what: `row ${promises.seq} of ${found.seq}` };
    if (found.oldDays !== promises.oldDays) return { kind: 'lost', what: 'what was said of days that are over' };
    const unknown = [...promises.refused].find((commandId) => !found.refused.has(commandId));
    return unknown === undefined ? undefined : { kind: 'lost', what: `the refusal of ${unknown}` };
  }

  /** Those that let go of their log are few, and count by themselves. */
  #isStarted(letsGo: boolean): boolean {
    const before = letsGo ? this.#lettingGo++ : this.#found.size - this.#lettingGo;
    return before % this.#parts.startsOneOf === 0;
  }

  #keyOf(files: ReadonlyMap<string, BlockContent>): string {
    return [...files].map(([name, { digest }]) => `${name} ${digest}`).join();
  }

  #isOwn(key: string): boolean {
    const { own } = this.#parts;
    return own === undefined || hash('sha1', key, 'buffer').readUInt32BE() % own.of === own.share;
  }

  #look(files: ReadonlyMap<string, BlockContent>, starts: boolean, letsGo: boolean): Found {
    this.#place(files);
    try {
      const found = this.#open(letsGo);
      if (starts && letsGo) this.#letGo();
      else if (starts) this.#start(found.seq);
      return found;
    } catch (error) {
      return { broken: error instanceof Error ? error.message : String(error) };
    }
  }

  #place(files: ReadonlyMap<string, BlockContent>): void {
    const { folder } = this.#parts;
    for (const left of readdirSync(folder)) if (!files.has(left)) rmSync(join(folder, left));
    for (const [name, content] of files) content.writeTo(join(folder, name));
  }

  get #settings() {
    const { folder } = this.#parts;
    return { databasePath: join(folder, 'clinic.db'), clinicKeyPath: join(folder, 'clinic.key'), batching: true };
  }

  #open(letsGo: boolean): FoundWhole {
    const db = openForWriting(this.#settings.databasePath);
    try {
      const integrity = Object.values(db.prepare('PRAGMA integrity_check').get() ?? {})[0];
      if (integrity !== 'ok') throw new Error(`integrity_check: ${String(integrity)}`);
      if (!hasTables(db)) return { seq: 0, refused: new Set() };
      const bounds = boundsOf(db, this.#settings.clinicKeyPath);
      const verdict = verifyChain(rowsOf(createEventLog(db)), bounds, this.#sealer);
      if (!verdict.ok) throw new Error(`the chain breaks at ${verdict.at.seq}: ${verdict.why}`);
      const wrong = wronglyGone(db, bounds);
      if (wrong !== undefined) throw new Error(wrong);
      const refused = db.prepare('SELECT command_id FROM refusals').all();
      return {
        seq: verdict.last?.seq ?? 0,
        refused: new Set(refused.map((row) => String(row['command_id']))),
        ...(letsGo && { oldDays: saidOfOldDays(db) }),
      };
    } finally {
      db.close();
    }
  }

  #letGo(): void {
    this.started += 1;
    const wrong = letGoAgain(this.#settings);
    if (wrong !== undefined) throw new Error(wrong);
  }

  /** As after the cut: an edge that starts, takes a command, and has the projections that its log says. */
  #start(seq: number): void {
    this.started += 1;
    const faults: unknown[] = [];
    const { clock } = this.#parts;
    const writer = composeWriter(this.#settings, (fault) => faults.push(fault), { clock, reserve: noReserve });
    try {
      writer.engine.load();
      const outcome = writer.engine.run({ kind: 'look-at-clock', id: 1 }, () => undefined);
      writer.settle();
      if (outcome.fatal !== undefined || faults.length > 0) throw new Error(`it does not start: ${String(faults[0])}`);
    } finally {
      writer.close();
    }
    if (seq === 0) return;
    const audit = composeAudit(this.#settings);
    try {
      const { differing } = audit.rebuild();
      if (differing.length > 0) throw new Error(`projections are not what the log says: ${differing.join()}`);
    } finally {
      audit.close();
    }
  }
}

function hasTables(db: Connection): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'refusals'").get() !== undefined;
}
