import { base64 } from '@foyer/cloud-sync/batch.ts';
import { toWire } from '@foyer/contracts/wire-row.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { describe, expect, it } from 'vitest';
import { rowsOfCentre, type RowsOfCentre } from './compose-repair.ts';
import type { RowSource } from './ports/row-source.ts';
import { EngineUnderTest } from './writer/testing/a-writer.ts';

const clinic = new EngineUnderTest().initialise();
clinic.issue();
const image = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 100));
clinic.perform({ kind: 'begin-epoch', step: 7 });
clinic.issue();
const log = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 100));
/** What the lost box wrote after its image, and the centre keeps. */
const ofLostBox: LogRow = { ...log.at(-1)!, epoch: 1, seq: image.length + 1 };

/** A centre with so many rows a page. */
function aCentre(held: readonly LogRow[], pageSize: number): RowsOfCentre {
  return {
    async heldRows({ epoch, seq }) {
      const rows = held.filter((row) => row.epoch === epoch && row.seq >= seq).slice(0, pageSize);
      const next = held.find((row) => row.epoch > epoch);
      const prevHash = Buffer.from(rows[0]?.prevHash ?? new Uint8Array(32)).toString('base64');
      const keys = rows.flatMap(({ subjectId }) => (subjectId === null ? [] : [{ subjectId, wrapped: 'AAEC' }]));
      const of = { version: 2, clinicId: log[0]!.clinicId, epoch, prevHash } as const;
      return {
        ...of,
        rows: rows.map((row) => toWire(row, base64)),
        keys,
        ...(next && { next: { epoch: next.epoch, seq: next.seq } }),
      };
    },
  };
}
async function seqsOf(source: RowSource, place: { epoch: number; seq: number }): Promise<readonly number[]> {
  const seqs: number[] = [];
  for await (const row of source.rowsAfter(place)) seqs.push(row.seq);
  return seqs;
}

describe('rows of the centre', () => {
  it('come page by page and over epochs, without what a lost box wrote behind its image', async () => {
    const held = [...image, ofLostBox, ...log.slice(image.length)];
    for (const pageSize of [1, 2, 3, 100]) {
      const source = rowsOfCentre(aCentre(held, pageSize));
      expect(await seqsOf(source, { epoch: 1, seq: 0 })).toEqual(log.map(({ seq }) => seq));
      const rows: LogRow[] = [];
      for await (const row of source.rowsAfter({ epoch: 1, seq: 3 })) rows.push(row);
      expect(rows.map(({ hash }) => Buffer.from(hash).toString('hex'))).toEqual(
        log.slice(3).map(({ hash }) => Buffer.from(hash).toString('hex')),
      );
    }
  });

  it('end where the centre holds no more, and bring the keys that are asked for', async () => {
    const source = rowsOfCentre(aCentre(log, 2));
    const last = log.at(-1)!;
    expect(await seqsOf(source, last)).toEqual([]);
    expect(await source.keysOf(['01900000-0000-7000-8000-00000000dead'])).toEqual([]);
  });
});
