// A clinic whose rows go to a centre by the relay, and what lies beside them as snapshots, and spare boxes that take it over
// from there.

import { dirname } from 'node:path';
import { sameEpoch, toBatch } from '@foyer/cloud-sync/batch.ts';
import type { UpBatch } from '@foyer/contracts/sync-protocol.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import { copiedFiles, contentOf } from '../adapters/copies/copied-files.ts';
import { SealedSnapshots } from '../adapters/copies/sealed-snapshots.ts';
import { openBesideLog } from '../adapters/sqlite/beside-log.ts';
import { openReadModel } from '../adapters/sqlite/read-model.ts';
import { clinicAtCentre } from '../compose-taken-copies.ts';
import { SnapshotPump } from '../copies/snapshot-pump.ts';
import { silentLog } from '../ports/log.ts';
import type { ClinicAtPlace, SnapshotPlace } from '../ports/snapshot-place.ts';
import { EngineUnderTest, type HandClock } from '../writer/testing/a-writer.ts';
import { recoveryPair, type Spare, spareFrom } from './a-copied-clinic.ts';

/** What a clinic needs of its centre here. */
export interface CentreOfCopies {
  readonly place: SnapshotPlace;
  /** Throws where it refuses them. */
  relay(batch: UpBatch): Promise<void>;
  open(): Promise<ClinicAtPlace>;
}

const rowsAtOnce = 1_000;

export class ClinicAtCentre {
  readonly clinic: EngineUnderTest;
  readonly centre: CentreOfCopies;
  readonly pump: SnapshotPump;
  /** Epochs of boxes that took over, as the pump was told. */
  readonly successors: number[] = [];
  readonly #log: ReturnType<typeof openReadModel>;
  readonly #closers: (() => void)[] = [];
  #relayed = { epoch: 0, seq: 0 };
  /** Between one look at the clock and the next: usually all is due. */
  stepMs = hourMs;
  #now = Date.UTC(2026, 10, 23);

  /** `relayed`: the last row that the centre has of this clinic already. */
  constructor(clinic = new EngineUnderTest().initialise(), centre: CentreOfCopies, relayed = { epoch: 0, seq: 0 }) {
    this.clinic = clinic;
    this.centre = centre;
    this.#relayed = relayed;
    const { databasePath } = clinic.settings;
    const source = openBesideLog(databasePath);
    this.#log = openReadModel(databasePath);
    this.#closers.push(source.close, () => this.#log.close());
    const dataDir = dirname(databasePath);
    const now = (): number => (this.#now += this.stepMs);
    this.pump = new SnapshotPump({
      copy: new SealedSnapshots({ place: centre.place, publicKey: recoveryPair.publicKey, now }),
      source: { ...source, files: () => copiedFiles(dataDir), content: (file) => contentOf(dataDir, file) },
      log: { position: () => this.#log.position(), acknowledged: () => this.#relayed },
      report: silentLog,
      now,
      // A centre in memory answers within the same turn: others get theirs.
      sleep: () => new Promise((resolve) => setImmediate(resolve)),
      onReplaced: (epoch) => this.successors.push(epoch),
    });
  }

  get health() {
    return this.pump.health!;
  }

  /** What the writer told last reaches the centre. */
  async copied(): Promise<this> {
    this.told();
    // Who was replaced hears so of either.
    await this.pump.catchUp();
    await this.relayed();
    await this.pump.catchUp();
    return this;
  }

  told(): void {
    const { committed } = this.clinic.lastOutcome ?? {};
    if (committed !== undefined) this.pump.committed(committed);
  }

  async relayed(): Promise<void> {
    for (;;) {
      const rows = sameEpoch(this.#log.logAfter(this.#relayed, rowsAtOnce));
      const last = rows.at(-1);
      if (last === undefined) return;
      const subjects = new Set(rows.flatMap(({ subjectId }) => subjectId ?? []));
      await this.centre.relay(toBatch(rows, this.#log.wrappedKeys([...subjects])));
      this.#relayed = { epoch: last.epoch, seq: last.seq };
    }
  }

  /** Nobody copies any more, and nobody writes. */
  destroy(): void {
    for (const close of this.#closers.splice(0)) close();
    this.clinic.close();
  }

  async spare(clock: HandClock = this.clinic.clock, skip?: number): Promise<Spare> {
    return spareFrom(clinicAtCentre(await this.centre.open(), recoveryPair.privateKey), clock, skip);
  }
}
