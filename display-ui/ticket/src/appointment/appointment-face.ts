// What the page of an appointment shows for what it knows. Pure; moments are of the phone's own clock, and only their
// differences count. Invariant: a live code is shown only while it holds, and the appointment's own stands in for it.

import { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import { AppointmentPageState, type AppointmentPageView } from '@foyer/contracts/appointment-page.ts';

/** Of a code that was just made. */
export const CODE_LASTS_MS = 600_000;
/** One with less left than this is to be taken over by the next. */
export const RENEW_WITH_LEFT_MS = CODE_LASTS_MS / 2;

export const Face = {
  /** Nothing is known yet, and it is early. */
  starting: 'starting',
  /** Nothing is known, and nobody answers. */
  silent: 'silent',
  /** There is no such appointment, or not any more. */
  unknown: 'unknown',
  ahead: 'ahead',
  live: 'live',
  /** Of today, and the live code has ended without another: the appointment's own. */
  own: 'own',
  /** By video or by phone: nobody has to come. */
  remote: 'remote',
  arrived: 'arrived',
  cancelled: 'cancelled',
  over: 'over',
} as const;
export type Face = (typeof Face)[keyof typeof Face];

export interface HeldCode {
  readonly code: string;
  readonly endsAt: number;
}
export interface Known {
  readonly view?: AppointmentPageView;
  /** The live code that is shown. */
  readonly held?: HeldCode;
  /** The server knows no such page. */
  readonly unknown?: boolean;
  /** The latest question was not answered. */
  readonly unheard?: boolean;
}

/** What is known once the centre has answered. The code that is shown stays until it is to be taken over. */
export function heard({ held: before }: Known, view: AppointmentPageView, now: number): Known {
  const { live } = view;
  if (live === undefined) return { view };
  const held = before !== undefined && !isDue(before, now) ? before : { code: live.code, endsAt: now + live.endsInMs };
  return { view, held };
}

export function isDue(held: HeldCode | undefined, now: number): boolean {
  return held === undefined || held.endsAt - now < RENEW_WITH_LEFT_MS;
}

/** From 1, just made, to 0, over. */
export function leftOf({ endsAt }: HeldCode, now: number): number {
  return Math.min(1, Math.max(0, (endsAt - now) / CODE_LASTS_MS));
}

export function faceOf({ view, held, unknown, unheard }: Known, now: number): Face {
  if (unknown) return Face.unknown;
  if (view === undefined) return unheard ? Face.silent : Face.starting;
  switch (view.state) {
    case AppointmentPageState.today:
      if (view.mode !== AppointmentMode.inPerson) return Face.remote;
      return held !== undefined && held.endsAt > now ? Face.live : Face.own;
    case AppointmentPageState.ahead:
      return view.mode === AppointmentMode.inPerson ? Face.ahead : Face.remote;
    case AppointmentPageState.arrived:
    case AppointmentPageState.cancelled:
    case AppointmentPageState.over:
      return view.state;
  }
}
