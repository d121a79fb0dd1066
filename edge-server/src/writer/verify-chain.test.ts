import { describe, expect, it } from 'vitest';
import { createSealer } from '../adapters/crypto/sealer.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { ChainFault, type LogBounds, verifyChain } from './verify-chain.ts';
import { EngineUnderTest, kiosk } from './testing/a-writer.ts';

const sealer = createSealer(new Uint8Array(32));
const clinic = new EngineUnderTest().initialise();
clinic.result('register-patient', { patient: { name: { family: 'Curie' } } }, kiosk);
for (let count = 0; count < 5; count += 1) clinic.issue();
clinic.perform({ kind: 'begin-epoch' });
clinic.issue();
const rows = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 100));

const changed = (index: number, change: Partial<LogRow>): LogRow[] =>
  rows.map((row, at) => (at === index ? { ...row, ...change } : row));
const bounds = { checkpoint: undefined, acknowledged: { epoch: 0, seq: 0 } };
const why = (log: readonly LogRow[], changes: Partial<LogBounds> = {}): string | undefined => {
  const verdict = verifyChain(log, { ...bounds, ...changes }, sealer);
  return verdict.ok ? undefined : verdict.why;
};

describe('the chain', () => {
  it('is whole as it was written, over epochs', () => {
    expect(verifyChain(rows, bounds, sealer)).toEqual({
      ok: true,
      rows: rows.length,
      last: { epoch: 2, seq: rows.length },
    });
    expect(rows.at(-1)).toMatchObject({ epoch: 2, seq: rows.length });
  });

  it('shows every column that was changed', () => {
    const changes: readonly Partial<LogRow>[] = [
      { id: clinic.issue().id },
      { type: 'v1.TicketLost' },
      { businessDay: '2026-11-22' },
      { actor: 'staff:somebody' },
      { commandId: null },
      { body: '{}' },
      { subjectId: 'somebody' },
      { sealed: new Uint8Array(30) },
    ];
    for (const change of changes) expect(why(changed(6, change))).toBe(ChainFault.hash);
    expect(why(changed(6, { at: (rows[6]?.at ?? 0) + 1 }))).toBe(ChainFault.hash);
    expect(why(changed(6, { epoch: 2 }))).toBeDefined();
    expect(why(changed(6, { clinicId: 'another' }))).toBe(ChainFault.clinic);
    expect(why(changed(6, { prevHash: new Uint8Array(32) }))).toBe(ChainFault.previous);
    expect(why(changed(6, { hash: new Uint8Array(32) }))).toBe(ChainFault.hash);
  });

  it('shows a row that is missing, in the middle or at the beginning', () => {
    expect(why(rows.filter((_row, at) => at !== 4))).toBe(ChainFault.gap);
    expect(why(rows.slice(1))).toBe(ChainFault.start);
  });

  it('believes no checkpoint that is not proven: whoever can cut the log off at its beginning can write one', () => {
    const checkpoint = { ...rows[3]!, isProven: false };
    expect(why(rows.slice(4), { checkpoint })).toBe(ChainFault.checkpoint);
    expect(why(rows, { checkpoint })).toBe(ChainFault.checkpoint);
  });

  it('begins at or before a proven checkpoint, which has to be of its own row', () => {
    const checkpoint = { ...rows[3]!, isProven: true };
    for (const gone of [0, 1, 3, 4]) expect(why(rows.slice(gone), { checkpoint })).toBeUndefined();
    expect(why(rows.slice(5), { checkpoint })).toBe(ChainFault.start);
    expect(why([], { checkpoint })).toBe(ChainFault.truncated);
    expect(why(rows.slice(0, 3), { checkpoint })).toBe(ChainFault.truncated);
    const another = { ...checkpoint, hash: new Uint8Array(32) };
    expect(why(rows.slice(2), { checkpoint: another })).toBe(ChainFault.checkpoint);
    expect(why(rows.slice(4), { checkpoint: another })).toBe(ChainFault.previous);
    expect(why(changed(2, { body: '{}' }).slice(2), { checkpoint })).toBe(ChainFault.hash);
  });

  it('shows a log that ends before what the centre has acknowledged', () => {
    const acknowledged = { epoch: 2, seq: rows.length };
    expect(why(rows, { acknowledged })).toBeUndefined();
    expect(why(rows.slice(0, -1), { acknowledged })).toBe(ChainFault.truncated);
    expect(why([], { acknowledged })).toBe(ChainFault.truncated);
  });
});
