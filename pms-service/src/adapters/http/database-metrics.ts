// Figures of the database for Prometheus: which of a pair is written to, and what happened while it was not clear.

import { Counter, Gauge, type Registry } from 'prom-client';

export interface DatabaseFigures {
  /** Another server is written to, or one is again. */
  primaryFound(): void;
  standbyLost(isLost: boolean): void;
  unansweredCommit(): void;
  localCommit(): void;
}

export function createDatabaseMetrics(registers: Registry[]): DatabaseFigures {
  const found = new Counter({
    name: 'foyer_database_primary_found_total',
    help: 'How often a server that takes writes was found, at the start, after a failover or when it came back',
    registers,
  });
  const lost = new Gauge({
    name: 'foyer_database_standby_lost',
    help: '1 while commits wait for a standby that does not confirm them',
    registers,
  });
  const unanswered = new Counter({
    name: 'foyer_database_unanswered_commits_total',
    help: 'Transactions of which nobody was told whether they were written',
    registers,
  });
  const local = new Counter({
    name: 'foyer_database_local_commits_total',
    help: 'Transactions written on the primary alone while its standby was lost',
    registers,
  });
  return {
    primaryFound: () => found.inc(),
    standbyLost: (isLost) => lost.set(isLost ? 1 : 0),
    unansweredCommit: () => unanswered.inc(),
    localCommit: () => local.inc(),
  };
}
