// A centre that holds whatever a clinic of the tests has written, and signs how far it may let go of it.

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { checkpointMessage } from '@foyer/contracts/log-checkpoint.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { MadeBase, OfferedCheckpoint } from '../../ports/log-pruning.ts';
import type { TaskAnswer } from '../jobs.ts';
import { makeBase } from '../make-base.ts';
import { clinicId, type EngineUnderTest } from './a-writer.ts';

export class SigningCentre {
  readonly #engine: EngineUnderTest;
  readonly #secret: KeyObject;
  readonly publicKey: Uint8Array;

  constructor(engine: EngineUnderTest) {
    this.#engine = engine;
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    this.#secret = privateKey;
    this.publicKey = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  }

  /** As its feed brings it. */
  giveKey(): void {
    const put = `INSERT OR REPLACE INTO reference_keys (name, public_key) VALUES ('check-in', ?)`;
    this.#engine.db.prepare(put).run(this.publicKey);
  }

  acknowledge(seq = this.rows().length): void {
    const row = this.rowAt(seq);
    this.#engine.perform({ kind: 'acknowledged', position: { epoch: row.epoch, seq } });
  }

  rows(): readonly LogRow[] {
    return this.#engine.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 100_000));
  }

  rowAt(seq: number): LogRow {
    const row = this.rows().find((each) => each.seq === seq);
    if (row === undefined) throw new Error(`row ${seq} is missing`);
    return row;
  }

  /** The last row of a command, at most this one. */
  endOfCommand(seq: number): number {
    const [row, next] = [this.rowAt(seq), this.rows().find((each) => each.seq === seq + 1)];
    const isEnd = next !== undefined && (row.commandId === null || row.commandId !== next.commandId);
    return isEnd || seq <= 1 ? seq : this.endOfCommand(seq - 1);
  }

  sign(seq: number, change: Partial<OfferedCheckpoint> = {}, of: string = clinicId): OfferedCheckpoint {
    const { epoch, hash } = this.rowAt(seq);
    const place = { epoch, seq, hash, ...change };
    const signature = new Uint8Array(sign(null, checkpointMessage(of, place), this.#secret));
    return { ...place, signature, parts: 0, asOf: 0, days: 30, ...change };
  }

  base(offered: OfferedCheckpoint): MadeBase {
    const made = makeBase({ ...this.#engine.settings, place: offered, signedBy: this.publicKey });
    if (made === undefined) throw new Error('no base');
    return made;
  }

  /** Makes the base, unless it was made before, and stores its parts; answers the checkpoint with them. */
  withBase(offered: OfferedCheckpoint, { parts, asOf } = this.base(offered)): OfferedCheckpoint {
    for (const [part, sealed] of parts.entries()) {
      this.#engine.perform({ kind: 'keep-base-part', part: { seq: offered.seq, part, sealed, asOf } });
    }
    return { ...offered, parts: parts.length, asOf };
  }

  keep(offered: OfferedCheckpoint): TaskAnswer | undefined {
    return this.#engine.perform({ kind: 'keep-checkpoint', offered })[0];
  }

  /** As the newest part of the log allows: signed, with its base, kept. */
  keepUpTo(seq: number): number {
    const end = this.endOfCommand(seq);
    this.keep(this.withBase(this.sign(end)));
    return end;
  }

  prune(rows: number, days = 30): void {
    this.#engine.perform({ kind: 'prune', order: { rows, days } });
  }

  begin(): { readonly first: number; readonly checkpoint: number } {
    return this.#engine.reading((read) => read.logBegin());
  }
}
