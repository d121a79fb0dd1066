import { describe, expect, it } from 'vitest';
import { FailureKind, type Transactions } from '../ports/transactions.ts';
import { runBatch, type BatchParts } from './batch.ts';
import type { Job, TaskAnswer } from './jobs.ts';
import { Journal } from './journal.ts';

const job = (id: number): Job => ({ kind: 'look-at-clock', id });
const done = { ok: true, done: true } as const;

function parts(
  failing: Partial<Record<keyof Transactions, FailureKind>>,
  perform: (job: Job) => TaskAnswer = () => done,
) {
  const calls: string[] = [];
  const faults: unknown[] = [];
  const fail = (name: keyof Transactions) => () => {
    calls.push(name);
    if (failing[name] !== undefined) throw new Error(failing[name]);
  };
  const transactions: Transactions = {
    begin: fail('begin'),
    commit: fail('commit'),
    rollback: fail('rollback'),
    savepoint: fail('savepoint'),
    release: fail('release'),
    rollbackToSavepoint: fail('rollbackToSavepoint'),
    kindOf: (error) => {
      const kinds: readonly string[] = Object.values(FailureKind);
      const said = error instanceof Error ? error.message : '';
      return kinds.includes(said) ? (said as FailureKind) : FailureKind.command;
    },
  };
  const all: BatchParts = {
    transactions,
    journal: new Journal(),
    perform,
    onFault: (error) => faults.push(error),
  };
  return { ...all, calls, faults };
}
const queue =
  (...ids: number[]) =>
  () =>
    ids.length === 0 ? undefined : job(ids.shift()!);

describe('a batch', () => {
  it('is one transaction with a savepoint around each task, for all that have arrived by then', () => {
    const batch = parts({});
    const result = runBatch(job(1), queue(2, 3), batch);
    expect(result).toMatchObject({ ok: true, answers: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    expect(batch.calls.filter((call) => call === 'commit')).toHaveLength(1);
    expect(batch.calls.filter((call) => call === 'savepoint')).toHaveLength(3);
    expect(batch.calls.at(-1)).toBe('commit');
  });

  it('takes back a task that throws, and that one alone', () => {
    const undone: number[] = [];
    const journal: { current?: Journal } = {};
    const batch = parts({}, ({ id }) => {
      journal.current?.note(() => undone.push(id));
      if (id === 2) throw new Error('a mistake of ours');
      return done;
    });
    journal.current = batch.journal;
    const result = runBatch(job(1), queue(2, 3), batch);
    expect(result).toMatchObject({
      ok: true,
      answers: [{ answer: done }, { answer: { failed: 'internal' } }, { answer: done }],
    });
    expect(undone).toEqual([2]);
    expect(batch.faults).toHaveLength(1);
    expect(batch.calls).toContain('rollbackToSavepoint');
  });

  it('is taken back whole when the disk is full, in memory too', () => {
    const undone: number[] = [];
    const batch = parts({ commit: FailureKind.diskFull }, ({ id }) => {
      batch.journal.note(() => undone.push(id));
      return done;
    });
    const result = runBatch(job(1), queue(2), batch);
    expect(result).toMatchObject({
      ok: false,
      full: true,
      answers: [{ answer: { failed: 'storage-full' } }, { answer: { failed: 'storage-full' } }],
    });
    expect(undone).toEqual([2, 1]);
    expect(batch.calls.at(-1)).toBe('rollback');
  });

  it('is never tried again, nor rolled back on the disk, after a failed sync', () => {
    const batch = parts({ commit: FailureKind.storage });
    const result = runBatch(job(1), queue(), batch);
    expect(result).toMatchObject({
      ok: false,
      full: false,
      answers: [{ answer: { failed: 'storage-failed' } }],
    });
    expect(batch.calls.filter((call) => call === 'commit')).toHaveLength(1);
    expect(batch.calls).not.toContain('rollback');
  });
});
