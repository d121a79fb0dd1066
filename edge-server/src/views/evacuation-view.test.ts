import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { PatientView } from '@foyer/contracts/staff-view.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import { theBuilding, type EvacuationRecord } from '@foyer/domain/queue/queue-state.ts';
import { aClinic, kioskOne, nurseAna, room1, room2 } from '../testing/a-clinic.ts';
import { aCalled, aState, aTicket, stateAt } from '../testing/a-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { musterDocument } from '../reactions/muster-document.ts';
import { displayView } from './display-view.ts';
import { kioskView } from './kiosk-view.ts';
import { staffView } from './staff-view.ts';
import { tabletView } from './tablet-view.ts';
import { ticketView } from './ticket-view.ts';

const meetingPoint = { en: 'the car park', es: 'el aparcamiento' };
const maria: PatientView = { id: 'maria', displayName: 'María Ortega', needs: ['hearing'] };
const called = aCalled('1', room2);
const ofMaria = aTicket('2', { patientId: 'maria' });
const inWheelchair = aTicket('3', { needs: ['mobility'] });

function evacuated(change: Partial<EvacuationRecord> = {}): ClinicState {
  const state = aState({
    tickets: [called.ticket, ofMaria, inWheelchair],
    calls: [called.call],
    patients: [maria],
    changes: { configuration: aClinic({ evacuation: { meetingPoint } }) },
  });
  const record: EvacuationRecord = {
    id: theBuilding,
    startedAt: stateAt - minuteMs,
    startedBy: `staff:${nurseAna}`,
    endedAt: null,
    accountedFor: { '2': true, '3': false },
    ...change,
  };
  return { ...state, queue: { ...state.queue, evacuations: new Map([[theBuilding, record]]) } };
}
const staff = (state: ClinicState, role: StaffRole) =>
  staffView(state, { namespace: '/staff', staffId: nurseAna, roles: [role], servicePointId: room1 });

describe('while the building is being left', () => {
  it('every screen says so, with where to meet and the place it was started from, and names nobody', () => {
    const state = evacuated();
    const views = [displayView(state), kioskView(state, kioskOne), ticketView(state, '1'), tabletView(state)];
    for (const view of views) {
      expect(view?.evacuation).toMatchObject({ startedAt: stateAt - minuteMs, meetingPoint });
      expect(view?.evacuation?.startedFrom?.en).toMatch(/^Room/);
      expect(JSON.stringify(view)).not.toMatch(/Ana|María/);
    }
  });

  it('who stepped out is marked, and the printed list says where they are and which language an interpreter speaks', () => {
    const state = evacuated();
    const outside = aTicket('4', {
      needs: ['interpreter'],
      interpreter: { language: 'ar', booked: true },
      stepOut: { whenAhead: 3, at: stateAt, calledBackAt: null },
    });
    const tickets = new Map([...state.queue.tickets, [outside.id, outside]]);
    const withOutside = { ...state, queue: { ...state.queue, tickets } };
    expect(
      Object.values(staff(withOutside, 'nurse').muster ?? {}).map(({ id, outside: is }) => [id, is]),
    ).toContainEqual(['4', true]);
    const line = musterDocument(withOutside)?.people.find(({ needs }) => needs?.includes('Interpreter'));
    expect(line).toMatchObject({ lastSeen: 'outside', needs: 'Interpreter for Arabic' });
  });

  it.each(['nurse', 'reception', 'cashier', 'supervisor', 'admin'] as const)(
    'the %s has the list of whom to look for, who needs help to get out first',
    (role) => {
      const people = Object.values(staff(evacuated(), role).muster ?? {}).toSorted((a, b) => a.place - b.place);
      expect(people).toMatchObject([
        { id: '3', place: 1, needs: ['mobility'], present: false },
        { id: '2', place: 2, name: 'María Ortega', needs: ['hearing'], present: true },
        { id: '1', place: 3, state: 'called', lastSeen: { en: 'Room 2' } },
      ]);
      expect(people[2]).not.toHaveProperty('present');
    },
  );

  it('is over with the all clear: no screen says it, and the names are gone', () => {
    const state = evacuated({ endedAt: stateAt });
    expect(displayView(state)).not.toHaveProperty('evacuation');
    expect(kioskView(state, kioskOne)).not.toHaveProperty('evacuation');
    expect(staff(state, 'cashier')).not.toHaveProperty('muster');
  });
});
