import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { WorkItemRow } from '../ports/projections.ts';
import { aClinic } from '../testing/a-clinic.ts';
import { stateAt } from '../testing/a-state.ts';
import { workItemsFor } from './work-items-view.ts';

const row = (kind: string, about: WorkItemRow['about']): WorkItemRow => {
  return { id: kind, kind, code: 'no-owner', at: stateAt, about, resolvedAt: null, resolvedBy: null };
};
const workItems = [row('ticket-stranded', { role: 'nurse' }), row('left-unseen', {})];
const configuration = aClinic({ stranded: { afterMinutes: 5, role: 'nurse', escalateAfterMinutes: 15 } });
const at = (minutes: number) => ({ workItems, configuration, now: stateAt + minutes * minuteMs });

describe('a stranded ticket', () => {
  it('is told to the role that the clinic names, and to nobody else', () => {
    expect(workItemsFor(at(0), ['nurse']).map(({ kind }) => kind)).toEqual(['ticket-stranded', 'left-unseen']);
    expect(workItemsFor(at(0), ['supervisor']).map(({ kind }) => kind)).toEqual(['left-unseen']);
  });

  it('is told to supervisors as well once it lasts', () => {
    expect(workItemsFor(at(15), ['supervisor'])[0]).toMatchObject({ kind: 'ticket-stranded', overdue: true });
    expect(workItemsFor(at(15), ['cashier']).map(({ kind }) => kind)).toEqual(['left-unseen']);
  });
});
