import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, minuteMs } from '@foyer/contracts/time.ts';
import { TicketState, closedStates } from '@foyer/contracts/ticket-state.ts';
import type { Actor, StaffRole } from '@foyer/contracts/roles.ts';
import type { PatientView } from '@foyer/contracts/staff-view.ts';
import type { HelpRecord } from '@foyer/domain/queue/queue-state.ts';
import { aClinic, consultation, kioskOne, laboratory, nurseAna, room1, room2, tabletOne } from '../testing/a-clinic.ts';
import { aCalled, aState, aTicket, stateAt } from '../testing/a-state.ts';
import { announcement } from './announcement.ts';
import { helpEscalatesMs } from './clinic-view.ts';
import { displayView } from './display-view.ts';
import { kioskView } from './kiosk-view.ts';
import { staffView } from './staff-view.ts';
import { tabletView } from './tablet-view.ts';
import { ticketView } from './ticket-view.ts';

const audience = (roles: readonly StaffRole[], servicePointId: string | null = null) =>
  ({ namespace: '/staff', staffId: nurseAna, roles, servicePointId }) as const;
const maria: PatientView = {
  id: 'maria',
  displayName: 'María Ortega',
  birthDate: '1956-03-07',
  phone: '600123441',
  needs: ['hearing'],
};

describe('what everybody may see', () => {
  it('never holds anything about a person', () => {
    const aPerson = fc.record({
      id: fc.constant('maria'),
      displayName: fc.string({ minLength: 6 }).map((text) => `@${text}@`),
      birthDate: fc.constant('1956-03-07'),
      phone: fc.constant('600123441'),
      needs: fc.constant([]),
    });
    fc.assert(
      fc.property(aPerson, fc.constantFrom(...Object.values(TicketState)), (person, standing) => {
        const { ticket, call } = aCalled('1', room1);
        const state = aState({
          tickets: [{ ...ticket, patientId: 'maria', standing: { ...ticket.standing, state: standing } }],
          calls: [call],
          patients: [person],
        });
        const seen = JSON.stringify([displayView(state), kioskView(state, kioskOne), ticketView(state, '1')]);
        for (const secret of [
          JSON.stringify(person.displayName).slice(1, -1),
          person.birthDate,
          person.phone,
          '"patientId"',
        ]) {
          expect(seen).not.toContain(secret);
        }
      }),
    );
  });
});

describe('the wall', () => {
  it('shows who is called or served, with the room in each language and the way there', () => {
    const { ticket, call } = aCalled('1', room1);
    expect(displayView(aState({ tickets: [ticket], calls: [call] })).calls).toEqual({
      'call-1': {
        id: 'call-1',
        ticketId: '1',
        number: 'A001',
        servicePointId: room1,
        at: stateAt,
        servicePointName: 'Room 1',
        direction: 'right',
        names: { en: 'Room 1', es: 'Sala 1' },
      },
    });
  });

  it.each([
    ['a call that was undone', { call: { withdrawn: true } }],
    ['one who waits again', { standing: { state: TicketState.waiting, callId: null, servicePointId: null } }],
    ['one on hold', { standing: { state: TicketState.onHold, callId: null, servicePointId: null } }],
    ['one who was cancelled', { standing: { state: TicketState.cancelled, callId: null, servicePointId: null } }],
  ])('does not show %s', (_what, { call: ofCall = {}, standing = {} }: { call?: object; standing?: object }) => {
    const { ticket, call } = aCalled('1', room1);
    const state = aState({
      tickets: [{ ...ticket, standing: { ...ticket.standing, ...standing } }],
      calls: [{ ...call, ...ofCall }],
    });
    expect(displayView(state).calls).toEqual({});
  });

  it('keeps the latest others for who looked away, for a quarter of an hour and in eight rows at most', () => {
    const over = Array.from({ length: 12 }, (_, index) => {
      const { ticket, call } = aCalled(String(index + 1), room1, stateAt - (12 - index) * minuteMs);
      const standing = { ...ticket.standing, state: TicketState.completed, servicePointId: null };
      return { call, ticket: { ...ticket, standing } };
    });
    const now = aCalled('99', room2);
    const parts = {
      tickets: [...over.map(({ ticket }) => ticket), now.ticket],
      calls: [...over.map(({ call }) => call), now.call],
    };
    expect(Object.keys(displayView(aState(parts)).calls).toSorted()).toEqual([
      'call-10',
      'call-11',
      'call-12',
      'call-6',
      'call-7',
      'call-8',
      'call-9',
      'call-99',
    ]);
    const later = aState({ ...parts, changes: { now: stateAt + 20 * minuteMs } });
    expect(Object.keys(displayView(later).calls)).toEqual(['call-99']);
  });
});

