/** What the system sent of its own accord, as its rows tell: nobody else has it on record. */
import type { Sender } from '@foyer/domain/decision.ts';
import type { QueueCommand } from '@foyer/domain/queue/decide.ts';
import type { WitnessRow } from './linear-witness.ts';

export const system: Sender = { actor: 'system', roles: ['system'] };

/** Undefined where it is no command of the queue. */
export function systemCommandOf(commandId: string, { type, body }: WitnessRow): QueueCommand | undefined {
  switch (type) {
    case 'v1.CalledBack':
      return { type: 'call-back', commandId, ticketId: body.ticketId };
    case 'v1.TicketNotAnswered':
      return { type: 'mark-not-answered', commandId, ticketId: body.ticketId };
    case 'v1.TicketResumed':
      return { type: 'resume', commandId, ticketId: body.ticketId };
    case 'v1.WorkItemRaised': {
      const { ticketId } = body.about;
      return ticketId === undefined ? undefined : { type: 'look-after-stranded', commandId, ticketId };
    }
    case 'v1.WorkItemResolved':
      return body.ticketId === undefined
        ? undefined
        : { type: 'look-after-stranded', commandId, ticketId: body.ticketId };
    case 'v1.CommandHadNoEffect': {
      const { command, ids } = body;
      const { ticketId } = ids;
      const isOfTicket = ticketId !== undefined && systemsOwn.includes(command);
      return isOfTicket ? ({ type: command, commandId, ticketId } as QueueCommand) : undefined;
    }
    default:
      return undefined;
  }
}

const systemsOwn: readonly string[] = ['call-back', 'mark-not-answered', 'resume', 'look-after-stranded'];
