// Forms over the mirror and the read model. Answers are health data: a nurse reads those of the ticket at the session's
// own service point, reception and supervisors read those of all, and each reading goes into the access log.

import { anyPointRoles } from '@foyer/contracts/authorisation.ts';
import type { FormResponse, FormResponses, FormsToFill } from '@foyer/contracts/forms.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import { formsToFill } from '@foyer/domain/queue/ticket-forms.ts';
import type { StaffCredential } from '../ports/access.ts';
import type { Forms } from '../ports/forms.ts';
import type { Identifications } from '../ports/identifications.ts';
import type { FormResponseRow } from '../ports/projections.ts';
import type { ReadModel } from '../ports/read-model.ts';
import { AccessLog, ViewPurpose, type AccessLogParts } from './access-log.ts';
import type { ClinicMirror } from './clinic-mirror.ts';
import type { ClinicState } from './clinic-state.ts';

export interface ClinicFormsParts extends AccessLogParts {
  readonly mirror: Pick<ClinicMirror, 'state'>;
  readonly readModel: Pick<ReadModel, 'ticket' | 'formResponses'>;
  readonly identifications: Pick<Identifications, 'find'>;
}

export class ClinicForms implements Forms {
  readonly #parts: ClinicFormsParts;
  readonly #accessLog: AccessLog;

  constructor(parts: ClinicFormsParts) {
    this.#parts = parts;
    this.#accessLog = new AccessLog(parts);
  }

  toFill(deviceId: string, serviceId: string, identificationId: string | undefined): FormsToFill | undefined {
    const { mirror, identifications } = this.#parts;
    const { state } = mirror;
    if (state === undefined) return undefined;
    const { queue, configuration, businessDay } = state;
    const identified = identificationId === undefined ? undefined : identifications.find(deviceId, identificationId);
    const patientIds = identified === undefined ? [] : [identified.patientId];
    return formsToFill({ serviceId, patientIds }, queue, configuration, businessDay);
  }

  responses(reader: StaffCredential, ticketId: string): FormResponses | undefined {
    const { mirror, readModel } = this.#parts;
    const { state } = mirror;
    const ticket = state?.queue.tickets.get(ticketId) ?? readModel.ticket(ticketId);
    if (state === undefined || ticket === undefined) return undefined;
    const atDesk = reader.roles.some((role: StaffRole) => anyPointRoles.includes(role));
    const here = reader.servicePointId !== null && ticket.standing.servicePointId === reader.servicePointId;
    if (!atDesk && !here) return undefined;
    const { patientId } = ticket;
    const patientIds = patientId === null ? [] : [patientId];
    const responses = readModel.formResponses(ticketId).map((response) => withForm(response, state));
    if (responses.length > 0) this.#accessLog.handedOut(reader.staffId, patientIds, ViewPurpose.forms, state);
    const { queue, configuration, businessDay } = state;
    const served = { serviceId: ticket.standing.serviceId, patientIds, ticketId };
    return { responses, toFill: formsToFill(served, queue, configuration, businessDay) };
  }
}

/** As it was asked: of an older version than the clinic has now, the answers alone are shown. */
function withForm(
  { id, formId, version, at, content }: FormResponseRow,
  { configuration }: Pick<ClinicState, 'configuration'>,
): FormResponse {
  const isIt = (form: { readonly id: string; readonly version: number }) =>
    form.id === formId && form.version === version;
  const consent = configuration.consents?.find(isIt);
  const questionnaire = configuration.questionnaires?.find(isIt);
  return {
    id,
    formId,
    version,
    at,
    content,
    ...(consent === undefined ? {} : { consent }),
    ...(questionnaire === undefined ? {} : { questionnaire }),
  };
}