describe('a tablet', () => {
  const here = aCalled('1', room1);
  const there = aCalled('2', room2);
  const tickets = [
    { ...here.ticket, patientId: 'maria' },
    { ...there.ticket, patientId: 'mario' },
  ];
  const people = [maria, { ...maria, id: 'mario' }];
  const state = aState({ tickets, calls: [here.call, there.call], patients: people });

  it('of a nurse shows the person at the own service point, without a phone, and nobody else', () => {
    const { patients } = staffView(state, audience(['nurse'], room1));
    expect(patients).toEqual({
      maria: { id: 'maria', displayName: 'María Ortega', birthDate: '1956-03-07', needs: ['hearing'] },
    });
    expect(staffView(state, audience(['nurse'])).patients).toEqual({});
    expect(staffView(state, audience(['cashier'], null)).patients).toEqual({});
  });

  it('of reception shows whom it has to find', () => {
    expect(Object.keys(staffView(state, audience(['reception'])).patients)).toEqual(['maria', 'mario']);
    expect(staffView(state, audience(['reception'])).patients['maria']?.phone).toBe('600123441');
  });

  it('of reception shows whom it has to phone, whose ticket is of a day long gone', () => {
    const about = { ticketId: 'gone', ticketNumber: 'A007', patientId: 'maria' };
    const item = { id: 'w', kind: 'left-unseen', code: 'left-unseen', at: stateAt, about };
    const changes = { workItems: [{ ...item, resolvedAt: null, resolvedBy: null }] };
    const closed = aState({ patients: people, changes });
    expect(Object.keys(staffView(closed, audience(['reception'])).patients)).toEqual(['maria']);
    expect(staffView(closed, audience(['nurse'], room1)).patients).toEqual({});
  });

  it('of whoever may book says whether it is done here or asked of the centre', () => {
    const asked = (isAdopted: boolean, roles: readonly StaffRole[]) =>
      staffView(aState({ changes: { isAdopted } }), audience(roles, null)).booking;
    expect([asked(false, ['reception']), asked(false, ['admin']), asked(false, ['nurse'])]).toEqual([
      'here',
      'here',
      undefined,
    ]);
    expect(asked(true, ['reception'])).toBe('centre');
    expect(asked(true, ['nurse'])).toBeUndefined();
  });

  it('says who would be called next at each service point', () => {
    const waiting = aState({ tickets: [aTicket('5'), aTicket('4')] });
    const { servicePoints } = staffView(waiting, audience(['nurse'], room1));
    expect([servicePoints[room1]?.nextTicketId, servicePoints[room2]?.nextTicketId]).toEqual(['4', undefined]);
  });

  it('says what goes on in each room, and who is with the patient there', () => {
    const room = { state: 'with-nurse', since: stateAt - 60_000, staffId: nurseAna } as const;
    const standing = { state: 'serving', servicePointId: room1, room } as const;
    const { servicePoints } = staffView(aState({ tickets: [aTicket('5', { standing })] }), audience(['reception']));
    expect(servicePoints[room1]?.room).toEqual({ ...room, staffName: 'Ana Ruiz' });
    expect(servicePoints[room2]?.room).toEqual({ state: 'empty', since: stateAt });
  });

  it('has the till for the cashier alone', () => {
    const till = {
      id: 't',
      openedAt: 1,
      openedBy: `staff:${nurseAna}` as const,
      closedAt: null,
      closedBy: null,
      zNumber: null,
      currency: 'EUR',
      floatMinor: 5,
      takenCashMinor: 0,
      takenCardMinor: 0,
      payments: 0,
      firstReceipt: null,
      lastReceipt: null,
      countedMinor: null,
    };
    const open = aState({ changes: { billing: { ...state.billing, tills: new Map([['t', till]]) } } });
    expect(staffView(open, audience(['cashier'])).till).toMatchObject({ id: 't', floatMinor: 5 });
    expect(staffView(open, audience(['nurse'], room1)).till).toBeUndefined();
    expect(staffView(open, audience(['reception']))).toMatchObject({ tillOpenSince: 1 });
    expect(staffView(open, audience(['reception'])).till).toBeUndefined();
    const closing = { ...till, closedAt: stateAt, countedMinor: 5, zNumber: 'NORTH-1-Z1' };
    const closed = aState({ changes: { billing: { ...state.billing, tills: new Map([['t', closing]]) } } });
    expect(staffView(closed, audience(['cashier'])).closedTill).toEqual({ id: 't', zNumber: 'NORTH-1-Z1' });
    expect(staffView(closed, audience(['reception']))).not.toHaveProperty('closedTill');
  });

  it('is told of help until it is taken, and louder after twenty seconds', () => {
    const help = {
      id: 'h',
      kind: 'emergency',
      at: stateAt,
      by: `device:${kioskOne}`,
      ticketId: null,
      acknowledgedBy: null,
      acknowledgedAt: null,
    } as const;
    const asked = (changes: object, now: number = stateAt) =>
      staffView(
        aState({ changes: { now, queue: { ...state.queue, help: new Map([['h', { ...help, ...changes }]]) } } }),
        audience(['nurse']),
      ).help['h'];
    expect(asked({})).toMatchObject({ state: 'sounding', from: 'Kiosk 1' });
    expect(asked({}, stateAt + helpEscalatesMs)?.state).toBe('escalated');
    expect(asked({}, stateAt + 3 * dayMs)?.state).toBe('escalated');
    expect(asked({ acknowledgedBy: `staff:${nurseAna}`, acknowledgedAt: stateAt })).toMatchObject({
      state: 'acknowledged',
      acknowledgedBy: 'Ana Ruiz',
    });
  });
});

