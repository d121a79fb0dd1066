import { EventEmitter } from 'node:events';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { Commits, lend, type LoanOptions } from './loan.ts';

/** Answers as it is told; what it was asked is kept. */
class FakeClient extends EventEmitter {
  readonly asked: string[] = [];
  readonly released: unknown[] = [];
  readonly answers: Readonly<Record<string, () => unknown>>;

  constructor(answers: Readonly<Record<string, () => unknown>>) {
    super();
    this.answers = answers;
  }
  async query(text: string): Promise<unknown> {
    this.asked.push(text);
    return this.answers[text]?.() ?? { command: 'SELECT', rowCount: 0, rows: [] };
  }
  release(isBroken: unknown): void {
    this.released.push(isBroken);
  }
}

const lost = (): never => {
  throw new Error('Connection terminated unexpectedly');
};
const written = {
  [`select pg_current_xact_id_if_assigned() is not null
  and current_setting('synchronous_commit') <> 'off' as written`]: () => ({ rows: [{ written: true }] }),
};
const breaksOffTheWait = (client: FakeClient) => () =>
  void client.emit('notice', { severity: 'WARNING', code: '01000' });

function aLoan(answers: Readonly<Record<string, () => unknown>>, options: Partial<LoanOptions> = {}) {
  const client = new FakeClient(answers);
  const heard: string[] = [];
  const loan = lend({
    client: client as unknown as pg.PoolClient,
    commits: Commits.usual,
    isLocalEnough: false,
    onCommit: () => undefined,
    onFault: ({ code }) => heard.push(code),
    onLocalCommit: () => heard.push('local-commit'),
    ...options,
  });
  return { client, loan, heard };
}

describe('a transaction on a line that is lost', () => {
  it('was not done, where that was before its commit', async () => {
    const { loan, client, heard } = aLoan({ insert: lost });
    await loan.query('begin', []);
    await expect(loan.query('insert', [])).rejects.toMatchObject({ code: 'database-away' });
    await expect(loan.query('rollback to savepoint effects', [])).rejects.toMatchObject({ code: 'database-away' });
    expect(await loan.query('rollback', [])).toMatchObject({ command: 'ROLLBACK' });
    loan.release();
    expect(client.asked).toEqual(['begin', 'insert']);
    expect([heard, client.released]).toEqual([['database-away'], [true]]);
  });

  it('is neither done nor not, where that was over its commit', async () => {
    const { loan, heard } = aLoan({ commit: lost });
    await expect(loan.query('commit', [])).rejects.toMatchObject({
      code: 'commit-unanswered',
      facts: { retryAfterSeconds: 2 },
    });
    expect(heard).toEqual(['commit-unanswered']);
  });

  it('is as good as any other where the database refused one statement', async () => {
    const unique = new pg.DatabaseError('duplicate', 1, 'error');
    unique.code = '23505';
    const { loan, client } = aLoan({
      insert() {
        throw unique;
      },
    });
    await expect(loan.query('insert', [])).rejects.toBe(unique);
    await loan.query('rollback', []);
    loan.release();
    expect([client.asked, client.released]).toEqual([['insert', 'rollback'], [false]]);
  });
});

describe('a transaction while the standby is lost', () => {
  it('is refused where it has written, and reads on where not', async () => {
    const writing = aLoan(written, { commits: Commits.refused });
    await writing.loan.query('begin', []);
    await expect(writing.loan.query('commit', [])).rejects.toMatchObject({ code: 'standby-lost' });
    expect(writing.client.asked).not.toContain('commit');
    const reading = aLoan({}, { commits: Commits.refused });
    await reading.loan.query('commit', []);
    expect(reading.client.asked).toContain('commit');
  });

  it('does not wait for one whose commit waits', async () => {
    const timedOut = new pg.DatabaseError('lock timeout', 1, 'error');
    timedOut.code = '55P03';
    const { loan, client } = aLoan(
      {
        update() {
          throw timedOut;
        },
      },
      { commits: Commits.refused },
    );
    await loan.query('begin', []);
    expect(client.asked).toEqual(['begin', "set local lock_timeout = '1s'"]);
    await expect(loan.query('update', [])).rejects.toMatchObject({ code: 'standby-lost' });
  });

  it('is committed on the primary alone where that is enough, and counted', async () => {
    const { loan, client, heard } = aLoan(written, { commits: Commits.local, isLocalEnough: true });
    await loan.query('begin', []);
    await loan.query('commit', []);
    expect(client.asked).toContain('set local synchronous_commit = local');
    expect(heard).toEqual(['local-commit']);
  });

  it('is not said to be done where the server broke off its wait, unless the primary alone is enough', async () => {
    const answers: Record<string, () => unknown> = {};
    const one = aLoan(answers);
    answers['commit'] = breaksOffTheWait(one.client);
    await expect(one.loan.query('commit', [])).rejects.toMatchObject({ code: 'commit-unanswered' });
    const other = aLoan(answers, { isLocalEnough: true });
    answers['commit'] = breaksOffTheWait(other.client);
    await other.loan.query('commit', []);
    expect(other.heard).toEqual(['local-commit']);
  });
});
