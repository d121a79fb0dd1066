// What the help screen may say. "Someone is coming" only once somebody took the call; "go to the desk, or call out" as
// soon as nobody did within 20 s, or the call could not even be sent. Source: SCREENS.md, Kiosk.

import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { Screen } from './screens.ts';

/** The edge escalates after 20 s; a little later the kiosk says so by itself, should the line be down. */
const UNANSWERED_AFTER_MS = 23_000;

/** A call that the clinic has not taken by then may never have left: the patient has to call out. */
const UNSENT_AFTER_MS = 6_000;

type HelpScreen = Extract<Screen, { page: 'help' }>;

export type HelpState = 'calling' | 'coming' | 'unanswered';

/** Nothing says that the clinic heard the call. It is sent all the same, for as long as this screen may stand. */
export function isUnsent({ helpId, unsent, pressedAt }: HelpScreen, now: number): boolean {
  return helpId === undefined && (unsent === true || now - pressedAt >= UNSENT_AFTER_MS);
}

export function helpState(view: KioskView | undefined, screen: HelpScreen, now: number): HelpState {
  const call = screen.helpId ? view?.help[screen.helpId] : undefined;
  if (call?.state === 'acknowledged') return 'coming';
  if (isUnsent(screen, now) || call?.state === 'escalated') return 'unanswered';
  return now - screen.pressedAt >= UNANSWERED_AFTER_MS ? 'unanswered' : 'calling';
}
