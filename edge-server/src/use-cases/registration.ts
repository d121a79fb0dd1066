// Patients as registration knows them: names and contacts go into the seal, the body holds ids and names of fields.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { accept, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { EventBody, Fact, SealedContent } from '@foyer/contracts/events.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { Identified } from '../ports/writer.ts';
import { refused, samePerson, type Party, type UseCaseContext } from './context.ts';

/** Provisional until the centre answers with the id it knows the patient under. */
export function registerPatient(
  command: CommandOf<'register-patient'>,
  _party: Party,
  { moment }: UseCaseContext,
): Decision {
  const patientId = moment.newId();
  return accept({
    type: 'v1.PatientRegistered',
    body: { patientId, provisional: true },
    subjectId: patientId,
    sealed: details(command),
  });
}

/** What is known here changes at once; of a patient that the centre owns, it is also asked whether it takes it over. */
export function updatePatient(
  command: CommandOf<'update-patient'>,
  { identified }: Party,
  { reference, records, moment }: UseCaseContext,
): Decision {
  if (command.identificationId !== undefined && identified === undefined) return refused('identification-expired');
  const patientId = identified?.patientId ?? command.patientId;
  if (patientId === undefined) return refused('identification-needed');
  if (!reference.knowsPatient(patientId)) return refused('unknown-patient');
  const updated: Fact = {
    type: 'v1.PatientUpdated',
    body: { patientId, fields: Object.keys(command.patient).toSorted() },
    subjectId: patientId,
    sealed: withWhatWasSeen(
      withStaffNeeds(details(command), identified),
      command.before ?? reference.patientDetails(patientId),
    ),
  };
  if (records.patient(patientId)?.provisional === true) return accept(updated);
  return accept(updated, {
    type: 'v1.RequestRaised',
    body: { requestId: moment.newId(), kind: 'update-patient', about: { patientId } },
  });
}

/** Needs that are said at a kiosk take the place of those that were said there, not of what staff said. */
function withStaffNeeds(content: SealedContent, identified: Identified | undefined): SealedContent {
  const { patient } = content;
  const kept = identified?.staffNeeds ?? [];
  if (patient?.needs === undefined || kept.length === 0) return content;
  return { ...content, patient: { ...patient, needs: [...patient.needs, ...kept] } };
}

/** Of the fields that change: as they were, so that the centre knows what whoever changed them had in sight. */
function withWhatWasSeen(content: SealedContent, known: PatientDetails = {}): SealedContent {
  const fields = Object.keys(content.patient ?? {});
  return { ...content, before: Object.fromEntries(Object.entries(known).filter(([field]) => fields.includes(field))) };
}

function details({ patient, reason }: CommandOf<'register-patient' | 'update-patient'>): SealedContent {
  return reason === undefined ? { patient } : { patient, reason };
}

/** Under every id that the person is known by here. The reason goes under the key of who gave it. */
export function erasePatient(
  command: CommandOf<'erase-patient'>,
  { sender }: Party,
  context: UseCaseContext,
): Decision {
  const { reference, records, queue } = context;
  if (!reference.knowsPatient(command.patientId)) return refused('unknown-patient');
  const ids = samePerson(command.patientId, records);
  const isThem = new Set<string | null>(ids);
  for (const ticket of queue.tickets.values()) {
    if (isThem.has(ticket.patientId) && isOpen(ticket.standing.state))
      return refused('open-ticket', { ticketId: ticket.id });
  }
  return accept(
    ...ids.map((subjectId, index): Fact => {
      const fact = { type: 'v1.SubjectErased' as const, body: erasedBody(subjectId, records) };
      return index === 0 ? withStaffReason(fact, command.reason, sender.staffId) : fact;
    }),
  );
}

/** The patient's tickets go too: what was written of them before somebody was identified is sealed under their own keys. */
export function erasedBody(subjectId: string, records: UseCaseContext['records']): EventBody<'v1.SubjectErased'> {
  return { subjectId, ticketIds: [...records.ticketIdsOfPatient(subjectId)] };
}
