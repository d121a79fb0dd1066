import { describe, expect, it } from 'vitest';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { noRowSource, type RowSource } from '../ports/row-source.ts';
import { MendedLog } from './mended-log.ts';
import { EngineUnderTest } from './testing/a-writer.ts';

const sealer = createSealer(new Uint8Array(32));
const clinic = new EngineUnderTest().initialise();
for (let count = 0; count < 6; count += 1) clinic.issue();
clinic.perform({ kind: 'begin-epoch', step: 5 });
clinic.issue();
const log = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 100));

const holding = (rows: readonly LogRow[]): RowSource => ({
  ...noRowSource,
  async *rowsAfter({ seq }) {
    yield* rows.filter((row) => row.seq > seq);
  },
});
const flipped = (row: LogRow): LogRow => ({ ...row, body: row.body.replace('{', '{ ') });
const withFlipped = (...seqs: readonly number[]): readonly LogRow[] =>
  log.map((row) => (seqs.includes(row.seq) ? flipped(row) : row));
async function mend(left: readonly LogRow[], source: RowSource) {
  const mended = new MendedLog(left, source, sealer);
  const rows: LogRow[] = [];
  for await (const row of mended.rows()) rows.push(row);
  const { fetched, lost, isCutInTwo } = mended;
  return { rows, fetched, lost: lost.map(({ seq }) => seq), isCutInTwo };
}
const whole = { rows: log, lost: [], isCutInTwo: false };

describe('a log that is mended', () => {
  it('is itself where nothing is wrong with it, and asks for what may stand behind it', async () => {
    expect(await mend(log, noRowSource)).toEqual({ ...whole, fetched: 0 });
    expect(await mend(log.slice(0, 5), holding(log))).toEqual({ ...whole, fetched: log.length - 5 });
    expect(await mend([], holding(log))).toEqual({ ...whole, fetched: log.length });
  });

  it('takes from elsewhere the rows that are not what was written, or are gone, and no others', async () => {
    expect(await mend(withFlipped(1, 4, 5, log.length), holding(log))).toEqual({ ...whole, fetched: 4 });
    const gone = log.filter(({ seq }) => seq !== 3 && seq !== 7);
    expect(await mend(gone, holding(log))).toEqual({ ...whole, fetched: 2 });
  });

  it('never takes what the chain does not prove, whoever says so', async () => {
    const forged = log.map(flipped);
    expect(await mend(withFlipped(4), holding(forged))).toMatchObject({ fetched: 0, isCutInTwo: true });
    expect((await mend(withFlipped(4), holding(forged))).rows).toEqual(log.slice(0, 3));
  });

  it('names what neither has: at its end the log is shorter, before whole rows it is cut in two', async () => {
    const { seq: last } = log.at(-1)!;
    expect(await mend(withFlipped(last), noRowSource)).toEqual({
      rows: log.slice(0, -1),
      fetched: 0,
      lost: [last],
      isCutInTwo: false,
    });
    const cut = await mend(withFlipped(last - 2), holding(log.slice(0, 3)));
    expect(cut).toMatchObject({ lost: [last - 2, last - 1, last], isCutInTwo: true });
  });
});
