// The commands of the queue, decided by the domain on the clinic's configuration and what the centre said.

import type { Decision } from '@foyer/domain/decision.ts';
import { decideQueue, queueCommandTypes, type QueueCommand } from '@foyer/domain/queue/decide.ts';
import { openTicketOf } from '@foyer/domain/queue/issue.ts';
import type { QueueWorld } from '@foyer/domain/queue/queue-world.ts';
import type { Command } from '@foyer/contracts/commands.ts';
import { withinLease } from './leases.ts';
import { refused, samePerson, type Party, type UseCaseContext } from './context.ts';

const types: ReadonlySet<string> = new Set(queueCommandTypes);
export function isQueueCommand(command: Command): command is QueueCommand {
  return types.has(command.type);
}

export function queueCommand(command: QueueCommand, { sender, identified }: Party, context: UseCaseContext): Decision {
  const { queue, moment } = context;
  if (command.type === 'show-message') {
    const unknown = command.displayIds?.findIndex((id) => !context.reference.isDisplay(id)) ?? -1;
    if (unknown >= 0) return refused('unknown-display', { path: `/displayIds/${unknown}` });
  }
  const identifiedPatientId = identified?.patientId;
  const waits = command.type === 'enter-paper-visit' && command.outcome === undefined;
  if (command.type === 'issue-ticket' || waits) {
    const patientId = identifiedPatientId ?? command.patientId;
    const twice = patientId === undefined ? undefined : ticketUnderOtherId(patientId, command.serviceId, context);
    if (twice !== undefined) return refused('patient-has-open-ticket', { ticketId: twice });
  }
  const world = { ...queueWorld(context), identifiedPatientId };
  const decision = decideQueue(command, sender, queue, world, moment);
  return command.type === 'issue-ticket' ? withinLease(decision, command.serviceId, sender, context) : decision;
}

/** What a decision of the queue knows beyond it. */
export function queueWorld(context: UseCaseContext): QueueWorld {
  const { reference } = context;
  return {
    configuration: context.configuration,
    now: context.moment.at,
    clockFrozen: context.clockFrozen,
    hasPayment: (ticketId: string) => hasPayment(ticketId, context),
    knowsPatient: (id: string) => reference.knowsPatient(id),
    knowsStaff: (id: string) => reference.knowsStaff(id),
  };
}

function hasPayment(ticketId: string, { billing }: UseCaseContext): boolean {
  for (const charge of billing.charges.values()) {
    if (charge.ticketId === ticketId && charge.paymentId !== null) return true;
  }
  return false;
}

function ticketUnderOtherId(
  patientId: string,
  serviceId: string,
  { queue, records }: UseCaseContext,
): string | undefined {
  return samePerson(patientId, records)
    .map((id) => openTicketOf(queue, id, serviceId)?.id)
    .find((id) => id !== undefined);
}
