// A clinic whose log is copied into a folder, and spare boxes that take it over.

import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hourMs } from '@foyer/contracts/time.ts';
import { copiedFiles, contentOf } from '../adapters/copies/copied-files.ts';
import { FolderStore } from '../adapters/copies/folder-store.ts';
import { CopyReader } from '../adapters/copies/read-copy.ts';
import { SealedCopy } from '../adapters/copies/sealed-copy.ts';
import { openBesideLog } from '../adapters/sqlite/beside-log.ts';
import { openReadModel } from '../adapters/sqlite/read-model.ts';
import { takeOver, type TookOver } from '../compose-take-over.ts';
import { copyInPlace } from '../compose-taken-copies.ts';
import { CopyPump } from '../copies/copy-pump.ts';
import type { CopyStore } from '../ports/copy-store.ts';
import { silentLog } from '../ports/log.ts';
import type { TakenCopy } from '../ports/taken-copy.ts';
import { EngineUnderTest, type HandClock } from '../writer/testing/a-writer.ts';

const rawBytes = 32;
const { privateKey, publicKey } = generateKeyPairSync('x25519');
/** Raw, of every copy of the tests. */
export const recoveryPair = {
  privateKey: new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-rawBytes)),
  publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-rawBytes)),
};

export class CopiedClinic {
  readonly clinic: EngineUnderTest;
  readonly folder: string;
  readonly store: CopyStore;
  readonly pump: CopyPump;
  /** Epochs of boxes that took over, as the pump was told. */
  readonly successors: number[] = [];
  readonly #closers: (() => void)[] = [];
  #now = Date.UTC(2026, 10, 23);

  constructor(clinic = new EngineUnderTest().initialise(), store?: CopyStore) {
    this.clinic = clinic;
    this.folder = mkdtempSync(join(tmpdir(), 'foyer-copy-'));
    this.store = store ?? new FolderStore({ folder: this.folder });
    const { databasePath } = clinic.settings;
    const source = openBesideLog(databasePath);
    const log = openReadModel(databasePath);
    this.#closers.push(source.close, log.close);
    const dataDir = dirname(databasePath);
    // Each look finds that all is due.
    const now = (): number => (this.#now += hourMs);
    this.pump = new CopyPump({
      copy: new SealedCopy({ store: this.store, publicKey: recoveryPair.publicKey, now }),
      source: { ...source, files: () => copiedFiles(dataDir), content: (file) => contentOf(dataDir, file) },
      log,
      report: silentLog,
      now,
      sleep: async () => undefined,
      onReplaced: (epoch) => this.successors.push(epoch),
    });
  }

  /** What the writer told last reaches the copy. */
  async copied(): Promise<this> {
    this.told();
    await this.pump.catchUp();
    return this;
  }

  told(): void {
    const { committed } = this.clinic.lastOutcome ?? {};
    if (committed !== undefined) this.pump.committed(committed);
  }

  /** Nobody copies any more, and nobody writes. */
  destroy(): void {
    for (const close of this.#closers.splice(0)) close();
    this.clinic.close();
  }

  reader(): CopyReader {
    return new CopyReader(this.store, recoveryPair.privateKey);
  }

  spare(clock: HandClock = this.clinic.clock, skip?: number): Promise<Spare> {
    return takeOverInto(this.store, clock, skip);
  }
}

export interface Spare {
  readonly taken: TookOver;
  readonly clinic: EngineUnderTest;
}

export async function takeOverInto(store: CopyStore, clock: HandClock, skip?: number): Promise<Spare> {
  const from = copyInPlace(store, recoveryPair.privateKey, () => clock.wall());
  return spareFrom(from, clock, skip);
}

export async function spareFrom(from: TakenCopy, clock: HandClock, skip?: number): Promise<Spare> {
  const into = join(mkdtempSync(join(tmpdir(), 'foyer-spare-')), 'data');
  const order = { from, into, ...(skip === undefined ? {} : { skip }) };
  const taken = await takeOver(order, clock);
  const settings = {
    databasePath: join(into, 'edge.db'),
    clinicKeyPath: join(into, 'clinic.key'),
    batching: true,
  };
  return { taken, clinic: new EngineUnderTest(settings, clock) };
}
