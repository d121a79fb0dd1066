// What the page shows for what it knows. Pure. Invariants: the light is on only while it is true, so a page without news
// has none, and says to come back inside; what is closed stays closed however old the news are.

import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';

export const Face = {
  /** Nothing is known yet, and it is early. */
  starting: 'starting',
  waiting: 'waiting',
  /** Outside, to be called back in time. */
  outside: 'outside',
  /** So few are ahead that the patient outside comes back now. */
  calledBack: 'called-back',
  called: 'called',
  serving: 'serving',
  /** The patient went outside and said so. */
  held: 'held',
  /** Staff put the ticket aside. */
  paused: 'paused',
  /** What the patient comes for is not ready yet. */
  preparing: 'preparing',
  /** Called and did not come. */
  missed: 'missed',
  finished: 'finished',
  left: 'left',
  cancelled: 'cancelled',
  /** The server knows no such ticket yet: it may still be on its way from the clinic. */
  unknown: 'unknown',
  /** There is no such ticket any more. */
  expired: 'expired',
  /** What is known may no longer be so. */
  stale: 'stale',
} as const;
export type Face = (typeof Face)[keyof typeof Face];

export interface Known {
  readonly view: TicketView | undefined;
  readonly liveness: Liveness;
  /** The server said that it knows no such ticket. */
  readonly unknown?: boolean;
}

export function faceOf({ view, liveness, unknown }: Known): Face {
  if (liveness === Liveness.refused) return view && isClosed(view) ? faceOfState(view) : Face.expired;
  if (view && isClosed(view)) return faceOfState(view);
  if (!view && unknown) return Face.unknown;
  if (liveness === Liveness.stale || view?.clinicUnheard) return Face.stale;
  return view ? faceOfState(view) : Face.starting;
}

/** Since when nothing new is known, by the server's clock; undefined while the news are fresh or there never were any. */
export function unheardSince({ view, liveness }: Known, heardAt: number | undefined): number | undefined {
  if (view?.clinicUnheard) return view.asOf;
  return liveness === Liveness.stale ? heardAt : undefined;
}

function isClosed({ state }: TicketView): boolean {
  return state === 'completed' || state === 'left' || state === 'cancelled';
}

function faceOfState({ state, heldByMe, steppedOut, path = [] }: TicketView): Face {
  switch (state) {
    case 'waiting':
      if (steppedOut === undefined) return Face.waiting;
      return steppedOut.calledBackAt === undefined ? Face.outside : Face.calledBack;
    case 'called':
    case 'serving':
    case 'left':
    case 'cancelled':
      return state;
    case 'on-hold':
      if (heldByMe) return Face.held;
      return path.some(({ notReady }) => notReady) ? Face.preparing : Face.paused;
    case 'not-answered':
      return Face.missed;
    case 'completed':
      return Face.finished;
  }
}
