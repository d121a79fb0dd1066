// The use case of every command: authorised first, then decided. What no use case takes is not allowed.

import type { Command } from '@foyer/contracts/commands.ts';
import type { Decision } from '@foyer/domain/decision.ts';
import { notAuthorised, wrongOccurredAt } from './authorise.ts';
import { billingCommand, isBillingCommand } from './billing.ts';
import { checkIn } from './check-in.ts';
import { confirmClock } from './confirm-clock.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';
import { recordPrint } from './printing.ts';
import { isQueueCommand, queueCommand } from './queue-commands.ts';
import { erasePatient, registerPatient, updatePatient } from './registration.ts';

export function decideCommand(command: Command, party: Party, context: UseCaseContext): Decision {
  const barred =
    notAuthorised(command, party.sender, context.queue) ?? wrongOccurredAt(command, party.sender, context.moment.at);
  if (barred !== undefined) return refused(barred);
  if (isQueueCommand(command)) return queueCommand(command, party, context);
  if (isBillingCommand(command)) return billingCommand(command, party, context);
  switch (command.type) {
    case 'check-in':
      return checkIn(command, party, context);
    case 'register-patient':
      return registerPatient(command, party, context);
    case 'update-patient':
      return updatePatient(command, party, context);
    case 'erase-patient':
      return erasePatient(command, party, context);
    case 'record-print':
      return recordPrint(command, party, context);
    case 'confirm-clock':
      return confirmClock(command, party, context);
    default:
      return refused('not-allowed');
  }
}
