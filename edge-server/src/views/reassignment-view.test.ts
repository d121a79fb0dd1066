import { describe, expect, it } from 'vitest';
import type { ReassignmentRecord } from '@foyer/domain/queue/queue-state.ts';
import { adminEva, nurseAna, room1, room2 } from '../testing/a-clinic.ts';
import { aState, aTicket, stateAt } from '../testing/a-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { staffView } from './staff-view.ts';
import { ticketView } from './ticket-view.ts';

const nurse = { namespace: '/staff', staffId: nurseAna, roles: ['nurse'], servicePointId: room1 } as const;
const desk = { namespace: '/staff', staffId: adminEva, roles: ['reception'], servicePointId: null } as const;
const sent = aTicket('1', { standing: { forServicePointId: room2 } });

function applied(given: Partial<ReassignmentRecord> = {}): ClinicState {
  const state = aState({ tickets: [sent] });
  const record: ReassignmentRecord = {
    id: 'r',
    kind: 'leaves',
    at: stateAt,
    businessDay: state.businessDay,
    by: `staff:${adminEva}`,
    staffId: nurseAna,
    servicePointId: null,
    tickets: [{ ticketId: sent.id, epoch: 1, seq: 9 }],
    appointmentIds: [],
    workItemIds: [],
    servicePoints: [],
    undoneAt: null,
    ...given,
  };
  return { ...state, queue: { ...state.queue, reassignments: new Map([[record.id, record]]) } };
}

describe('a reassignment', () => {
  it('can be taken back by the desk and by who applied it, until it was, on its day', () => {
    expect(staffView(applied(), desk).reassignments).toMatchObject({ r: { staffName: 'Ana Ruiz', people: 1 } });
    expect(staffView(applied(), nurse).reassignments).toBeUndefined();
    expect(staffView(applied({ by: `staff:${nurseAna}` }), nurse).reassignments).toBeDefined();
    expect(staffView(applied({ undoneAt: stateAt }), desk).reassignments).toBeUndefined();
    expect(staffView(applied({ businessDay: '2026-01-01' }), desk).reassignments).toBeUndefined();
  });

  it('shows who waits, on their phone, the room that they were sent to, unless it is closed', () => {
    const state = applied();
    expect(ticketView(state, sent.id)?.awaitsServicePointNames).toEqual({ en: 'Room 2', es: 'Sala 2' });
    const points = new Map(state.queue.servicePoints);
    points.set(room2, { ...points.get(room2)!, state: 'closed' });
    const shut = { ...state, queue: { ...state.queue, servicePoints: points } };
    expect(ticketView(shut, sent.id)).not.toHaveProperty('awaitsServicePointNames');
  });
});

describe('who changed rooms', () => {
  const moved = (worksAt: string): ClinicState => {
    const to = { state: 'open' as const, staffId: nurseAna };
    const servicePoints = [{ servicePointId: room2, from: { state: 'closed' as const }, to }];
    const state = applied({ kind: 'swaps-rooms', servicePointId: room2, servicePoints });
    const points = new Map(
      [...state.queue.servicePoints].map(([id, point]) => [
        id,
        { ...point, staffId: id === worksAt ? nurseAna : null },
      ]),
    );
    return { ...state, queue: { ...state.queue, servicePoints: points } };
  };

  it('is told so on the tablet of the room before, and not where they are', () => {
    expect(staffView(moved(room2), nurse).movedTo).toBe(room2);
    expect(staffView(moved(room2), { ...nurse, servicePointId: room2 }).movedTo).toBeUndefined();
    expect(staffView(moved(room1), nurse).movedTo).toBeUndefined();
  });
});
