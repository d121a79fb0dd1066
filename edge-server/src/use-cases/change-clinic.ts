// A change of the clinic's set-up, over what the box knows of prices, of appointments ahead and of its displays.

import { changedClinic } from '@foyer/contracts/clinic-parts.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import { bookedAheadMs, servicesBooked } from '@foyer/domain/clinic/booked-ahead.ts';
import { decideClinicChange } from '@foyer/domain/clinic/change-clinic.ts';
import type { Decision } from '@foyer/domain/decision.ts';
import type { Party, UseCaseContext } from './context.ts';
import { layoutsLeft } from './layouts-left.ts';

export function changeClinic(
  command: CommandOf<'change-clinic'>,
  { sender }: Party,
  { configuration, version, queue, reference, moment }: UseCaseContext,
): Decision {
  const prices = configuration.services.flatMap(({ id: serviceId }) => {
    const price = reference.price(serviceId);
    return price === undefined ? [] : [{ serviceId, amountMinor: price.amountMinor }];
  });
  const decision = decideClinicChange(command, sender, {
    configuration,
    version,
    prices,
    isAdopted: reference.isAdopted(),
    queue,
    bookedServiceIds: () => servicesBooked(reference.appointmentsBetween(moment.at, moment.at + bookedAheadMs)),
  });
  if (!decision.ok) return decision;
  const after = changedClinic(configuration, command.changes);
  return { ...decision, facts: [...decision.facts, ...layoutsLeft(reference.displayLayouts(), configuration, after)] };
}
