import type { AppError } from '@foyer/contracts/app-error.ts';
import { describe, expect, it } from 'vitest';
import { Standby } from './adapters/postgres/pair-watch.ts';
import { databaseDependencies, reportDatabase } from './compose-database.ts';
import type { Log } from './log.ts';

const ping = async (): Promise<void> => undefined;

async function linesOf(standby: Standby, policy: 'wait' | 'degrade') {
  const lines = databaseDependencies({ ping, standby }, policy);
  return Promise.all(
    lines.map(async ({ name, check, isNeeded }) => {
      const code = await check().catch((error: AppError) => error.code);
      return [name, code ?? 'ok', isNeeded ?? true];
    }),
  );
}

describe('the database among what the service needs', () => {
  it('has a line for its standby where commits wait for one', async () => {
    expect(await linesOf(Standby.none, 'wait')).toEqual([['database', 'ok', true]]);
    expect(await linesOf(Standby.here, 'wait')).toContainEqual(['standby', 'ok', true]);
  });

  it('stops the service without a standby, unless it is set up to go on', async () => {
    expect(await linesOf(Standby.lost, 'wait')).toContainEqual(['standby', 'standby-lost', true]);
    expect(await linesOf(Standby.lost, 'degrade')).toContainEqual(['standby', 'standby-lost', false]);
  });

  it('says in the log how much was written on the primary alone', () => {
    const lines: object[] = [];
    const say = (line: object): void => void lines.push(line);
    const reports = reportDatabase({ info: say, warn: say, error: say } as unknown as Log, 'degrade');
    reports.onStandby(Standby.lost);
    reports.onLocalCommit();
    reports.onLocalCommit();
    reports.onStandby(Standby.here);
    expect(lines).toEqual([
      { event: 'standby-lost', policy: 'degrade' },
      { event: 'standby-here', localCommits: 2 },
    ]);
  });
});
