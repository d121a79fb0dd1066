import { describe, expect, it } from 'vitest';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { aClinic, consultation, laboratory, room1 } from '../testing/a-clinic.ts';
import { aState, aTicket, stateAt } from '../testing/a-state.ts';
import { journeyOf, journeysOf } from './journey-view.ts';
import { ticketView } from './ticket-view.ts';

const step = (id: string, serviceId: string, state: 'done' | 'here' | 'ahead' | 'skipped') => {
  return { id, serviceId, after: [], state };
};
const steps = [step('a', consultation, 'done'), step('b', laboratory, 'skipped'), step('c', laboratory, 'here')];

describe('what a patient sees of the steps of their visit', () => {
  it('is what is done, what is now and what comes, and nothing that is skipped', () => {
    const ticket = aTicket('1', { standing: { journey: { steps } } });
    expect(ticketView(aState({ tickets: [ticket] }), '1')?.path).toEqual([
      { id: 'a', serviceName: { en: 'Consultation', es: 'Consulta' }, state: 'done' },
      { id: 'c', serviceName: { en: 'Laboratory', es: 'Laboratorio' }, state: 'here' },
    ]);
  });

  it('is nothing for a visit of one step', () => {
    const ticket = aTicket('1', { standing: { journey: { steps: steps.slice(1) } } });
    expect(ticketView(aState({ tickets: [ticket] }), '1')).not.toHaveProperty('path');
  });

  it('is until when their place is kept', () => {
    const standing = { state: TicketState.notAnswered, graceUntil: stateAt + minuteMs };
    const state = aState({ tickets: [aTicket('1', { standing }), aTicket('2')] });
    expect(ticketView(state, '1')).toMatchObject({ graceUntil: stateAt + minuteMs });
    expect(ticketView(state, '2')).not.toHaveProperty('graceUntil');
  });
});

describe('what staff see of them', () => {
  it('is all of it, and who sent the ticket', () => {
    const cameFrom = { serviceId: consultation, servicePointId: room1 };
    expect(journeyOf(aTicket('1', { standing: { journey: { steps }, cameFrom } }))).toEqual({
      journey: { steps },
      cameFrom,
    });
    expect(journeyOf(aTicket('1', { standing: { cameFrom: null } }))).toEqual({});
  });

  it('is which ones they may begin', () => {
    const journey = { id: 'j', name: { en: 'Check-up' }, steps: [{ id: 'a', serviceId: consultation, after: [] }] };
    const configuration = aClinic({ journeys: [journey] });
    expect(journeysOf(aState({ changes: { configuration } }))).toEqual({
      journeys: { j: { id: 'j', name: { en: 'Check-up' } } },
    });
    expect(journeysOf(aState())).toEqual({});
  });
});
