import { describe, expect, it } from 'vitest';
import { nurseAna, room1 } from '../testing/a-clinic.ts';
import { aCalled, aState, aTicket, stateAt } from '../testing/a-state.ts';
import { displayView } from './display-view.ts';
import { musterPeople } from './muster-view.ts';
import { staffView } from './staff-view.ts';

const audience = { namespace: '/staff', staffId: nurseAna, roles: ['nurse'], servicePointId: room1 } as const;
const ticketsOf = (...tickets: ReturnType<typeof aTicket>[]) => staffView(aState({ tickets }), audience).tickets;

describe('a family that is called together', () => {
  const { ticket: mother, call } = aCalled('1', room1);
  const child = aTicket('2', { partyOf: '1', followsCallId: call.id, standing: { forServicePointId: room1 } });
  const elsewhere = aTicket('3', { partyOf: '1' });
  const state = aState({ tickets: [mother, child, elsewhere], calls: [call] });

  it('has each of its numbers on the wall, beside the room that one of them was called to', () => {
    const calls = Object.values(displayView(state).calls).toSorted((a, b) => (a.number < b.number ? -1 : 1));
    expect(calls.map(({ number, servicePointName, at }) => ({ number, servicePointName, at }))).toEqual([
      { number: 'A001', servicePointName: 'Room 1', at: stateAt },
      { number: 'A002', servicePointName: 'Room 1', at: stateAt },
    ]);
  });

  it('is one party on the tablet', () => {
    const { tickets } = staffView(state, audience);
    expect(Object.values(tickets).map(({ partyId }) => partyId)).toEqual(['1', '1', '1']);
    expect(ticketsOf(aTicket('1'))['1']).not.toHaveProperty('partyId');
  });
});

describe('what was said when a number was taken', () => {
  it('stands beside it: that somebody came for the patient', () => {
    expect(ticketsOf(aTicket('1', { onBehalf: true }))['1']).toMatchObject({ onBehalf: true });
  });

  it.each([
    ['in the language that was said', { interpreter: { language: 'ar', booked: false } }, { language: 'ar' }],
    ['in the one that was used at the kiosk', { language: 'es' }, { language: 'es' }],
    ['in none, where that is the clinic’s own', { language: 'en' }, {}],
  ] as const)('asks for an interpreter %s', (_what, said, spoken) => {
    const ticket = aTicket('1', { needs: ['interpreter'], ...said });
    expect(ticketsOf(ticket)['1']?.interpreter).toEqual({ ...spoken, booked: false });
  });

  it('says which interpreter is booked, also where everybody is looked for', () => {
    const ticket = aTicket('1', { needs: ['interpreter'], interpreter: { language: 'ar', booked: true } });
    const building = {
      id: 'building',
      startedAt: stateAt,
      startedBy: 'system',
      endedAt: null,
      accountedFor: {},
    } as const;
    const { queue } = aState({ tickets: [ticket] });
    const state = aState({ changes: { queue: { ...queue, evacuations: new Map([[building.id, building]]) } } });
    expect(musterPeople(state)?.map(({ interpreter }) => interpreter)).toEqual([{ language: 'ar', booked: true }]);
  });
});
