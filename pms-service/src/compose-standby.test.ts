import { describe, expect, it } from 'vitest';
import { Standby } from './adapters/postgres/pair-watch.ts';
import { createStandbyReport } from './compose-standby.ts';

describe('what the dashboard is told of a standby', () => {
  it('is since when it is lost and how much was written without it, and nothing once it is back', () => {
    let at = 1_000;
    const report = createStandbyReport('degrade', () => at);
    expect(report.lost).toBeUndefined();
    report.onLocalCommit();
    report.onStandby(Standby.lost);
    at = 9_000;
    report.onLocalCommit();
    report.onLocalCommit();
    expect(report.lost).toEqual({ since: 1_000, policy: 'degrade', localCommits: 2 });
    report.onStandby(Standby.here);
    expect(report.lost).toBeUndefined();
    report.onStandby(Standby.lost);
    expect(report.lost).toEqual({ since: 9_000, policy: 'degrade', localCommits: 0 });
  });
});
