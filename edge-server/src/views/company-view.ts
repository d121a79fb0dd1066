// Who came with whom, for whom, and with which interpreter: what staff see of a ticket beside its patient.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { Need } from '@foyer/contracts/ticket-state.ts';
import type { InterpreterView } from '@foyer/contracts/clinic-view.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { partyIdOf } from '@foyer/domain/queue/party.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';

/** The first tickets of those parties that somebody joined. */
export function partiesOf(tickets: readonly TicketRecord[]): ReadonlySet<string> {
  return new Set(tickets.flatMap(({ partyOf }) => partyOf ?? []));
}

export function companyView(
  ticket: TicketRecord,
  parties: ReadonlySet<string>,
  configuration: ClinicConfiguration,
): Pick<StaffTicket, 'onBehalf' | 'partyId' | 'interpreter'> {
  const partyId = partyIdOf(ticket);
  const interpreter = interpreterView(ticket, ticket.needs, configuration);
  return {
    ...(ticket.onBehalf === undefined ? {} : { onBehalf: ticket.onBehalf }),
    ...(parties.has(partyId) ? { partyId } : {}),
    ...(interpreter === undefined ? {} : { interpreter }),
  };
}

/** In the language that was said, or else in the one that was used at the kiosk, unless that is the clinic's own. */
export function interpreterView(
  { interpreter, language }: TicketRecord,
  needs: readonly Need[],
  { languages: [usual] }: ClinicConfiguration,
): InterpreterView | undefined {
  if (!needs.includes('interpreter')) return undefined;
  const spoken = interpreter?.language ?? (language === usual ? null : language);
  return { ...(spoken === null ? {} : { language: spoken }), booked: interpreter?.booked ?? false };
}
