// What is wrong in the clinic, worst first, as the tablet holds it. Help that nobody took stands before all.

import type { DeviceAlarm } from '@foyer/contracts/device-health.ts';
import type { HelpId } from '@foyer/contracts/ids.ts';
import type { Call } from '@foyer/contracts/board-view.ts';
import type { HelpView, WalkView } from '@foyer/contracts/clinic-view.ts';
import type {
  DeviceView,
  StaffConflict,
  StaffDelay,
  StaffView,
  StaffWorkItem,
  TabletView,
} from '@foyer/contracts/staff-view.ts';
import { delaysOf } from './delays.ts';
import { inDoubtFor, type InDoubt } from './in-doubt.ts';
import { overduePauses } from './pauses.ts';
import { faultKey, type FaultyPrinter, faultyPrinters, numbersUnprinted } from './printers.ts';
import { roomsBetween } from './rooms-between.ts';
import { readyForMe } from './rooms.ts';
import { screenedNow, type Screened } from './screened.ts';
import { strandedKind, strandedNow } from './stranded.ts';
import { overdueWalks } from './walks.ts';

export type Notice =
  | { readonly kind: 'display-down'; readonly id: string; readonly device: DeviceView; readonly calls: readonly Call[] }
  | { readonly kind: 'clock-frozen'; readonly id: string }
  | { readonly kind: 'in-doubt'; readonly id: string; readonly asked: InDoubt }
  | { readonly kind: 'room-ready'; readonly id: string; readonly point: StaffView['servicePoints'][string] }
  | { readonly kind: 'screened'; readonly id: string; readonly ticket: Screened }
  | { readonly kind: 'walk-overdue'; readonly id: string; readonly walk: WalkView }
  | { readonly kind: 'no-owner' | 'back-due'; readonly id: string; readonly point: StaffView['servicePoints'][string] }
  /** Which one, for who is told of each. */
  | { readonly kind: 'printer-down'; readonly id: string; readonly printer?: FaultyPrinter }
  | { readonly kind: 'running-late'; readonly id: string; readonly delay: StaffDelay }
  | { readonly kind: 'not-printed'; readonly id: string; readonly numbers: readonly string[] }
  | { readonly kind: 'device-down'; readonly id: string; readonly device: DeviceView }
  | { readonly kind: 'device-problem'; readonly id: string; readonly alarm: DeviceAlarm }
  | {
      readonly kind: 'relay-down' | 'relay-halted';
      readonly id: string;
      readonly rows: number;
      readonly since?: number;
    }
  | { readonly kind: 'work-item'; readonly id: string; readonly item: StaffWorkItem }
  | { readonly kind: 'conflict'; readonly id: string; readonly conflict: StaffConflict }
  | { readonly kind: 'staff-locked'; readonly id: string; readonly person: StaffView['lockedStaff'][string] };

const LAST_CALLS = 3;

/** As the runbook has it: the alarm, or the kind of work item. */
export function toldOf(notice: Notice): string {
  switch (notice.kind) {
    case 'display-down':
    case 'device-down':
      return 'not-heard';
    case 'device-problem':
      return notice.alarm.problem;
    case 'printer-down':
      return notice.printer?.state ?? 'printer-off';
    case 'work-item':
      return notice.item.kind;
    default:
      return notice.kind;
  }
}

