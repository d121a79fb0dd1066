// What was written on paper first, through every command that staff may send.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandRoles } from '@foyer/contracts/authorisation.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import { eventBodies } from '@foyer/contracts/events.ts';
import { staffRoles } from '@foyer/contracts/roles.ts';
import { dayMs, hourMs } from '@foyer/contracts/time.ts';
import { readClinicKey } from '../adapters/crypto/clinic-key.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { createSubjectKeys } from '../adapters/sqlite/event-log.ts';
import type { FoldedRow } from './fold.ts';
import { Journal } from './journal.ts';
import { toFoldedRow } from './row-text.ts';
import { SubjectKeyring } from './subject-keyring.ts';
import { anId, EngineUnderTest } from './testing/a-writer.ts';
import { booked, type Scene, scenes, type StaffCommand, waiting } from './testing/command-scenes.ts';

const elsewhere = ['enter-paper-visit', 'admit-temporary-staff', 'reset-pin', 'enrol-badge', 'remove-badge'];

/** The rows of a command, their seals opened. */
function rowsOf(clinic: EngineUnderTest, commandId: string): readonly FoldedRow[] {
  const sealer = createSealer(readClinicKey(clinic.settings.clinicKeyPath));
  const keyring = new SubjectKeyring(createSubjectKeys(clinic.db), sealer, new Journal());
  return clinic
    .reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000))
    .filter((row) => row.commandId === commandId)
    .map((row) => toFoldedRow(row, keyring, sealer));
}

describe('what was written on paper first', () => {
  it('may come by every command that staff may send', () => {
    const ofStaff = Object.entries(commandRoles).filter(([, roles]) =>
      roles.some((role) => staffRoles.some((known) => known === role)),
    );
    const withOneTime = ofStaff.map(([type]) => type).filter((type) => !elsewhere.includes(type));
    expect(Object.keys(scenes).toSorted()).toEqual(withOneTime.toSorted());
  });

  it.each(Object.keys(scenes) as StaffCommand[])(
    'always says in every fact of %s when it was, and why once',
    (type) => {
      const reasons = fc.string({ minLength: 1, maxLength: 500 });
      fc.assert(
        fc.property(fc.nat({ max: 7 * dayMs }), reasons, (back, reason) => {
          const clinic = new EngineUnderTest().initialise();
          const fields = (scenes[type] as Scene<StaffCommand>)(clinic);
          const occurredAt = clinic.clock.wall() - back;
          const commandId = anId(clinic.clock.wall());
          const command = { ...fields, commandId, occurredAt, reason } as unknown as CommandOf<'cancel-ticket'>;
          clinic.result(type as 'cancel-ticket', command);
          const rows = rowsOf(clinic, commandId);
          expect(rows).not.toEqual([]);
          for (const row of rows) {
            expect(row.body).toHaveProperty('occurredAt', occurredAt);
            expect(Object.keys(eventBodies[row.type].properties)).toContain('occurredAt');
          }
          expect(rows.map(({ sealed }) => sealed?.reason).filter((each) => each !== undefined)).toEqual([reason]);
          clinic.close();
        }),
        { numRuns: 3 },
      );
    },
  );

  it('says so of what changes nothing, too', () => {
    const clinic = new EngineUnderTest().initialise();
    const { ticketId } = waiting(clinic);
    const [commandId, occurredAt] = [anId(clinic.clock.wall()), clinic.clock.wall() - hourMs];
    clinic.result('set-priority', { commandId, ticketId, priorityClass: 'walk-in', occurredAt, reason: 'power cut' });
    expect(rowsOf(clinic, commandId)).toMatchObject([{ type: 'v1.CommandHadNoEffect', body: { occurredAt } }]);
  });

  it('brings back a booked patient at the time that was written down', () => {
    const clinic = new EngineUnderTest().initialise();
    const { appointmentId } = booked(clinic);
    const { ticket } = clinic.result('check-in', { appointmentId }) as { ticket: { id: string } };
    clinic.result('mark-left', { ticketId: ticket.id, reason: 'went home' });
    const [commandId, occurredAt] = [anId(clinic.clock.wall()), clinic.clock.wall() - hourMs];
    clinic.result('check-in', { commandId, appointmentId, occurredAt, reason: 'power cut' });
    expect(rowsOf(clinic, commandId)).toMatchObject([{ type: 'v1.TicketResumed', body: { occurredAt } }]);
  });
});
