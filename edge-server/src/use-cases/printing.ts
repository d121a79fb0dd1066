// Paper: what became of a sheet, and the same number on one more.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { accept, type Decision } from '@foyer/domain/decision.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { withReason } from '@foyer/domain/queue/sealed-reason.ts';
import { refused, samePerson, type Party, type UseCaseContext } from './context.ts';

const printed = 'printed';
/** Ends of a job that say neither: the codes of `PrintDoubt`. */
const doubts: ReadonlySet<string> = new Set(['print-unknown', 'print-unproven']);
/** How long a kiosk's session may last: what it issued before that was for somebody else. */
const kioskSessionMs = 10 * minuteMs;

/** What became of a job: a ticket was valid before it, whatever this says. */
export function recordPrint(
  command: CommandOf<'record-print'>,
  _party: Party,
  { queue, billing }: UseCaseContext,
): Decision {
  const { jobId, ticketId, paymentId, outcome } = command;
  if (ticketId !== undefined && !queue.tickets.has(ticketId)) return refused('unknown-ticket');
  if (paymentId !== undefined && !billing.payments.has(paymentId)) return refused('unknown-charge');
  const body = {
    jobId,
    ...(ticketId === undefined ? {} : { ticketId }),
    ...(paymentId === undefined ? {} : { paymentId }),
  };
  if (outcome === printed) return accept({ type: 'v1.DocumentPrinted', body });
  if (doubts.has(outcome)) return accept({ type: 'v1.PrintEndUnknown', body: { ...body, code: outcome } });
  return accept({ type: 'v1.PrintFailed', body: { ...body, code: outcome } });
}

/** While the number is good for something; a kiosk prints those of its own session alone. */
export function reprintTicket(command: CommandOf<'reprint-ticket'>, party: Party, context: UseCaseContext): Decision {
  const { ticketId, occurredAt, reason } = command;
  const ticket = context.queue.tickets.get(ticketId);
  if (ticket === undefined) return refused('unknown-ticket');
  if (party.sender.roles.includes('kiosk')) {
    if (command.identificationId !== undefined && party.identified === undefined) {
      return refused('identification-expired');
    }
    if (!isOfSession(ticket, party, context)) return refused('not-your-ticket');
  }
  const { state } = ticket.standing;
  if (!isOpen(state)) return refused('wrong-state', { ticketId, state });
  const body = { ticketId, ...(occurredAt === undefined ? {} : { occurredAt }) };
  return accept(withReason({ type: 'v1.ReprintRequested', body }, reason, ticket));
}

/** Of the person whom the session has identified, or issued here within the time that a session may last. */
export function isOfSession(ticket: TicketRecord, { sender, identified }: Party, context: UseCaseContext): boolean {
  const { patientId } = ticket;
  if (identified !== undefined && patientId !== null) {
    return samePerson(identified.patientId, context.records).includes(patientId);
  }
  return ticket.issuedBy === sender.actor && context.moment.at - ticket.issuedAt <= kioskSessionMs;
}
