// What a thing without a screen does. A set-up that does not fit is refused whole, with the place of each fault.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { thingRoles } from '@foyer/contracts/roles.ts';
import { thingFaults } from '@foyer/contracts/thing-faults.ts';
import type { GatewaySetUp } from '@foyer/contracts/thing-set-up.ts';
import { accept, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';

export function setUpThing(
  { deviceId, setUp, reason }: CommandOf<'set-up-thing'>,
  { sender }: Party,
  { reference, records, configuration }: UseCaseContext,
): Decision {
  const device = reference.device(deviceId);
  if (device === undefined || !(thingRoles as readonly string[]).includes(device.role)) return refused('unknown-thing');
  const before = new Map(records.thingSetUps()).get(deviceId)?.keepsPassword;
  if (setUp.keepsPassword !== before && !sender.roles.includes('admin')) return refused('not-allowed');
  const otherGateways = [...records.thingSetUps()].flatMap(([id, other]): readonly GatewaySetUp[] =>
    id === deviceId || other.kind !== 'gateway' || reference.device(id) === undefined ? [] : [other],
  );
  const faults = thingFaults(setUp, {
    ...device,
    servicePointIds: configuration.servicePoints.map(({ id }) => id),
    otherBranches: otherGateways.map(({ branch }) => branch),
    otherThings: otherGateways.flatMap(({ things }) => things.map(({ id }) => id)),
  });
  if (faults.length > 0) return refused('thing-set-up-faulty', { faults });
  return accept(withStaffReason({ type: 'v1.ThingSetUp', body: { deviceId, setUp } }, reason, sender.staffId));
}
