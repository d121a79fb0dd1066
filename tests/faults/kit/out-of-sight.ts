/** What should be seen on a screen and is not, as sentences. The screens have heard of every row that is judged. */
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import type { StaffView, TabletView } from '@foyer/contracts/staff-view.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import type { OpenMatters } from './open-matters.ts';
import type { ShownWithCall } from './party-judge.ts';

export type MattersToSee = Pick<
  OpenMatters,
  'alarms' | 'requests' | 'refusals' | 'outside' | 'erased' | 'evacuating'
> & {
  readonly followers: readonly ShownWithCall[];
  /** Where they were told to wait instead, by ticket. */
  readonly sentElsewhere: ReadonlyMap<string, string>;
};
export interface ScreensSeen {
  readonly wall: Pick<DisplayView, 'calls'>;
  /** On which nobody is signed in. */
  readonly tablet: Pick<TabletView, 'help'>;
  readonly desk: Pick<StaffView, 'tickets' | 'bookingRequests'>;
  /** What a kiosk says of a number that it gave a moment ago. */
  readonly issued: (ticketId: string) => { readonly sendTo?: { readonly en?: string } } | undefined;
  readonly page: (ticketId: string) => Pick<TicketView, 'number' | 'state' | 'ahead'> | undefined;
}

export interface OutOfSight {
  readonly sentence: string;
  /** What it is about, where the edge has a minute for it: time alone may make it due, also a clock that is set. */
  readonly dueWithinAMinute?: string;
}

export function outOfSight(matters: MattersToSee, screens: ScreensSeen): readonly OutOfSight[] {
  const atOnce = [
    ...unheardAlarms(matters, screens),
    ...lostRequests(matters, screens),
    ...lostMembers(matters, screens),
    ...untoldPlaces(matters, screens),
  ];
  return [...atOnce.map((sentence) => ({ sentence })), ...forgottenOutside(matters, screens)];
}

function unheardAlarms({ alarms }: MattersToSee, { tablet }: ScreensSeen): readonly string[] {
  return [...alarms].filter((id) => !(id in tablet.help)).map((id) => `the alarm ${id} is on no tablet`);
}

function lostRequests({ requests, refusals }: MattersToSee, { desk }: ScreensSeen): readonly string[] {
  const states = desk.bookingRequests ?? {};
  const waiting = [...requests.keys()].filter((id) => states[id]?.state !== 'waiting');
  const refused = [...refusals].filter((id) => states[id]?.state !== 'refused');
  return [
    ...waiting.map((id) => `the request ${id} waits for the centre, and the desk does not see it`),
    ...refused.map((id) => `the request ${id} was refused, and the desk does not see it`),
  ];
}

/** What is in doubt is not shown, and neither is who follows it. */
function lostMembers({ followers }: MattersToSee, { wall }: ScreensSeen): readonly string[] {
  return followers
    .filter(({ callId, ticketId }) => callId in wall.calls && !(ticketId in wall.calls))
    .map(({ number }) => `${number} is of a party that is called, and is not on the wall`);
}

function forgottenOutside({ outside, evacuating }: MattersToSee, { page }: ScreensSeen): readonly OutOfSight[] {
  if (evacuating) return [];
  return [...outside].flatMap(([ticketId, whenAhead]) => {
    const seen = page(ticketId);
    if (seen?.state !== TicketState.waiting || seen.ahead > whenAhead) return [];
    const sentence = `${seen.number} waits outside with ${seen.ahead} ahead, and nobody called it back`;
    return [{ sentence, dueWithinAMinute: ticketId }];
  });
}

function untoldPlaces({ sentElsewhere, erased }: MattersToSee, { desk, issued }: ScreensSeen): readonly string[] {
  return [...sentElsewhere].flatMap(([ticketId, place]) => {
    const ticket = desk.tickets[ticketId];
    if (ticket === undefined || erased.has(ticketId)) return [];
    const atKiosk = issued(ticketId);
    return [
      ...(ticket.screening?.sendTo.en === place ? [] : [`staff are not told that ${ticket.number} waits elsewhere`]),
      ...(atKiosk === undefined || atKiosk.sendTo?.en === place
        ? []
        : [`${ticket.number} is not told where to wait instead`]),
    ];
  });
}
