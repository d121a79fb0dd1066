// What the help screen may say. "Someone is coming" only once somebody took the call; "go to the desk, or call out" as
// soon as nobody did within 20 s, or the call could not even be sent. Source: SCREENS.md, Kiosk.

import type { KioskView } from '@foyer/contracts/views.ts';
import type { Screen } from './screens.ts';

/** The edge escalates after 20 s; a little later the kiosk says so by itself, should the line be down. */
const UNANSWERED_AFTER_MS = 23_000;

export type HelpState = 'calling' | 'coming' | 'unanswered';

export function helpState(
  view: KioskView | undefined,
  screen: Extract<Screen, { page: 'help' }>,
  now: number,
): HelpState {
  const call = screen.helpId ? view?.help[screen.helpId] : undefined;
  if (call?.state === 'acknowledged') return 'coming';
  if (screen.unsent || call?.state === 'escalated') return 'unanswered';
  return now - screen.pressedAt >= UNANSWERED_AFTER_MS ? 'unanswered' : 'calling';
}
