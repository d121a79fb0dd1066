// What the kiosk shows at all: its page, or one of the few things that go before it. Pure.

import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import type { Screen } from './screens.ts';

export const Standing = {
  /** Nothing was heard yet, and it is early. */
  starting: 'starting',
  page: 'page',
  /** Without its server it can do nothing for a patient but say where to go. */
  stopped: 'stopped',
  /** Everybody leaves the building. */
  leaving: 'leaving',
} as const;
export type Standing = (typeof Standing)[keyof typeof Standing];

/** A number that was given stays on the screen, and so does a call for help: both say what is true without a server. */
export function standingOf(screen: Screen, view: KioskView | undefined, liveness: Liveness): Standing {
  if (view?.evacuation) return Standing.leaving;
  if (screen.page === 'ticket' || screen.page === 'help') return Standing.page;
  if (liveness === Liveness.stale || (!view && liveness === Liveness.quiet)) return Standing.stopped;
  return view ? Standing.page : Standing.starting;
}