describe('a tablet on which nobody is signed in', () => {
  const help = (by: Actor, acknowledgedAt: number | null = null): HelpRecord => ({
    id: `of ${by}`,
    kind: 'emergency',
    at: stateAt,
    by,
    ticketId: null,
    acknowledgedBy: null,
    acknowledgedAt,
  });
  const { ticket, call } = aCalled('1', room1);
  const asked = [help(`device:${kioskOne}`), help(`staff:${nurseAna}`), help('ticket:1', stateAt)];
  const known = aState({ tickets: [{ ...ticket, patientId: 'maria' }], calls: [call], patients: [maria] });
  const state = aState({
    ...known,
    changes: {
      ...known,
      queue: { ...known.queue, help: new Map(asked.map((one) => [one.id, one])) },
      devices: [...known.devices, { id: 'wall', name: 'Display 2', role: 'display', connected: false }],
    },
  });

  it('is told of help that nobody took and of what is down with the calls to say aloud, and names nobody', () => {
    const view = tabletView(state);
    expect(Object.values(view.help).map(({ from }) => from)).toEqual(['Kiosk 1', 'Room 1']);
    expect(Object.keys(view.devices)).toEqual(['wall']);
    expect(Object.values(view.calls).map(({ number }) => number)).toEqual(['A001']);
    expect(view.servicePoints[room1]?.state).toBe('open');
    for (const name of ['Ana', 'María', 'maria']) expect(JSON.stringify(view)).not.toContain(name);
  });
});

describe('a locked name', () => {
  const lockedStaff = new Map([[nurseAna, stateAt + minuteMs]]);

  it.each([
    ['supervisor', [{ id: nurseAna, name: 'Ana Ruiz', until: stateAt + minuteMs }]],
    ['admin', [{ id: nurseAna, name: 'Ana Ruiz', until: stateAt + minuteMs }]],
    ['nurse', []],
  ] as const)('is shown to the %s as long as it lasts', (role, shown) => {
    const state = aState({ changes: { lockedStaff } });
    expect(Object.values(staffView(state, audience([role])).lockedStaff)).toEqual(shown);
    const later = aState({ changes: { lockedStaff, now: stateAt + minuteMs } });
    expect(staffView(later, audience([role])).lockedStaff).toEqual({});
  });
});

