// Where somebody waits who comes too late for their time: the service that the calling rules send them to, at the end of
// the way where one sends on to another.

import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { ServiceConfiguration } from '@foyer/contracts/configuration.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { isLate } from './calling-claim.ts';
import { rulesOf } from './calling-rules.ts';
import type { QueueState } from './queue-state.ts';
import { serviceOf, type QueueWorld } from './queue-world.ts';

/** Undefined: where they are booked. */
export function lateService(
  { serviceId, at }: { readonly serviceId: string; readonly at: EpochMs },
  arrivedAt: EpochMs,
  state: Pick<QueueState, 'callingRules'>,
  world: Pick<QueueWorld, 'configuration'>,
): ServiceConfiguration | undefined {
  const rules = rulesOf(state)?.rules;
  if (rules?.appointments === undefined || !isLate(arrivedAt, at, rules.appointments)) return undefined;
  return serviceOf(world, endOfTheWay(serviceId, rules.services));
}

/** It has an end: rules that go round are refused. */
function endOfTheWay(serviceId: string, services: CallingRules['services']): string | undefined {
  const lateTo = services.find((service) => service.serviceId === serviceId)?.lateTo;
  return lateTo === undefined ? undefined : (endOfTheWay(lateTo, services) ?? lateTo);
}
