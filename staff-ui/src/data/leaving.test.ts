import { describe, expect, it } from 'vitest';
import type { AffectedPerson, ReassignmentProposal } from '@foyer/contracts/reassignment-view.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import {
  amira,
  anAppointment,
  aPatient,
  aPoint,
  aStaffView,
  byId,
  id,
  now,
  services,
} from '../../testing/a-staff-view.ts';
import { choicesFor, effectOf, lostChoices, halfHours, roomsToShut, stepsOf, whoWorks } from './leaving.ts';

const [room5, room6] = [id('point', 5), id('point', 6)];

function affected(index: number, given: Partial<AffectedPerson> = {}): AffectedPerson {
  return {
    id: id('ticket', index),
    ticketId: id('ticket', index),
    state: 'waiting',
    serviceId: services.consultation,
    at: now,
    proposal: { to: 'service-point', toServicePointId: room5 },
    servicePointIds: [room5, room6],
    destinations: ['service-point', 'another-day', 'phone'],
    ...given,
  };
}
const proposal: ReassignmentProposal = {
  people: [affected(1), affected(2), affected(3, { proposal: { to: 'stay' }, destinations: ['stay', 'phone'] })],
  rooms: [
    { servicePointId: room5, people: 4 },
    { servicePointId: room6, people: 0 },
  ],
};

describe('what is chosen for everybody', () => {
  it('is what is proposed, until somebody chooses otherwise', () => {
    const choices = choicesFor(proposal, new Map([[id('ticket', 2), { to: 'phone' as const }]]));
    expect([...choices.values()].map(({ to }) => to)).toEqual(['service-point', 'phone', 'stay']);
  });

  it('is kept when the list changes while it still can be, and named where it cannot', () => {
    const chosen = new Map([
      [id('ticket', 1), { to: 'service-point' as const, toServicePointId: room6 }],
      [id('ticket', 2), { to: 'phone' as const }],
    ]);
    const people = proposal.people.slice(0, 2).map((person) => ({ ...person, servicePointIds: [room5] }));
    const next = { ...proposal, people };
    expect([...choicesFor(next, chosen).values()]).toEqual([affected(1).proposal, { to: 'phone' }]);
    expect(lostChoices(next, chosen)).toEqual([id('ticket', 1)]);
  });

  it('is counted once for each person, room by room', () => {
    const choices = choicesFor(proposal, new Map([[id('ticket', 2), { to: 'another-day' as const }]]));
    expect(effectOf(proposal, choices)).toEqual({
      rooms: [
        { servicePointId: room5, before: 4, after: 5 },
        { servicePointId: room6, before: 0, after: 0 },
      ],
      stay: 1,
      anotherDay: 1,
      phone: 0,
      moved: 2,
    });
  });

  it('is sent with the state in which everybody was seen', () => {
    const booked = affected(4, { state: undefined as never, ticketId: undefined as never, id: id('appointment', 4) });
    const { state: _state, ticketId: _ticketId, ...person } = booked;
    const steps = stepsOf({ ...proposal, people: [affected(1), person] }, new Map());
    expect(steps).toEqual([
      { ticketId: id('ticket', 1), seen: 'waiting', to: 'service-point', toServicePointId: room5 },
      { appointmentId: id('appointment', 4), to: 'service-point', toServicePointId: room5 },
    ]);
  });
});

describe('of whom it may be said', () => {
  const [sofie, kerem] = [id('staff', 5), id('staff', 7)];
  const view = aStaffView({
    servicePoints: byId([
      aPoint(3, 'Room 3', { staffId: amira, staffName: 'Amira Haddad' }),
      aPoint(5, 'Room 5', { staffId: kerem, staffName: 'Kerem Yılmaz' }),
      aPoint(6, 'Room 6', { state: 'closed' }),
    ]),
    appointments: [anAppointment(1, aPatient(1, 'Ana Duarte'), now, { practitionerId: sofie })],
  });
  const names = new Map([[sofie, 'Sofie Lindqvist']]);

  it('is everybody who works or is booked today, for reception', () => {
    const desk = { ...view, me: { ...view.me, roles: ['reception' as const] } };
    expect(whoWorks(desk, names).map(({ name }) => name)).toEqual(['Amira Haddad', 'Kerem Yılmaz', 'Sofie Lindqvist']);
    expect(roomsToShut(desk)).toHaveLength(2);
  });

  it('is a nurse alone, and their room, for the nurse', () => {
    expect(whoWorks(view, names).map(({ staffId }) => staffId)).toEqual([amira]);
    expect(roomsToShut(view).map((point) => point.id)).toEqual([id('point', 3)]);
  });

  it('is back at a half hour', () => {
    expect(halfHours(now).slice(0, 2)).toEqual([now + 14 * minuteMs, now + 44 * minuteMs]);
  });
});
