import { describe, expect, it } from 'vitest';
import type { DelayRecord } from '@foyer/domain/queue/queue-state.ts';
import { aClinic, adminEva, consultation, kioskOne, laboratory, nurseAna, room1, room2 } from '../testing/a-clinic.ts';
import { aCalled, aState, aTicket, stateAt } from '../testing/a-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { displayView } from './display-view.ts';
import { kioskView } from './kiosk-view.ts';
import { staffView } from './staff-view.ts';
import { ticketView } from './ticket-view.ts';

const called = aCalled('3', room2);
const tickets = [
  aTicket('1'),
  aTicket('2', { standing: { serviceId: laboratory } }),
  called.ticket,
  aTicket('4', { standing: { forServicePointId: room2 } }),
];

function late(of: Partial<DelayRecord>, staffNamesInPublic = false): ClinicState {
  const state = aState({ tickets, calls: [called.call], changes: { configuration: aClinic({ staffNamesInPublic }) } });
  const record: DelayRecord = {
    id: of.staffId ?? of.servicePointId ?? '',
    staffId: null,
    servicePointId: null,
    minutes: 40,
    at: stateAt,
    businessDay: state.businessDay,
    ...of,
  };
  const points = new Map(state.queue.servicePoints);
  points.set(room2, { ...points.get(room2)!, staffId: null });
  return { ...state, queue: { ...state.queue, servicePoints: points, delays: new Map([[record.id, record]]) } };
}
const nurse = { namespace: '/staff', staffId: nurseAna, roles: ['nurse'], servicePointId: room1 } as const;
const told = (view: { readonly delays?: object } | undefined) => Object.values(view?.delays ?? {});

describe('who runs late', () => {
  it('is told at the kiosk and on the wall by the room, and names nobody unless the clinic says so', () => {
    const state = late({ staffId: nurseAna });
    for (const view of [kioskView(state, kioskOne), displayView(state)]) {
      expect(told(view)).toEqual([
        {
          id: nurseAna,
          minutes: 40,
          servicePointNames: { en: 'Room 1', es: 'Sala 1' },
          serviceIds: [consultation],
        },
      ]);
      expect(JSON.stringify(view)).not.toContain('Ana');
    }
  });

  it('is told by the name where the clinic shows its staff’s names, also for a room that somebody works in', () => {
    for (const of of [{ staffId: nurseAna }, { servicePointId: room1 }]) {
      expect(told(displayView(late(of, true)))).toMatchObject([{ staffName: 'Ana Ruiz' }]);
    }
    expect(told(displayView(late({ servicePointId: room2 }, true)))[0]).not.toHaveProperty('staffName');
  });

  it('is told on the page of who waits for that room, and on no other', () => {
    const inRoom1 = late({ servicePointId: room1 });
    expect(told(ticketView(inRoom1, '1'))).toMatchObject([{ minutes: 40 }]);
    for (const other of ['2', '3', '4']) expect(ticketView(inRoom1, other)).not.toHaveProperty('delays');
    const inRoom2 = late({ servicePointId: room2 });
    for (const waits of ['2', '4']) expect(told(ticketView(inRoom2, waits))).toHaveLength(1);
  });

  it('is for staff to see and end, also where patients are told nothing', () => {
    const nowhere = late({ staffId: adminEva });
    expect(displayView(nowhere)).not.toHaveProperty('delays');
    expect(told(staffView(nowhere, nurse))).toMatchObject([{ staffId: adminEva, minutes: 40 }]);
    expect(told(staffView(late({ servicePointId: room1 }), nurse))).toMatchObject([
      { servicePointId: room1, atServicePointId: room1, staffName: 'Ana Ruiz' },
    ]);
  });

  it('is over when it was ended, and on another day', () => {
    for (const over of [{ minutes: 0 }, { businessDay: '2026-11-23' }]) {
      const state = late({ servicePointId: room1, ...over });
      for (const view of [
        displayView(state),
        kioskView(state, kioskOne),
        ticketView(state, '1'),
        staffView(state, nurse),
      ]) {
        expect(view).not.toHaveProperty('delays');
      }
    }
  });
});