describe('a kiosk', () => {
  it('counts who waits for each service, and knows its own tickets alone', () => {
    const state = aState({ tickets: [aTicket('1'), aTicket('2', { issuedBy: `device:${tabletOne}` }), aTicket('3')] });
    const view = kioskView(state, kioskOne);
    expect(Object.values(view.services).map(({ waiting }) => waiting)).toEqual([3, 0]);
    expect(view.issued).toEqual({ 1: { ahead: 0, state: 'waiting' }, 3: { ahead: 2, state: 'waiting' } });
  });

  it('knows which services are full for today, and whether somebody is at the desk', () => {
    const configuration = aClinic({ deskServiceId: laboratory });
    const [first, ...others] = configuration.services;
    const state = aState({
      changes: { configuration: { ...configuration, services: [{ ...first!, dayLimit: 1 }, ...others] } },
    });
    const given = { id: `2026-11-24/${consultation}`, businessDay: '2026-11-24', serviceId: consultation, given: 1 };
    const full = { ...state, queue: { ...state.queue, walkIns: new Map([[given.id, given]]) } };
    expect(kioskView(state, kioskOne).services[consultation]).not.toHaveProperty('full');
    expect(kioskView(full, kioskOne).services[consultation]).toMatchObject({ full: true });
    expect(staffView(full, audience(['reception'])).services[consultation]).toMatchObject({ walkInsLeft: 0 });
    expect(kioskView(state, kioskOne)).toMatchObject({ deskOpen: true });
    const nobody = { ...state, queue: { ...state.queue, servicePoints: new Map() } };
    expect(kioskView(nobody, kioskOne)).not.toHaveProperty('deskOpen');
  });

  it('is told that the day was closed, until it is reopened', () => {
    const state = aState();
    const closing = { id: '2026-11-24', at: stateAt, by: `staff:${nurseAna}` as const, reopenedAt: null };
    const closed = (changes: object) => ({
      ...state,
      queue: { ...state.queue, closings: new Map([[closing.id, { ...closing, ...changes }]]) },
    });
    expect(kioskView(closed({}), kioskOne).clinic).toMatchObject({ dayClosed: true });
    expect(kioskView({ ...closed({}), openUntil: '18:00' }, kioskOne).clinic).not.toHaveProperty('openUntil');
    expect(kioskView(closed({ reopenedAt: stateAt }), kioskOne).clinic).not.toHaveProperty('dayClosed');
  });

  it('keeps its help in view until somebody took it, however long that takes', () => {
    const help = {
      id: 'h',
      kind: 'assistance',
      at: stateAt,
      by: `device:${kioskOne}`,
      ticketId: null,
      acknowledgedBy: null,
      acknowledgedAt: null,
    } as const;
    const asked = (changes: Partial<HelpRecord>, now: number) => {
      const queue = { ...aState().queue, help: new Map([['h', { ...help, ...changes }]]) };
      return kioskView(aState({ changes: { now, queue } }), kioskOne).help['h']?.state;
    };
    expect(asked({}, stateAt + 3 * dayMs)).toBe('escalated');
    expect(asked({ acknowledgedAt: stateAt }, stateAt + minuteMs)).toBe('acknowledged');
    expect(asked({ acknowledgedAt: stateAt }, stateAt + dayMs)).toBeUndefined();
  });

  it('learns what became of its own sheets and scans', () => {
    const prints = new Map([
      ['j1', { jobId: 'j1', state: 'printed' as const, deviceId: kioskOne, at: stateAt }],
      ['j2', { jobId: 'j2', state: 'failed' as const, code: 'paper-out', deviceId: tabletOne, at: stateAt }],
    ]);
    const scans = new Map([[kioskOne, { id: 's', format: 'qr' as const, text: 'F1.x' }]]);
    const state = aState({ changes: { prints, scans } });
    expect(kioskView(state, kioskOne)).toMatchObject({ prints: { j1: { state: 'printed' } }, scan: { id: 's' } });
    expect(kioskView(state, tabletOne)).not.toHaveProperty('scan');
    expect(Object.keys(kioskView(state, tabletOne).prints)).toEqual(['j2']);
  });
});

describe('a patient’s page', () => {
  it('says how many are ahead, then the room', () => {
    const { ticket } = aCalled('3', room1);
    const state = aState({ tickets: [aTicket('1'), aTicket('2'), ticket] });
    expect(ticketView(state, '2')).toMatchObject({ number: 'A002', state: 'waiting', ahead: 1 });
    expect(ticketView(state, '3')).toMatchObject({ state: 'called', servicePointName: 'Room 1', ahead: 0 });
    expect(ticketView(state, 'another')).toBeUndefined();
  });

  it.each(closedStates)('answers for a day after the ticket was %s', (closed) => {
    const ticket = aTicket('1', { closedAt: stateAt - dayMs + 1, standing: { state: closed } });
    expect(ticketView(aState({ tickets: [ticket] }), '1')).toMatchObject({ state: closed });
    expect(ticketView(aState({ tickets: [{ ...ticket, closedAt: stateAt - dayMs }] }), '1')).toBeUndefined();
  });
});

describe('an announcement', () => {
  it('reads letters and digits one by one, in the languages it has words for', () => {
    expect(announcement('A012', 'Room 3', 'en')).toBe('Number A 0 1 2. Room 3.');
    expect(announcement('A012', 'Sala 3', 'es')).toBe('Número A 0 1 2. Sala 3.');
    expect(announcement('A012', '3号', 'zh')).toBeUndefined();
  });
});
