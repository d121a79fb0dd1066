import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { ServicePointRecord } from '@foyer/domain/queue/queue-state.ts';
import { consultation, kioskOne, nurseAna, room1, room2 } from '../testing/a-clinic.ts';
import { aCalled, aState, aTicket, stateAt } from '../testing/a-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { kioskView } from './kiosk-view.ts';
import { staffView } from './staff-view.ts';
import { ticketView } from './ticket-view.ts';

const nurse = { namespace: '/staff', staffId: nurseAna, roles: ['nurse'], servicePointId: room1 } as const;
const stepOut = { whenAhead: 2, at: stateAt, calledBackAt: null };

function withPoints(state: ClinicState, change: Partial<ServicePointRecord>, ...ids: readonly string[]): ClinicState {
  const points = new Map(state.queue.servicePoints);
  for (const id of ids) points.set(id, { ...points.get(id)!, ...change });
  return { ...state, queue: { ...state.queue, servicePoints: points } };
}

describe('who waits outside', () => {
  it('is shown as that on the page and to staff, and since when they are called back', () => {
    const state = aState({
      tickets: [aTicket('1', { stepOut }), aTicket('2', { stepOut: { ...stepOut, calledBackAt: stateAt + 1 } })],
    });
    expect(ticketView(state, '1')?.steppedOut).toEqual({ whenAhead: 2, at: stateAt });
    for (const view of [ticketView(state, '2'), staffView(state, nurse).tickets['2']]) {
      expect(view?.steppedOut).toEqual({ whenAhead: 2, at: stateAt, calledBackAt: stateAt + 1 });
    }
    expect(ticketView(aState({ tickets: [aTicket('3')] }), '3')).not.toHaveProperty('steppedOut');
  });
});

describe('who has to be fetched', () => {
  const walksAt = (now: number) => {
    const { ticket, call } = aCalled('1', room1);
    const changes = { now };
    const deaf = { ...ticket, needs: ['hearing' as const], stepOut: { ...stepOut, calledBackAt: stateAt - 1 } };
    return staffView(aState({ tickets: [deaf], calls: [call], changes }), nurse).walks;
  };

  it('is shown with the reasons, and to reception as overdue after a minute', () => {
    const walk = { id: '1', number: 'A001', servicePointId: room1, reasons: ['hearing', 'outside'], at: stateAt };
    expect(walksAt(stateAt + minuteMs - 1)).toEqual({ '1': { ...walk, calledBackAt: stateAt - 1 } });
    expect(walksAt(stateAt + minuteMs)?.['1']).toMatchObject({ overdue: true });
  });

  it('is nobody while nobody is called who needs it', () => {
    expect(staffView(aState({ tickets: [aTicket('1', { needs: ['hearing'] })] }), nurse)).not.toHaveProperty('walks');
  });
});

describe('a pause', () => {
  const until = stateAt + hourMs;
  const pause = { since: stateAt, kind: 'lunch', until } as const;
  const atLunch = (...ids: readonly string[]) =>
    withPoints(aState({ tickets: [aTicket('1')] }), { state: 'paused', pause }, ...ids);

  it('is told to staff with why and until when, and to patients as when somebody is called again', () => {
    const state = atLunch(room1, room2);
    expect(staffView(state, nurse).servicePoints[room1]?.pause).toEqual(pause);
    expect(kioskView(state, kioskOne).services[consultation]?.nextCallAt).toBe(until);
    expect(ticketView(state, '1')?.nextCallAt).toBe(until);
    for (const view of [kioskView(state, kioskOne), ticketView(state, '1')]) {
      expect(JSON.stringify(view)).not.toMatch(/lunch|Ana/);
    }
  });

  it('is told to no patient while another room calls, or when the time is over', () => {
    expect(ticketView(atLunch(room2), '1')).not.toHaveProperty('nextCallAt');
    const late = { ...atLunch(room1, room2), now: until };
    expect(kioskView(late, kioskOne).services[consultation]).not.toHaveProperty('nextCallAt');
  });
});

describe('a room between two people', () => {
  it('says who went and since when', () => {
    const handOver = { at: stateAt, fromStaffId: nurseAna };
    const state = withPoints(aState(), { staffId: null, handOver }, room1);
    const point = staffView(state, nurse).servicePoints[room1];
    expect(point).toMatchObject({ handOver: { since: stateAt, fromName: 'Ana Ruiz' } });
    expect(point).not.toHaveProperty('staffName');
  });
});
