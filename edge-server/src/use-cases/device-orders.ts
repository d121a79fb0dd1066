// What a screen or a printer is told from afar. The fact says who told it; that it was done, its own report says.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { ordersFor } from '@foyer/contracts/device-orders.ts';
import { accept, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';

export function orderDevice(
  { deviceId, order, reason }: CommandOf<'order-device'>,
  { sender }: Party,
  { reference }: UseCaseContext,
): Decision {
  // A printer is not enrolled: the machine names it, and whoever prints knows whether it is there.
  const kind = reference.deviceRole(deviceId) ?? (order === 'test-page' ? 'printer' : undefined);
  if (kind === undefined) return refused('unknown-device');
  if (!ordersFor(kind).includes(order)) return refused('device-cannot');
  return accept(withStaffReason({ type: 'v1.DeviceOrdered', body: { deviceId, order } }, reason, sender.staffId));
}
