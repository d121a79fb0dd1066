// Who is called and does not come counts as not here by the clinic's rule.

import { givenUpAt } from '@foyer/domain/queue/not-answered.ts';
import type { Committed } from '../ports/writer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { ActWhenDue, type DueTicket } from './act-when-due.ts';

export class GiveUpCalls extends ActWhenDue {
  readonly name = 'give-up-calls';
  protected readonly act = 'mark-not-answered';

  protected isConcerned({ queue, reference }: Committed): boolean {
    return queue.tickets !== undefined || reference;
  }

  protected *due({ configuration, queue }: ClinicState): Iterable<DueTicket> {
    const rule = configuration.notAnswered;
    if (rule === undefined) return;
    for (const { ticketId } of queue.servicePoints.values()) {
      const ticket = queue.tickets.get(ticketId ?? '');
      const at = ticket === undefined ? undefined : givenUpAt(ticket, rule);
      if (ticket !== undefined && at !== undefined) yield { ticketId: ticket.id, at };
    }
  }
}
