import { describe, expect, it } from 'vitest';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import { TicketState, type Need } from '@foyer/contracts/ticket-state.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { silentLog } from '../ports/log.ts';
import { consultation, displayOne, kioskOne, laboratory, nurseAna, room1, room2 } from '../testing/a-clinic.ts';
import { aCalled, aState, stateAt, type StateParts } from '../testing/a-state.ts';
import { noHistory } from '../testing/no-history.ts';
import { announcement } from './announcement.ts';
import { ClinicViews } from './clinic-views.ts';
import { displayView } from './display-view.ts';
import { staffView } from './staff-view.ts';

const one = aCalled('1', room1);
const other = aCalled('2', room2);
const inLaboratory = { ...other.ticket, standing: { ...other.ticket.standing, serviceId: laboratory } };
const parts: StateParts = { tickets: [one.ticket, inLaboratory], calls: [one.call, other.call] };

function shown(layout: Partial<DisplayLayout>, given: StateParts = parts) {
  const displayLayouts = new Map([[displayOne, { ...usualLayout, ...layout }]]);
  return displayView(aState({ ...given, changes: { ...given.changes, displayLayouts } }), displayOne);
}
const numbers = (layout: Partial<DisplayLayout>) => Object.values(shown(layout).calls).map(({ number }) => number);

describe('a display', () => {
  it('shows the calls to its rooms, or of its services, and without either every call', () => {
    expect(numbers({})).toEqual(['A001', 'A002']);
    expect(numbers({ scope: { servicePointIds: [room2] } })).toEqual(['A002']);
    expect(numbers({ scope: { serviceIds: [consultation] } })).toEqual(['A001']);
    expect(numbers({ scope: { servicePointIds: [room2], serviceIds: [consultation] } })).toEqual(['A001', 'A002']);
  });

  it('tells the waits of its services, as far as they are known, and another display tells none', () => {
    const wait = { fromMinutes: 15, untilMinutes: 25 };
    const services = new Map<string, WaitView>([
      [consultation, wait],
      [laboratory, { stopped: 'closed' }],
    ]);
    const given = { ...parts, changes: { waits: { tickets: new Map(), services } } };
    const name = expect.anything() as unknown;
    expect(shown({ waits: [laboratory, consultation] }, given).waits).toEqual({
      [consultation]: { id: consultation, name, wait },
    });
    expect(shown({}, given)).not.toHaveProperty('waits');
    expect(displayView(aState(given), kioskOne)).not.toHaveProperty('waits');
  });

  it('keeps the calls before to its rooms, too', () => {
    const over = aCalled('3', room2, stateAt - 60_000);
    const standing = { ...over.ticket.standing, state: TicketState.completed, servicePointId: null };
    const given = { tickets: [one.ticket, { ...over.ticket, standing }], calls: [one.call, over.call] };
    expect(Object.keys(shown({ scope: { servicePointIds: [room1] } }, given).calls)).toEqual(['call-1']);
    expect(Object.keys(shown({ scope: { servicePointIds: [room2] } }, given).calls)).toEqual(['call-3']);
  });

  it('has its layout in its own view, and another display has not', () => {
    expect(shown({ names: 'masked' }).layout).toMatchObject({ names: 'masked' });
    const displayLayouts = new Map([[displayOne, usualLayout]]);
    expect(displayView(aState({ changes: { displayLayouts } }), kioskOne)).not.toHaveProperty('layout');
  });

  it('shows initials only where the clinic chose that, of who is known', () => {
    const known = { ...one.ticket, patientId: 'somebody' };
    const given: StateParts = { tickets: [known], calls: [one.call], changes: { initials: () => 'M. O.' } };
    expect(Object.values(shown({ names: 'masked' }, given).calls)[0]).toMatchObject({ initials: 'M. O.' });
    expect(JSON.stringify(shown({ names: 'none' }, given))).not.toContain('M. O.');
    expect(JSON.stringify(shown({ names: 'masked' }, { ...given, tickets: [one.ticket] }))).not.toContain('M. O.');
  });

  it('is told how to call who may not hear or see it, and in which language, and not why', () => {
    const ticket = { ...one.ticket, needs: ['hearing', 'sight'] as const, language: 'es' as const };
    const view = shown({}, { tickets: [ticket], calls: [one.call] });
    expect(Object.values(view.calls)[0]).toMatchObject({
      manner: { longer: true, flashes: true, roomTwice: true },
      language: 'es',
    });
    expect(JSON.stringify(view)).not.toContain('hearing');
  });

  it('is told when nobody is waited for any more', () => {
    expect(Object.values(shown({}, { tickets: [one.ticket], calls: [one.call] }).calls)[0]).not.toHaveProperty('over');
    const standing = { ...one.ticket.standing, state: TicketState.serving };
    const there = { tickets: [{ ...one.ticket, standing }], calls: [one.call] };
    expect(Object.values(shown({}, there).calls)[0]).toMatchObject({ over: true });
  });

  it('hears in which languages its clinic recorded calls', () => {
    expect(shown({}, { changes: { recorded: ['zh'] } }).recorded).toEqual(['zh']);
    expect(shown({})).not.toHaveProperty('recorded');
  });
});

describe('the spoken call', () => {
  it('says the room once more to who may not see it', () => {
    expect(announcement('A012', 'Room 3', 'en', true)).toBe('Number A 0 1 2. Room 3. Room 3.');
    const texts = [['sight'], []].map((needs) => {
      const ticket = { ...one.ticket, needs: needs as readonly Need[] };
      const views = new ClinicViews({
        mirror: {
          state: aState({ tickets: [ticket], calls: [one.call] }),
          displayLayouts: undefined,
          messages: undefined,
          onChangedFirst: () => undefined,
        },
        readModel: { ticketIdByPublicId: () => undefined, ticket: () => undefined, ...noHistory },
        writer: { changeBox: async () => undefined },
        log: silentLog,
      });
      return views.callText('call-1', 'es');
    });
    expect(texts).toEqual(['Número A 0 0 1. Sala 1. Sala 1.', 'Número A 0 0 1. Sala 1.']);
  });
});

describe('the layouts of displays', () => {
  const audience = { namespace: '/staff', staffId: nurseAna, servicePointId: null } as const;
  const displayLayouts = new Map([[kioskOne, usualLayout]]);

  it('are seen by who may set them, of devices that are enrolled still', () => {
    const state = aState({ changes: { displayLayouts: new Map([...displayLayouts, [displayOne, usualLayout]]) } });
    expect(staffView(state, { ...audience, roles: ['admin'] }).displayLayouts).toEqual({ [kioskOne]: usualLayout });
    expect(staffView(state, { ...audience, roles: ['nurse'] })).not.toHaveProperty('displayLayouts');
  });
});
