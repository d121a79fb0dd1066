import { describe, expect, it } from 'vitest';
import { dayMs, minuteMs } from '@foyer/contracts/time.ts';
import type { BoxReports } from '../ports/box-reports.ts';
import { aState } from '../testing/a-state.ts';
import { healthView } from './alarms-view.ts';
import { boxHealth } from './box-health.ts';

const now = aState().now;
const problems = (reports: BoxReports) => boxHealth(reports, now)?.problems;
const backups = { stick: now - 3 * dayMs, centre: now - dayMs };
const rolledBack = (ago: number) => ({ last: { end: 'rolled-back' as const, at: now - ago, version: '1.1.0' } });

describe('the box among the devices', () => {
  it('is there where somebody looks after it', () => {
    expect(boxHealth({}, now)).toBeUndefined();
    expect(boxHealth({ update: { version: '1.0.0' }, backups }, now)).toMatchObject({
      kind: 'box',
      firmware: '1.0.0',
      box: { backups },
      problems: [],
    });
  });

  it('calls for a backup when the newest one, wherever it is, is older than two days or there is none', () => {
    expect(problems({ backups })).toEqual([]);
    expect(problems({ backups: { stick: backups.stick } })).toEqual(['backup-old']);
    expect(problems({ update: {} })).toEqual(['backup-old']);
  });

  it('says of a version that it was gone back from for a week, and of one that is stuck until that is over', () => {
    expect(problems({ update: rolledBack(dayMs), backups })).toEqual(['update-rolled-back']);
    expect(problems({ update: rolledBack(8 * dayMs), backups })).toEqual([]);
    const stuck = { end: 'stuck' as const, at: now - 30 * dayMs, version: '1.0.1' };
    const later = { stuck, last: { end: 'refused' as const, code: 'patients-waiting' } };
    expect(boxHealth({ update: later, backups }, now)).toMatchObject({
      box: { update: stuck },
      problems: ['update-stuck'],
    });
  });

  it('calls for whoever sees to a copy that is behind for more than two minutes', () => {
    const copy = (ago: number) => ({ place: 'disk' as const, seq: 7, waitingRows: 2, behindSince: now - ago });
    const whole = { place: 'machine' as const, seq: 9, waitingRows: 0 };
    expect(problems({ copies: [copy(minuteMs), whole] })).toEqual([]);
    expect(boxHealth({ copies: [copy(3 * minuteMs), whole] }, now)).toMatchObject({
      box: { copies: [{ seq: 7, waitingRows: 2 }, { seq: 9 }] },
      problems: ['copy-behind'],
    });
  });

  it('alarms administrators and nobody else', () => {
    const state = { ...aState(), devices: [], boxReports: { update: rolledBack(dayMs) } };
    expect(Object.keys(healthView(state, ['admin']).alarms ?? {})).toEqual([
      'box update-rolled-back',
      'box backup-old',
    ]);
    expect(healthView(state, ['reception', 'supervisor', 'nurse'])).not.toHaveProperty('alarms');
  });
});
