// What is wrong in the clinic, worst first, as the tablet holds it. Help that nobody took stands before all.

import type { HelpId } from '@foyer/contracts/ids.ts';
import type { Call, DeviceView, HelpView, StaffView, WorkItemView } from '@foyer/contracts/views.ts';

export type Notice =
  | { readonly kind: 'display-down'; readonly id: string; readonly device: DeviceView; readonly calls: readonly Call[] }
  | { readonly kind: 'clock-frozen'; readonly id: string }
  | { readonly kind: 'printer-down'; readonly id: string }
  | { readonly kind: 'not-printed'; readonly id: string; readonly numbers: readonly string[] }
  | { readonly kind: 'device-down'; readonly id: string; readonly device: DeviceView }
  | { readonly kind: 'relay-down'; readonly id: string; readonly rows: number; readonly since?: number }
  | { readonly kind: 'work-item'; readonly id: string; readonly item: WorkItemView };

const LAST_CALLS = 3;

/** Alarms that sound: nobody has taken them. Emergencies first, then the oldest. */
export function soundingHelp(view: StaffView): readonly HelpView[] {
  const emergency = (help: HelpView) => Number(help.kind === 'emergency');
  return Object.values(view.help)
    .filter((help) => help.state !== 'acknowledged')
    .toSorted((a, b) => emergency(b) - emergency(a) || a.at - b.at);
}

/** Alarms that somebody took, latest first. */
export function takenHelp(view: StaffView): readonly HelpView[] {
  return Object.values(view.help)
    .filter((help) => help.state === 'acknowledged')
    .toSorted((a, b) => b.at - a.at);
}

export function notices(view: StaffView): readonly Notice[] {
  const down = Object.values(view.devices)
    .filter((device) => !device.connected)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const unprinted = Object.values(view.prints)
    .filter((print) => print.state === 'failed' && print.ticketId)
    .map((print) => view.tickets[print.ticketId!])
    .filter((ticket) => ticket?.state === 'waiting')
    .map((ticket) => ticket!.number);
  return [
    ...down
      .filter((device) => device.role === 'display')
      .map((device): Notice => ({ kind: 'display-down', id: `display ${device.id}`, device, calls: lastCalls(view) })),
    ...(view.clockFrozen ? [{ kind: 'clock-frozen', id: 'clock' } as const] : []),
    ...(view.printer === 'unavailable' ? [{ kind: 'printer-down', id: 'printer' } as const] : []),
    ...(unprinted.length > 0
      ? [{ kind: 'not-printed', id: `prints ${unprinted.join(' ')}`, numbers: unprinted } as const]
      : []),
    ...down
      .filter((device) => device.role === 'kiosk')
      .map((device): Notice => ({ kind: 'device-down', id: `device ${device.id}`, device })),
    ...relayNotice(view),
    ...Object.values(view.workItems)
      .toSorted((a, b) => b.at - a.at)
      .map((item): Notice => ({ kind: 'work-item', id: `work ${item.id}`, item })),
  ];
}

/** What a display would show now: said aloud when it is down. */
export function lastCalls(view: StaffView): readonly Call[] {
  return Object.values(view.calls)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, LAST_CALLS);
}

/** Help that began to sound since the last look. */
export function newlySounding(before: ReadonlySet<HelpId>, view: StaffView): readonly HelpView[] {
  return soundingHelp(view).filter((help) => !before.has(help.id));
}

function relayNotice({ relay }: StaffView): readonly Notice[] {
  if (relay.state !== 'unlinked') return [];
  return [
    {
      kind: 'relay-down',
      id: 'relay',
      rows: relay.waitingRows,
      ...(relay.since === undefined ? {} : { since: relay.since }),
    },
  ];
}
