import type { Command } from '@foyer/contracts/commands.ts';
import { billingCommandTypes, decideBilling, type BillingCommand } from '@foyer/domain/billing/decide.ts';
import type { Decision } from '@foyer/domain/decision.ts';
import type { Party, UseCaseContext } from './context.ts';

const types: ReadonlySet<string> = new Set(billingCommandTypes);
export function isBillingCommand(command: Command): command is BillingCommand {
  return types.has(command.type);
}

/** The till and the money taken here; the price of the moment is copied into the charge. */
export function billingCommand(command: BillingCommand, { sender }: Party, context: UseCaseContext): Decision {
  const { configuration, epoch, reference, billing, queue, moment } = context;
  const world = {
    clinicCode: configuration.code,
    currency: configuration.currency,
    epoch,
    priceOf: (id: string) => reference.price(id),
    knowsService: (id: string) => configuration.services.some((service) => service.id === id),
  };
  return decideBilling(command, sender, billing, queue, world, moment);
}
