// Who is next without a name: where the calling rules say so, whoever waits is a number and needs to a nurse, until called.

import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { rulesOf } from '@foyer/domain/queue/calling-rules.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicState } from './clinic-state.ts';

const unnamed: readonly TicketState[] = [TicketState.waiting, TicketState.onHold];

export function isNameHidden(
  { standing }: Pick<TicketRecord, 'standing'>,
  { queue }: Pick<ClinicState, 'queue'>,
  atDesk: boolean,
): boolean {
  return !atDesk && rulesOf(queue)?.rules.hideNamesUntilCalled === true && unnamed.includes(standing.state);
}

/** As it is shown to somebody who may not know yet whose it is, nor find it out by an appointment. */
export function withoutPerson(ticket: TicketRecord): TicketRecord {
  return { ...ticket, patientId: null, appointmentId: null };
}
