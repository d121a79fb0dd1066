import { describe, expect, it } from 'vitest';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import { rulesNow } from '@foyer/domain/queue/queue-state.ts';
import { nurseAna, room1 } from '../testing/a-clinic.ts';
import { aCalled, aState, aTicket, stateAt } from '../testing/a-state.ts';
import { staffView } from './staff-view.ts';

const patientId = 'a-patient';
const waiting = aTicket('1', { patientId, appointmentId: 'an-appointment', needs: ['mobility'] });
const base = aState({ tickets: [waiting] });

function shown(roles: readonly StaffRole[], hideNamesUntilCalled?: true, state = base) {
  const rules = { ...presetRules['by-arrival'], ...(hideNamesUntilCalled === true ? { hideNamesUntilCalled } : {}) };
  const record = { id: rulesNow, revision: 1, at: stateAt, by: 'system' as const, rules };
  const queue = { ...state.queue, callingRules: new Map([[rulesNow, record]]) };
  const audience = { namespace: '/staff' as const, staffId: nurseAna, roles, servicePointId: room1 };
  return staffView({ ...state, queue }, audience).tickets[waiting.id];
}

describe('who waits, where names are hidden until called', () => {
  it('is a number and needs to a nurse', () => {
    const ticket = shown(['nurse'], true);
    expect(ticket).toMatchObject({ number: waiting.number, needs: ['mobility'] });
    expect(ticket).not.toHaveProperty('patientId');
    expect(ticket).not.toHaveProperty('appointmentId');
  });

  it('is known to reception and supervisors, who have to find people', () => {
    for (const role of ['reception', 'supervisor'] as const) {
      expect(shown([role], true)).toMatchObject({ patientId, appointmentId: 'an-appointment' });
    }
    expect(shown(['nurse', 'reception'], true)).toMatchObject({ patientId });
  });

  it('is known to a nurse where the rules do not say so, and once called', () => {
    expect(shown(['nurse'])).toMatchObject({ patientId });
    const { ticket } = aCalled(waiting.id, room1);
    expect(shown(['nurse'], true, aState({ tickets: [{ ...ticket, patientId }] }))).toMatchObject({ patientId });
  });
});
