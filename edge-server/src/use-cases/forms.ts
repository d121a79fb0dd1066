// What is said before a service, by the patient at a kiosk or to staff.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Decision } from '@foyer/domain/decision.ts';
import { decideAnswers, decideClearScreening, decideConsent } from '@foyer/domain/forms/decide.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';
import { isOfSession } from './printing.ts';

/** A kiosk answers for the ticket of its own session alone. */
export function answerForm(
  command: CommandOf<'record-consent' | 'answer-questionnaire'>,
  party: Party,
  context: UseCaseContext,
): Decision {
  const ticket = context.queue.tickets.get(command.ticketId);
  if (ticket === undefined) return refused('unknown-ticket');
  if (party.sender.roles.includes('kiosk')) {
    if (command.identificationId !== undefined && party.identified === undefined) {
      return refused('identification-expired');
    }
    if (!isOfSession(ticket, party, context)) return refused('not-your-ticket');
  }
  const { configuration, moment } = context;
  return command.type === 'record-consent'
    ? decideConsent(command, ticket, configuration, moment)
    : decideAnswers(command, ticket, configuration, moment);
}

export function clearScreening(command: CommandOf<'clear-screening'>, { queue }: UseCaseContext): Decision {
  return decideClearScreening(command, queue);
}
