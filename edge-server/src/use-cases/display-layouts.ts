// What one display shows. The rooms and services that it is held to have to be this clinic's; a file that is not there
// any more is passed over by the display.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { accept, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';

export function setDisplayLayout(
  { deviceId, layout, reason }: CommandOf<'set-display-layout'>,
  { sender }: Party,
  { reference, configuration }: UseCaseContext,
): Decision {
  if (!reference.isDisplay(deviceId)) return refused('unknown-display');
  const { servicePointIds = [], serviceIds = [] } = layout.scope;
  const point = firstUnknown(servicePointIds, configuration.servicePoints);
  if (point >= 0) return refused('unknown-service-point', { path: `/layout/scope/servicePointIds/${point}` });
  const service = firstUnknown(serviceIds, configuration.services);
  if (service >= 0) return refused('unknown-service', { path: `/layout/scope/serviceIds/${service}` });
  const told = firstUnknown(layout.waits ?? [], configuration.services);
  if (told >= 0) return refused('unknown-service', { path: `/layout/waits/${told}` });
  return accept(withStaffReason({ type: 'v1.DisplayLayoutSet', body: { deviceId, layout } }, reason, sender.staffId));
}

function firstUnknown(ids: readonly string[], known: readonly { readonly id: string }[]): number {
  return ids.findIndex((id) => !known.some((one) => one.id === id));
}
