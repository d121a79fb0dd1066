// What screens know of a ticket's forms: whether something is asked, was answered, or sends the patient elsewhere. What
// was said is in no view.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { formsToFill } from '@foyer/domain/queue/ticket-forms.ts';
import type { ClinicState } from './clinic-state.ts';

type Forms = Pick<ClinicConfiguration, 'consents' | 'questionnaires'>;

export function hasForms(serviceId: string, { consents = [], questionnaires = [] }: Forms): boolean {
  return [...consents, ...questionnaires].some(({ serviceIds }) => serviceIds.includes(serviceId));
}

export function ticketForms(
  ticket: TicketRecord,
  { queue, configuration, businessDay }: Pick<ClinicState, 'queue' | 'configuration' | 'businessDay'>,
): Pick<StaffTicket, 'screening' | 'formsMissing' | 'formsBegun' | 'formsAnswered'> {
  const { id: ticketId, patientId, standing } = ticket;
  const record = queue.forms.get(ticketId);
  if (record === undefined && !hasForms(standing.serviceId, configuration)) return {};
  const served = { serviceId: standing.serviceId, patientIds: patientId === null ? [] : [patientId], ticketId };
  const { consents, questionnaires } = formsToFill(served, queue, configuration, businessDay);
  const isMissing = isOpen(standing.state) && consents.length + questionnaires.length > 0;
  const screening = record?.screening ?? null;
  const begun = (record?.begun ?? []).find((one) =>
    questionnaires.some(({ id, version }) => id === one.formId && version === one.version),
  );
  return {
    ...(screening === null ? {} : { screening }),
    ...(isMissing ? { formsMissing: true } : {}),
    ...(isMissing && begun !== undefined ? { formsBegun: { answered: begun.answered, asked: begun.asked } } : {}),
    ...(record === undefined || record.filled.length + (record.begun ?? []).length === 0
      ? {}
      : { formsAnswered: true }),
  };
}
