// What happens to the database beside the requests: as lines of the log, as figures, and as lines of `/readyz`.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { DatabaseFigures } from './adapters/http/database-metrics.ts';
import { Standby } from './adapters/postgres/pair-watch.ts';
import type { TenantDatabase, TenantDatabaseOptions } from './adapters/postgres/tenant.ts';
import type { Log } from './log.ts';
import type { Dependency } from './route-table.ts';

type Reports = Required<
  Pick<TenantDatabaseOptions, 'onPrimary' | 'onStandby' | 'onUnansweredCommit' | 'onLocalCommit' | 'onConnectionError'>
>;

export function reportDatabase(log: Log, policy: 'wait' | 'degrade', figures?: DatabaseFigures): Reports {
  let localCommits = 0;
  return {
    onConnectionError: (error) => log.warn({ event: 'database-connection-lost', err: error }),
    onPrimary(event, facts) {
      if (event === 'primary-found') {
        log.info({ event, ...facts });
        figures?.primaryFound();
      } else log.error({ event, ...facts });
    },
    onStandby(standby) {
      const isLost = standby === Standby.lost;
      figures?.standbyLost(isLost);
      if (isLost) log.error({ event: 'standby-lost', policy });
      else log.warn({ event: `standby-${standby}`, localCommits });
      if (!isLost) localCommits = 0;
    },
    onUnansweredCommit() {
      log.warn({ event: 'commit-unanswered' });
      figures?.unansweredCommit();
    },
    onLocalCommit() {
      localCommits += 1;
      figures?.localCommit();
    },
  };
}

/** The standby has a line where commits wait for one. Without it the service serves if it is set up to. */
export function databaseDependencies(
  database: Pick<TenantDatabase, 'ping' | 'standby'>,
  policy: 'wait' | 'degrade',
): readonly Dependency[] {
  const lines: Dependency[] = [{ name: 'database', check: () => database.ping() }];
  if (database.standby === Standby.none) return lines;
  return [...lines, { name: 'standby', isNeeded: policy === 'wait', check: () => refuseLost(database.standby) }];
}

async function refuseLost(standby: Standby): Promise<void> {
  if (standby === Standby.lost) throw new AppError('standby-lost');
}
