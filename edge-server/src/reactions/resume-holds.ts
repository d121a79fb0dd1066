// A hold that has an end is ended by the system at that time.

import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { Committed } from '../ports/writer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { ActWhenDue, type DueTicket } from './act-when-due.ts';

export class ResumeHolds extends ActWhenDue {
  readonly name = 'resume-holds';
  protected readonly act = 'resume';

  protected isConcerned({ queue }: Committed): boolean {
    return queue.tickets?.some(({ standing }) => standing.state === TicketState.onHold) === true;
  }

  protected *due({ queue }: ClinicState): Iterable<DueTicket> {
    for (const { id, standing } of queue.tickets.values()) {
      if (standing.state !== TicketState.onHold || standing.heldUntil === null) continue;
      yield { ticketId: id, at: standing.heldUntil };
    }
  }
}
