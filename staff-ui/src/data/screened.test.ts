import { describe, expect, it } from 'vitest';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import { amira, aStaffView, aTicket, room3 } from '../../testing/a-staff-view.ts';
import { isNewlyScreened, mayReadForms, screenedNow } from './screened.ts';

const screening = { sendTo: { en: 'the side entrance' }, instructions: ['mask' as const] };
const as = (...roles: StaffRole[]) => ({ me: { id: amira, name: 'Amira Haddad', roles, servicePointId: room3 } });

describe('who waits elsewhere', () => {
  const late = aTicket('A002', { screening, waitedMinutes: 2 });
  const early = aTicket('A001', { screening, waitedMinutes: 20 });
  const called = aTicket('A003', { screening, state: 'called' });
  const view = aStaffView({ tickets: [late, early, called, aTicket('A004')] });

  it('is told of while they wait, who came first before', () => {
    expect(screenedNow(view).map(({ number }) => number)).toEqual(['A001', 'A002']);
    expect(screenedNow({ ...view, ...as('cashier') })).toEqual([]);
  });

  it('is new once', () => {
    const known = new Set([early.id]);
    expect(isNewlyScreened(known, screenedNow(view))).toBe(true);
    expect(isNewlyScreened(new Set([early.id, late.id]), screenedNow(view))).toBe(false);
  });
});

describe('answers', () => {
  it('are read by the nurse who has the person before them, and at the desk', () => {
    const here = aTicket('A001', { state: 'serving', servicePointId: room3 });
    const waiting = aTicket('A002');
    expect(mayReadForms(as('nurse'), here)).toBe(true);
    expect(mayReadForms(as('nurse'), waiting)).toBe(false);
    expect(mayReadForms(as('reception'), waiting)).toBe(true);
    expect(mayReadForms(as('cashier'), here)).toBe(false);
  });
});