/** Alarms that sound: nobody has taken them. Emergencies first, then the oldest. */
export function soundingHelp(view: Pick<TabletView, 'help'>): readonly HelpView[] {
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

/** Displays that do not answer, by their names. */
export function displaysDown(view: Pick<TabletView, 'devices' | 'quiet'>): readonly DeviceView[] {
  return devicesDown(view).filter((device) => device.role === 'display');
}

export function notices(view: StaffView, now: number): readonly Notice[] {
  // The desk is offered to print them once a printer does; until then, and elsewhere, they are told of.
  const isOffered = view.printers !== undefined && view.printer === 'ready';
  const unprinted = isOffered ? [] : numbersUnprinted(view);
  return [
    ...displaysDown(view).map((device): Notice => {
      return { kind: 'display-down', id: `display ${device.id}`, device, calls: lastCalls(view) };
    }),
    ...(view.clockFrozen ? [{ kind: 'clock-frozen', id: 'clock' } as const] : []),
    ...inDoubtFor(view).map((asked): Notice => ({ kind: 'in-doubt', id: `doubt ${asked.ticket.id}`, asked })),
    ...overdueWalks(view).map((walk): Notice => ({ kind: 'walk-overdue', id: `walk ${walk.id} ${walk.at}`, walk })),
    ...strandedNow(view).map((item): Notice => ({ kind: 'work-item', id: `work ${item.id}`, item })),
    ...screenedNow(view).map((ticket): Notice => ({ kind: 'screened', id: `screened ${ticket.id}`, ticket })),
    ...Array.from(readyForMe(view), (id): Notice => ({
      kind: 'room-ready',
      id: `room ${id}`,
      point: view.servicePoints[id]!,
    })),
    ...roomsBetween(view).map((point): Notice => ({ kind: 'no-owner', id: `owner ${point.id}`, point })),
    ...overduePauses(view, now).map((point): Notice => ({ kind: 'back-due', id: `pause ${point.id}`, point })),
    ...printersDown(view),
    ...(unprinted.length > 0
      ? [{ kind: 'not-printed', id: `prints ${unprinted.join(' ')}`, numbers: unprinted } as const]
      : []),
    ...devicesDown(view)
      .filter((device) => device.role === 'kiosk')
      .map((device): Notice => ({ kind: 'device-down', id: `device ${device.id}`, device })),
    ...deviceProblems(view),
    ...relayNotice(view),
    ...delaysOf(view).map((delay): Notice => ({
      kind: 'running-late',
      id: `late ${delay.id} ${delay.minutes}`,
      delay,
    })),
    ...Object.values(view.lockedStaff).map((person): Notice => ({
      kind: 'staff-locked',
      id: `locked ${person.id}`,
      person,
    })),
    ...conflictNotices(view),
    ...Object.values(view.workItems)
      .filter(({ kind }) => kind !== strandedKind)
      .toSorted((a, b) => b.at - a.at)
      .map((item): Notice => ({ kind: 'work-item', id: `work ${item.id}`, item })),
  ];
}

/** Those to be chosen in, the oldest first; below them what was chosen a moment ago. */
function conflictNotices({ conflicts = {} }: Pick<StaffView, 'conflicts'>): readonly Notice[] {
  return Object.values(conflicts)
    .toSorted((a, b) => Number(a.chosen !== null) - Number(b.chosen !== null) || a.raisedAt - b.raisedAt)
    .map((conflict) => ({ kind: 'conflict', id: `conflict ${conflict.id}`, conflict }));
}

/** What a display would show now: said aloud when it is down. */
export function lastCalls(view: Pick<TabletView, 'calls'>): readonly Call[] {
  return Object.values(view.calls)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, LAST_CALLS);
}

/** Help that began to sound since the last look. */
export function newlySounding(before: ReadonlySet<HelpId>, view: StaffView): readonly HelpView[] {
  return soundingHelp(view).filter((help) => !before.has(help.id));
}

/** None in the quiet hours of a clinic that is shut. */
function devicesDown(view: Pick<TabletView, 'devices' | 'quiet'>): readonly DeviceView[] {
  return Object.values(view.devices)
    .filter((device) => !device.connected && !view.quiet)
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What stops patients first. Printers, and kiosks and displays that are silent, have notices of their own. */
function deviceProblems({ alarms = {} }: StaffView): readonly Notice[] {
  return Object.entries(alarms)
    .filter(([, { kind, problem }]) => kind !== 'printer' && !(problem === 'not-heard' && kind !== 'sign'))
    .toSorted(([, a], [, b]) => Number(b.stopsPatients) - Number(a.stopsPatients))
    .map(([id, alarm]) => ({ kind: 'device-problem', id: `device ${id}`, alarm }));
}

function printersDown(view: StaffView): readonly Notice[] {
  const faulty = faultyPrinters(view);
  if (faulty.length === 0) return view.printer === 'unavailable' ? [{ kind: 'printer-down', id: 'printer' }] : [];
  return faulty.map((printer) => ({ kind: 'printer-down', id: `printer ${faultKey(printer)}`, printer }));
}

function relayNotice({ relay }: StaffView): readonly Notice[] {
  if (relay.state !== 'unlinked' && relay.state !== 'halted') return [];
  return [
    {
      kind: relay.state === 'halted' ? 'relay-halted' : 'relay-down',
      id: 'relay',
      rows: relay.waitingRows,
      ...(relay.since === undefined ? {} : { since: relay.since }),
    },
  ];
}
