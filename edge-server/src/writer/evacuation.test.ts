// Every command that there is, while the building is being left.

import { describe, expect, it } from 'vitest';
import { commandRoles } from '@foyer/contracts/authorisation.ts';
import { commandSchemas, type CommandType } from '@foyer/contracts/commands.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import { composeAudit } from './compose-audit.ts';
import { anId, consultation, EngineUnderTest, kiosk, room1, supervisor, system } from './testing/a-writer.ts';

/** What finds people, brings them help, and tells what became of a sheet. */
const goesOn: readonly CommandType[] = [
  'evacuate',
  'all-clear',
  'account-for',
  'print-muster-list',
  'request-help',
  'acknowledge-help',
  'mark-left',
  'update-patient',
  'confirm-clock',
  'record-print',
];
const waits = (Object.keys(commandSchemas) as CommandType[]).filter((type) => !goesOn.includes(type));
const everyField = {
  servicePointId: room1,
  serviceId: consultation,
  toServiceId: consultation,
  toStaffId: anId(),
  patientId: anId(),
  patient: { phone: '600' },
  people: [],
  appointmentId: anId(),
  workItemId: anId(),
  helpId: anId(),
  priorityClass: 'priority',
  placement: 'front',
  chargeIds: [anId()],
  means: 'cash',
  amountMinor: 1,
  floatMinor: 1,
  countedMinor: 1,
  epoch: 1,
  seq: 1,
  reason: 'because',
};

describe('while the building is being left', () => {
  it.each(waits)('%s waits for the all clear and changes nothing', (type) => {
    const clinic = new EngineUnderTest().initialise();
    const { id: ticketId } = clinic.issue();
    clinic.result('evacuate', {});
    const before = clinic.recordOf(ticketId);
    const fields = { ...everyField, ticketId, at: clinic.clock.wall() };
    const may = ({ roles }: Sender) => roles.some((role) => commandRoles[type].includes(role));
    const sender = [supervisor, kiosk, system].find(may)!;
    expect(clinic.refusal(type as 'hold', fields, sender)).toBe('evacuating');
    expect(clinic.recordOf(ticketId)).toEqual(before);
    clinic.close();
  });

  it('what is known of a person is still written down, and who left is marked so', () => {
    const clinic = new EngineUnderTest().initialise();
    const { patientId } = clinic.result('register-patient', { patient: { phone: '600' } });
    const { id: ticketId } = clinic.issue();
    clinic.result('evacuate', {});
    clinic.result('update-patient', { patientId: patientId as string, patient: { phone: '601' } });
    clinic.result('mark-left', { ticketId, reason: 'went home' });
    expect(clinic.recordOf(ticketId)?.standing.state).toBe('left');
    clinic.close();
  });

  it('a start of the process in the middle finds it lasting, with who was found, and a rebuild finds the same', () => {
    const clinic = new EngineUnderTest().initialise();
    const { id: ticketId } = clinic.issue();
    clinic.result('evacuate', {});
    clinic.result('account-for', { ticketId, present: true });
    clinic.reopen();
    expect(clinic.refusal('call-next', { servicePointId: room1 })).toBe('evacuating');
    const now = clinic.reading((read) => evacuationNow(read.queue()));
    expect(now).toMatchObject({ startedBy: supervisor.actor, accountedFor: { [ticketId]: true } });
    clinic.close();
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});
