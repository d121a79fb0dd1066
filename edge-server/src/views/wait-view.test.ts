import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { describe, expect, it } from 'vitest';
import { aClinic, consultation, kioskOne, nurseAna } from '../testing/a-clinic.ts';
import { aState, aTicket } from '../testing/a-state.ts';
import { kioskView } from './kiosk-view.ts';
import { staffView } from './staff-view.ts';
import { ticketView } from './ticket-view.ts';

const wait: WaitView = { fromMinutes: 20, untilMinutes: 35 };
const ofService: WaitView = { fromMinutes: 30, untilMinutes: 50, planned: true };
const waits = { tickets: new Map([['1', wait]]), services: new Map([[consultation, ofService]]) };
const reception = { namespace: '/staff', staffId: nurseAna, roles: ['reception'], servicePointId: null } as const;

describe('a wait', () => {
  it('is told of who waits, on the kiosk, the phone and the tablet alike', () => {
    const state = aState({ tickets: [aTicket('1')], changes: { waits } });
    expect(kioskView(state, kioskOne).issued?.['1']?.wait).toEqual(wait);
    expect(ticketView(state, '1')?.wait).toEqual(wait);
    expect(staffView(state, reception).tickets['1']?.wait).toEqual(wait);
  });

  it('is told of who takes a number now', () => {
    const state = aState({ changes: { waits } });
    expect(kioskView(state, kioskOne).services[consultation]?.wait).toEqual(ofService);
    expect(staffView(state, reception).services[consultation]?.wait).toEqual(ofService);
    const others = aClinic().services.filter(({ id }) => id !== consultation);
    for (const { id } of others) expect(kioskView(state, kioskOne).services[id]).not.toHaveProperty('wait');
  });

  it('is not told any more of who is called, however late the next estimate comes', () => {
    const called = aTicket('1', { standing: { state: 'called' } });
    const state = aState({ tickets: [called], changes: { waits } });
    expect(kioskView(state, kioskOne).issued?.['1']).not.toHaveProperty('wait');
    expect(ticketView(state, '1')).not.toHaveProperty('wait');
    expect(staffView(state, reception).tickets['1']).not.toHaveProperty('wait');
  });
});
