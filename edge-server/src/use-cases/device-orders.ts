// What a screen or a printer is told from afar. The fact says who told it; that it was done, its own report says.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { DeviceKind } from '@foyer/contracts/device-health.ts';
import { ordersFor, type DeviceOrder } from '@foyer/contracts/device-orders.ts';
import { accept, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';

const unenrolled: { readonly [O in DeviceOrder]?: DeviceKind } = { 'test-page': 'printer', 'test-scan': 'scanner' };

export function orderDevice(
  { deviceId, order, reason }: CommandOf<'order-device'>,
  { sender }: Party,
  { reference }: UseCaseContext,
): Decision {
  // Printers and scanners are not enrolled: whoever drives them knows whether they are there.
  const kind = reference.deviceRole(deviceId) ?? unenrolled[order];
  if (kind === undefined) return refused('unknown-device');
  if (!ordersFor(kind).includes(order)) return refused('device-cannot');
  return accept(withStaffReason({ type: 'v1.DeviceOrdered', body: { deviceId, order } }, reason, sender.staffId));
}
