// A consent or a questionnaire, said before a service. It belongs to a ticket, and is sealed under that ticket's key: a
// ticket that was identified wrongly takes it along to the right patient. Source: ADR 0002.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { FormContent } from '@foyer/contracts/forms.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { accept, noEffect, refuse, type Decision, type Moment } from '../decision.ts';
import type { QueueState, TicketRecord } from '../queue/queue-state.ts';
import { withReason } from '../queue/sealed-reason.ts';
import { answeredOf, answerFault, screeningOf } from './answers.ts';
import { signatureFault } from './signature.ts';

type Forms = Pick<ClinicConfiguration, 'consents' | 'questionnaires'>;

export function decideConsent(
  command: CommandOf<'record-consent'>,
  ticket: TicketRecord,
  { consents = [] }: Forms,
  { newId }: Pick<Moment, 'newId'>,
): Decision {
  const { ticketId, consentId, version, given, signature, reason } = command;
  const form = consents.find(({ id }) => id === consentId);
  const refused = notAnswerable(ticket, form, version);
  if (refused !== undefined) return refused;
  const fault = given || signature !== undefined ? signatureFault(signature) : undefined;
  if (fault !== undefined) return refuse(fault);
  const body = { ticketId, responseId: newId(), consentId, version };
  const content: FormContent = { given, ...(signature === undefined ? {} : { signature }) };
  return accept({ type: 'v1.ConsentRecorded', body, ...sealedFor(ticket, content, reason) });
}

export function decideAnswers(
  command: CommandOf<'answer-questionnaire'>,
  ticket: TicketRecord,
  { questionnaires = [] }: Forms,
  { newId }: Pick<Moment, 'newId'>,
): Decision {
  const { ticketId, questionnaireId, version, answers, partial, reason } = command;
  const form = questionnaires.find(({ id }) => id === questionnaireId);
  const refused = notAnswerable(ticket, form, version);
  if (refused !== undefined) return refused;
  if (form === undefined) return refuse('unknown-form');
  const fault = answerFault(form, answers, partial);
  if (fault !== undefined) return refuse(fault.code, fault.linkId === undefined ? {} : { linkId: fault.linkId });
  const screening = screeningOf(form, answers);
  const body = {
    ...{ ticketId, responseId: newId(), questionnaireId, version },
    ...(partial ? { partial: answeredOf(form, answers) } : {}),
  };
  const content: FormContent = { answers, ...(screening === undefined ? {} : { screening }) };
  return accept({ type: 'v1.QuestionnaireAnswered', body, ...sealedFor(ticket, content, reason) });
}

export function decideClearScreening(
  { type, ticketId, reason }: CommandOf<'clear-screening'>,
  state: Pick<QueueState, 'tickets' | 'forms'>,
): Decision {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  const record = state.forms.get(ticketId);
  if (record === undefined || record.screening === null) return noEffect(type, { ticketId });
  return accept(withReason({ type: 'v1.ScreeningCleared', body: { ticketId } }, reason, ticket));
}

/** While the ticket is good for something, of a form that is asked before its service, in the version that is asked now. */
function notAnswerable(
  { id: ticketId, standing, issuedServiceId }: TicketRecord,
  form: { readonly serviceIds: readonly string[]; readonly version: number } | undefined,
  version: number,
): Decision | undefined {
  const { state, serviceId } = standing;
  if (!isOpen(state)) return refuse('wrong-state', { ticketId, state });
  if (form === undefined) return refuse('unknown-form');
  if (!form.serviceIds.some((id) => id === serviceId || id === issuedServiceId)) {
    return refuse('form-of-another-service');
  }
  return form.version === version ? undefined : refuse('questionnaire-changed', { version: form.version });
}

function sealedFor({ id }: TicketRecord, form: FormContent, reason: string | undefined) {
  return { subjectId: id, sealed: reason === undefined ? { form } : { form, reason } };
}
