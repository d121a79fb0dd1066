// An edge's log without an edge: facts become chained rows with seals and wrapped keys, and rows become batches.

import { createHash, randomBytes } from 'node:crypto';
import { toBatch } from '@foyer/cloud-sync/batch.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import {
  genesisHash,
  hashInput,
  keyAssociatedData,
  sealAssociatedData,
  type LogRow,
  type UnchainedRow,
} from '@foyer/contracts/log-row.ts';
import type { UpBatch, WireKey } from '@foyer/contracts/sync-protocol.ts';
import { seal } from '../modules/seal.ts';

export class TestEdge {
  readonly clinicId: string;
  readonly clinicKey = randomBytes(32);
  readonly rows: LogRow[] = [];
  readonly facts: Fact[] = [];
  readonly keys = new Map<string, Uint8Array>();
  epoch = 1;
  at = Date.UTC(2026, 10, 23, 9);
  businessDay = '2026-11-23';

  constructor(clinicId: string) {
    this.clinicId = clinicId;
  }

  newId(): string {
    return uuidV7(this.at, randomBytes(10));
  }

  /** A fact as the next row; what it seals is sealed under its subject's key. */
  append(fact: Fact, commandId: string | null = null): LogRow {
    this.facts.push(fact);
    const last = this.rows.at(-1);
    const unsealed: UnchainedRow = {
      clinicId: this.clinicId,
      epoch: this.epoch,
      seq: (last?.seq ?? 0) + 1,
      id: this.newId(),
      type: fact.type,
      at: this.at,
      businessDay: this.businessDay,
      actor: 'system',
      commandId,
      body: JSON.stringify(fact.body),
      subjectId: fact.subjectId ?? null,
      sealed: null,
    };
    const row = {
      ...unsealed,
      sealed: fact.sealed === undefined ? null : this.#seal(unsealed, fact.sealed),
    };
    return this.appendRow(row);
  }

  /** A row that no fact of ours makes, chained all the same. */
  appendRow(row: UnchainedRow): LogRow {
    const prevHash = this.rows.at(-1)?.hash ?? genesisHash;
    const chained = {
      ...row,
      prevHash,
      hash: createHash('sha256').update(hashInput(row, prevHash)).digest(),
    };
    this.rows.push(chained);
    return chained;
  }

  /** Rows `from` to `until`, with the keys of their subjects. */
  batch(from = 1, until: number = this.rows.at(-1)?.seq ?? 0): UpBatch {
    const rows = this.rows.filter((row) => row.epoch === this.epoch && row.seq >= from && row.seq <= until);
    const subjects = new Set(rows.map((row) => row.subjectId));
    const keys = [...this.keys].filter(([subjectId]) => subjects.has(subjectId));
    return toBatch(
      rows,
      keys.map(([subjectId, key]) => this.#wrap(subjectId, key)),
    );
  }

  #seal(row: UnchainedRow, content: object): Uint8Array {
    const subjectId = row.subjectId ?? '';
    const key = this.keys.get(subjectId) ?? randomBytes(32);
    this.keys.set(subjectId, key);
    return seal(key, Buffer.from(JSON.stringify(content)), sealAssociatedData(row), randomBytes(12));
  }

  #wrap(subjectId: string, key: Uint8Array): WireKey {
    const wrapped = seal(this.clinicKey, key, keyAssociatedData(this.clinicId, subjectId), randomBytes(12));
    return { subjectId, wrapped: Buffer.from(wrapped).toString('base64') };
  }
}
