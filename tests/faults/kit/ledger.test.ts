import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger.ts';

type Row = Parameters<Ledger['read']>[0];

function aRow(seq: number, change: Partial<Row> = {}): Row {
  return {
    clinicId: 'c',
    epoch: 1,
    seq,
    id: `id-${seq}`,
    type: 'v1.TicketIssued',
    at: seq,
    businessDay: '2026-11-23',
    actor: 'system',
    commandId: `command-${seq}`,
    body: JSON.stringify({ number: `A${seq}`, serviceId: 's' }),
    subjectId: null,
    sealed: null,
    prevHash: `hash-${seq - 1}`,
    hash: `hash-${seq}`,
    ...change,
  };
}

function verdictOf(rows: readonly Row[], acknowledged: readonly number[]) {
  const ledger = new Ledger();
  for (const seq of acknowledged)
    ledger.acknowledge({ commandId: `command-${seq}`, epoch: 1, seq, answer: `answer ${seq}` });
  for (const row of rows) ledger.read(row);
  return ledger.verdict();
}

describe('the ledger', () => {
  it('is content when the log holds what was told', () => {
    expect(verdictOf([aRow(1), aRow(2)], [1, 2])).toEqual({
      ...{ acknowledged: 2, lost: 0, duplicated: 0 },
      violations: [],
    });
  });

  it('misses an acknowledged command', () => {
    expect(verdictOf([aRow(1)], [1, 2])).toMatchObject({ lost: 1 });
  });

  it('sees one command that took effect twice', () => {
    const again = aRow(2, { commandId: 'command-1' });
    expect(verdictOf([aRow(1), again], [])).toMatchObject({ duplicated: 1 });
  });

  it('sees a command at another place than was told', () => {
    const rows = [aRow(1, { commandId: 'command-2' }), aRow(2, { commandId: null })];
    expect(verdictOf(rows, [2]).violations).toHaveLength(1);
  });

  it('sees a gap, and a chain that does not hold', () => {
    expect(verdictOf([aRow(1), aRow(3)], []).violations).toHaveLength(2);
    expect(verdictOf([aRow(1), aRow(2, { prevHash: 'other' })], []).violations).toHaveLength(1);
  });

  it('sees a number that was given twice on one day', () => {
    const again = aRow(2, { body: aRow(1).body });
    expect(verdictOf([aRow(1), again], []).violations).toHaveLength(1);
    expect(verdictOf([aRow(1), { ...again, businessDay: '2026-11-24' }], []).violations).toEqual([]);
  });

  it('sees two answers to one command', () => {
    const ledger = new Ledger();
    ledger.acknowledge({ commandId: 'x', epoch: 1, seq: 1, answer: 'A1' });
    ledger.acknowledge({ commandId: 'x', epoch: 1, seq: 1, answer: 'A2' });
    expect(ledger.verdict().violations).toHaveLength(1);
  });
});
