// What the database itself promises: were a decision wrong, nobody would stand twice in one queue all the same.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { EngineUnderTest, anId, consultation, laboratory, room1, room2 } from './testing/a-writer.ts';

/** A mistake of the decisions: they know of no other ticket. */
vi.mock(import('@foyer/domain/queue/issue.ts'), async (original) => ({
  ...(await original()),
  openTicketOf: () => undefined,
}));

let clinic: EngineUnderTest;
afterEach(() => clinic.close());

function withPatient() {
  clinic = new EngineUnderTest().initialise();
  const patientId = clinic.result('register-patient', { patient: { phone: '600' } })['patientId'] as string;
  return { patientId, first: clinic.issue({ patientId }) };
}
/** How many open tickets of the patient the tables hold. */
const openOf = (patientId: string) =>
  clinic.db
    .prepare('SELECT count(*) AS n FROM tickets WHERE patient_id = ? AND service_id = ? AND is_open = 1')
    .get(patientId, consultation)?.['n'];

describe('a wrong decision that would put a patient twice into one queue', () => {
  it('is taken back as a whole by the database, and the others of its batch stay', () => {
    const { patientId } = withPatient();
    const submit = (fields: object) => {
      const command = {
        commandId: anId(clinic.clock.wall()),
        type: 'issue-ticket',
        serviceId: consultation,
        ...fields,
      };
      const sender = { actor: 'staff:someone', roles: ['supervisor'] };
      return { kind: 'submit', submission: { command, sender } } as never;
    };
    const answers = clinic.perform(submit({}), submit({ patientId }), submit({}));
    expect(answers).toMatchObject([{ ok: true }, { ok: false, error: { code: 'internal' } }, { ok: true }]);
    expect(clinic.faults).toHaveLength(1);
    expect(openOf(patientId)).toBe(1);
    clinic.reopen();
    expect(openOf(patientId)).toBe(1);
  });

  it.each(['transfer', 'identify-ticket', 'resume'] as const)('is refused of %s, too', (type) => {
    const { patientId, first } = withPatient();
    const scenes = {
      transfer: () => {
        const { id: ticketId } = clinic.issue({ patientId, serviceId: laboratory });
        return { ticketId, toServiceId: consultation, placement: 'back' };
      },
      'identify-ticket': () => ({ ticketId: clinic.issue().id, patientId }),
      resume: () => {
        clinic.result('mark-left', { ticketId: first.id, reason: 'went home' });
        clinic.issue({ patientId });
        return { ticketId: first.id };
      },
    };
    expect(clinic.refusal(type as 'resume', scenes[type]() as { ticketId: string })).toBe('internal');
    expect(openOf(patientId)).toBe(1);
  });

  it('lets a patient come again once the first visit is over', () => {
    const { patientId, first } = withPatient();
    clinic.result('call-next', { servicePointId: room1 });
    clinic.result('finish-service', { servicePointId: room1, ticketId: first.id });
    expect(clinic.issue({ patientId }).id).not.toBe(first.id);
  });

  it('lets a family stand in one queue, and a patient in two', () => {
    const { patientId, first } = withPatient();
    clinic.issue({ partyOf: first.id });
    clinic.issue({ patientId, serviceId: laboratory });
    clinic.result('call-next', { servicePointId: room2 });
    expect(clinic.faults).toEqual([]);
  });
});
