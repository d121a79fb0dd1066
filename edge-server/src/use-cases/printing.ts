import type { CommandOf } from '@foyer/contracts/commands.ts';
import { accept, type Decision } from '@foyer/domain/decision.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';

const printed = 'printed';

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
  return accept({ type: 'v1.PrintFailed', body: { ...body, code: outcome } });
}
