import { describe, expect, it } from 'vitest';
import { aQuestionnaire, sideEntrance } from '@foyer/domain/forms/testing.ts';
import {
  theBuilding,
  type EvacuationRecord,
  type TicketFormsRecord,
  type TicketRecord,
} from '@foyer/domain/queue/queue-state.ts';
import { aClinic, consultation, kioskOne, laboratory, nurseAna } from '../testing/a-clinic.ts';
import { aState, aTicket, stateAt } from '../testing/a-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { displayView } from './display-view.ts';
import { kioskView } from './kiosk-view.ts';
import { musterPeople } from './muster-view.ts';
import { staffView } from './staff-view.ts';
import { ticketView } from './ticket-view.ts';

const questionnaire = aQuestionnaire({ serviceIds: [consultation] });
const filled = [{ formId: questionnaire.id, version: 1 }];

function stateWith(tickets: readonly TicketRecord[], forms: readonly TicketFormsRecord[] = []): ClinicState {
  const state = aState({ tickets, changes: { configuration: aClinic({ questionnaires: [questionnaire] }) } });
  return { ...state, queue: { ...state.queue, forms: new Map(forms.map((record) => [record.id, record])) } };
}
const staffTicket = (state: ClinicState, id = '1') =>
  staffView(state, { namespace: '/staff', staffId: nurseAna, roles: ['nurse'], servicePointId: null }).tickets[id];

describe('a ticket’s forms', () => {
  it('are missing until they are answered in the version that is asked now', () => {
    const ticket = aTicket('1');
    expect(staffTicket(stateWith([ticket]))).toMatchObject({ formsMissing: true });
    const old = { id: '1', filled: [{ formId: questionnaire.id, version: 7 }], screening: null };
    expect(staffTicket(stateWith([ticket], [old]))).toMatchObject({ formsMissing: true, formsAnswered: true });
    const now = staffTicket(stateWith([ticket], [{ ...old, filled }]));
    expect(now).toMatchObject({ formsAnswered: true });
    expect(now).not.toHaveProperty('formsMissing');
  });

  it('are not missing where the same person answered today for another number, unless that check-in was taken back', () => {
    const earlier = { ...aTicket('1'), patientId: 'maria' };
    const later = { ...aTicket('2'), patientId: 'maria' };
    const forms = [{ id: '1', filled, screening: null }];
    expect(staffTicket(stateWith([earlier, later], forms), '2')).not.toHaveProperty('formsMissing');
    const undone = { ...earlier, last: { ...earlier.last, type: 'v1.CheckInUndone' } };
    expect(staffTicket(stateWith([undone, later], forms), '2')).toMatchObject({ formsMissing: true });
    const yesterday = { ...earlier, businessDay: '2026-11-23' };
    expect(staffTicket(stateWith([yesterday, later], forms), '2')).toMatchObject({ formsMissing: true });
  });

  it('are said to be asked of the services that have some, and of no others', () => {
    const { services } = kioskView(stateWith([]), kioskOne);
    expect(services[consultation]).toMatchObject({ forms: true });
    expect(services[laboratory]).not.toHaveProperty('forms');
  });
});

describe('who waits elsewhere because of their answers', () => {
  const issued: TicketRecord = { ...aTicket('1'), issuedBy: `device:${kioskOne}` };
  const state = stateWith([issued], [{ id: '1', filled, screening: sideEntrance }]);

  it('is told at the kiosk that gave the number, where to wait and not why', () => {
    const { issued: told } = kioskView(state, kioskOne);
    expect(told).toMatchObject({ 1: { sendTo: sideEntrance.sendTo } });
    expect(JSON.stringify(told)).not.toContain('mask');
  });

  it('is shown to staff with what they do', () => {
    expect(staffTicket(state)).toMatchObject({ screening: sideEntrance });
  });

  it('is looked for where they were sent when everybody leaves the building', () => {
    const leaving: EvacuationRecord = {
      id: theBuilding,
      startedAt: stateAt,
      startedBy: 'system',
      endedAt: null,
      accountedFor: {},
    };
    const queue = { ...state.queue, evacuations: new Map<string, EvacuationRecord>([[theBuilding, leaving]]) };
    expect(musterPeople({ ...state, queue })).toMatchObject([{ number: issued.number, lastSeen: sideEntrance.sendTo }]);
  });

  it('is never shown on a wall, on a phone or at another kiosk', () => {
    const seen = JSON.stringify([displayView(state), ticketView(state, '1'), kioskView(state, 'another')]);
    expect(seen).not.toMatch(/entrance|mask/);
    expect(ticketView(state, '1')).not.toHaveProperty('waitingArea');
    expect(ticketView(stateWith([issued]), '1')).toHaveProperty('waitingArea');
  });
});
