// Since when the standby is lost, and what was written without it: for the dashboard.

import type { StandbyLost, StandbyPolicy } from '@foyer/contracts/centre-state.ts';
import { Standby } from './adapters/postgres/pair-watch.ts';
import type { TenantDatabaseOptions } from './adapters/postgres/tenant.ts';

export interface StandbyReport extends Required<Pick<TenantDatabaseOptions, 'onStandby' | 'onLocalCommit'>> {
  /** Undefined: it is here, or there is none. */
  readonly lost: StandbyLost | undefined;
}

export function createStandbyReport(policy: StandbyPolicy, now: () => number): StandbyReport {
  let lost: StandbyLost | undefined;
  return {
    onStandby(standby) {
      lost = standby === Standby.lost ? { since: now(), policy, localCommits: 0 } : undefined;
    },
    onLocalCommit() {
      if (lost !== undefined) lost = { ...lost, localCommits: lost.localCommits + 1 };
    },
    get lost() {
      return lost;
    },
  };
}
