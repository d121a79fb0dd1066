import { describe, expect, it } from 'vitest';
import type { StaffWorkItem } from '@foyer/contracts/staff-view.ts';
import { aStaffView, byId, now } from '../../testing/a-staff-view.ts';
import { notices } from './notices.ts';
import { isNewlyStranded, strandedHeard, strandedNow } from './stranded.ts';

const item = (id: string, more: Partial<StaffWorkItem> = {}): StaffWorkItem => {
  return { id, kind: 'ticket-stranded', code: 'no-owner', at: now, about: {}, ...more };
};

describe('tickets that nobody will call', () => {
  it('stand before what can wait, the one that lasts longest first', () => {
    const workItems = byId([
      item('other', { kind: 'feed-failed', at: now + 9 }),
      item('new', { at: now + 2 }),
      item('old', { at: now + 1 }),
      item('late', { at: now + 3, overdue: true }),
    ]);
    const view = aStaffView({ workItems, printer: 'unavailable' });
    expect(strandedNow(view).map(({ id }) => id)).toEqual(['late', 'old', 'new']);
    expect(notices(view, now).map(({ id }) => id)).toEqual([
      'work late',
      'work old',
      'work new',
      'printer',
      'work other',
    ]);
  });

  it('are heard once each, and once more when they last', () => {
    const first = strandedHeard([item('a')]);
    expect(isNewlyStranded(new Set(), first)).toBe(true);
    expect(isNewlyStranded(first, first)).toBe(false);
    expect(isNewlyStranded(first, strandedHeard([item('a', { overdue: true })]))).toBe(true);
    expect(isNewlyStranded(first, strandedHeard([]))).toBe(false);
  });
});
