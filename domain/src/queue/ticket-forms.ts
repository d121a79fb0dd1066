// What a ticket's forms became: which were answered, and what follows from it for where its patient waits. It changes
// neither the ticket's place nor its class.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { FactOf } from '@foyer/contracts/events.ts';
import type { FormsToFill } from '@foyer/contracts/forms.ts';
import type { PatientId, ServiceId } from '@foyer/contracts/ids.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import type { FactRow } from './evolve.ts';
import type { QueueChanges, QueueState, TicketFormsRecord, TicketRecord } from './queue-state.ts';

type FormFact = FactRow & FactOf<'v1.ConsentRecorded' | 'v1.QuestionnaireAnswered' | 'v1.ScreeningCleared'>;

export function formsChanged({ forms }: Pick<QueueState, 'forms'>, row: FormFact): QueueChanges {
  const id = row.body.ticketId;
  const before: TicketFormsRecord = forms.get(id) ?? { id, filled: [], screening: null };
  if (row.type === 'v1.ScreeningCleared') return { forms: [{ ...before, screening: null }] };
  const formId = row.type === 'v1.ConsentRecorded' ? row.body.consentId : row.body.questionnaireId;
  const { version } = row.body;
  const others = (before.begun ?? []).filter((one) => one.formId !== formId);
  const partial = row.type === 'v1.QuestionnaireAnswered' ? row.body.partial : undefined;
  const isFilled = before.filled.some((one) => one.formId === formId && one.version === version);
  const begun = partial === undefined || isFilled ? others : [...others, { formId, version, ...partial }];
  const filled =
    partial === undefined
      ? [...before.filled.filter((one) => one.formId !== formId), { formId, version }]
      : before.filled;
  const screening = row.sealed?.form?.screening ?? before.screening;
  return { forms: [{ id, filled, ...(begun.length === 0 ? {} : { begun }), screening }] };
}

/** What somebody said goes with them, and what followed from it. */
export function formsErased({ forms }: Pick<QueueState, 'forms'>, { body }: FactOf<'v1.SubjectErased'>): QueueChanges {
  const kept = body.ticketIds.map((id) => forms.get(id)).filter((record) => record !== undefined);
  if (kept.length === 0) return {};
  return { forms: kept.map(({ id }): TicketFormsRecord => ({ id, filled: [], screening: null })) };
}

/** For whom, and for what. A ticket's own answers count before it is known whose it is. */
export interface ToBeServed {
  readonly serviceId: ServiceId;
  readonly patientIds: readonly PatientId[];
  readonly ticketId?: string;
}

/** What is asked before the service and was not answered today, in its present version, by this person. */
export function formsToFill(
  served: ToBeServed,
  queue: Pick<QueueState, 'tickets' | 'forms'>,
  { consents = [], questionnaires = [] }: Pick<ClinicConfiguration, 'consents' | 'questionnaires'>,
  today: BusinessDay,
): FormsToFill {
  const isAsked = ({ serviceIds }: { readonly serviceIds: readonly string[] }) => serviceIds.includes(served.serviceId);
  const wanted = { consents: consents.filter(isAsked), questionnaires: questionnaires.filter(isAsked) };
  if (wanted.consents.length + wanted.questionnaires.length === 0) return wanted;
  const filled = filledBy(served, queue, today);
  const isOpen = ({ id, version }: { readonly id: string; readonly version: number }) =>
    !filled.some((one) => one.formId === id && one.version === version);
  return { consents: wanted.consents.filter(isOpen), questionnaires: wanted.questionnaires.filter(isOpen) };
}

function filledBy(
  { patientIds, ticketId }: ToBeServed,
  { tickets, forms }: Pick<QueueState, 'tickets' | 'forms'>,
  today: BusinessDay,
): TicketFormsRecord['filled'] {
  return [...forms.values()]
    .filter(({ id }) => {
      if (id === ticketId) return true;
      const ticket = tickets.get(id);
      return ticket !== undefined && isTheirs(ticket, patientIds, today);
    })
    .flatMap(({ filled }) => filled);
}

/** Of a check-in that was taken back, another person may have answered. */
function isTheirs(ticket: TicketRecord, patientIds: readonly PatientId[], today: BusinessDay): boolean {
  if (ticket.patientId === null || ticket.businessDay !== today) return false;
  return patientIds.includes(ticket.patientId) && ticket.last.type !== 'v1.CheckInUndone';
}
