// Which call has the stage, and which wait for it. Pure: moments come in, states go out.
// Invariants: one call at a time, and the next never begins before the one before has been heard out and has stood for
// its least dwell, which is shorter while many wait; a recall (the same call, a later `at`) is announced again; a call
// that is withdrawn leaves at once, and one whose patient is there is not announced any more; what is older than a call
// may be when the screen learns of it goes to the list and is never announced.

import { staleAfterMs } from '@foyer/contracts/sockets.ts';
import { newestFirst, type DisplayCall } from './call-list.ts';
import { paceOf } from './pace.ts';

/** How long a call stands at least where few wait, unless the layout says otherwise. */
export const LEAST_DWELL_MS = 8_000;
/** How long it stands when no other comes; then it settles into the list. */
export const LONGEST_DWELL_MS = 60_000;
/** How old a call may be when the screen first learns of it and still be announced as now. */
export const FRESH_FOR_MS = staleAfterMs;

export interface Staged {
  readonly call: DisplayCall;
  /** Monotonic milliseconds. */
  readonly sinceMs: number;
  /** Its chime and voice have not ended yet. */
  readonly sounding: boolean;
}

export interface Announcements {
  readonly onStage?: Staged;
  /** In the order in which they were called. */
  readonly waiting: readonly DisplayCall[];
  /** The `at` with which each call was taken in, by its id. */
  readonly taken: ReadonlyMap<string, number>;
  /** How long a call stands at least where few wait. */
  readonly leastDwellMs: number;
}

export interface Now {
  /** The server's clock, milliseconds since 1970: what calls are stamped with. */
  readonly serverMs: number;
  /** The screen's own, monotonic: what dwell is measured with. */
  readonly monotonicMs: number;
}

export const noAnnouncements: Announcements = { waiting: [], taken: new Map(), leastDwellMs: LEAST_DWELL_MS };

/** The calls of the view as they are now: new ones queue, withdrawn ones leave, and the stage moves on where it may. */
export function takeCalls(
  state: Announcements,
  calls: readonly DisplayCall[],
  now: Now,
  leastDwellMs: number = state.leastDwellMs,
): Announcements {
  const current = new Map(calls.map((call) => [call.id as string, call]));
  const isNew = (call: DisplayCall) =>
    state.taken.get(call.id) !== call.at && now.serverMs - call.at < FRESH_FOR_MS && !call.over;
  const isStill = (call: DisplayCall) => current.get(call.id)?.at === call.at;
  const isAwaited = (call: DisplayCall) => isStill(call) && !current.get(call.id)?.over;
  const waiting = [...state.waiting.filter(isAwaited), ...calls.filter(isNew).sort((a, b) => newestFirst(b, a))];
  const { onStage } = state;
  return advance(
    {
      ...(onStage && isStill(onStage.call) ? { onStage } : {}),
      waiting: waiting.filter((call) => isLastOfTicket(call, waiting)),
      taken: new Map(calls.map((call) => [call.id, call.at])),
      leastDwellMs,
    },
    now.monotonicMs,
  );
}

/** Time has passed: the stage goes to the next call, or is left when nobody waits. */
export function advance(state: Announcements, monotonicMs: number): Announcements {
  const { onStage, ...offStage } = state;
  if (onStage && monotonicMs < leavesAtMs(onStage, state)) return state;
  const [next, ...waiting] = state.waiting;
  if (next) return { ...offStage, onStage: { call: next, sinceMs: monotonicMs, sounding: true }, waiting };
  return onStage ? offStage : state;
}

/** The chime and the voice of this call have ended, or cannot be heard here. */
export function heardOut(state: Announcements, call: DisplayCall, monotonicMs: number): Announcements {
  const { onStage } = state;
  if (onStage?.call.id !== call.id || onStage.call.at !== call.at || !onStage.sounding) return state;
  return advance({ ...state, onStage: { ...onStage, sounding: false } }, monotonicMs);
}

/** The screen lost its server: nothing that it knows is current any more. */
export function forgetCurrent(state: Announcements): Announcements {
  const { onStage, ...offStage } = state;
  return onStage || state.waiting.length > 0 ? { ...offStage, waiting: [] } : state;
}

/** Milliseconds until `advance` may change anything; undefined when only an event can. */
export function nextChangeMs(state: Announcements, monotonicMs: number): number | undefined {
  if (!state.onStage) return undefined;
  return Math.max(0, leavesAtMs(state.onStage, state) - monotonicMs);
}

function leavesAtMs({ call, sinceMs, sounding }: Staged, { waiting, leastDwellMs }: Announcements): number {
  const { dwellMs, soundMs } = paceOf(call, waiting.length, leastDwellMs);
  const dwell = waiting.length > 0 ? dwellMs : Math.max(dwellMs, LONGEST_DWELL_MS);
  return sinceMs + (sounding ? Math.max(dwell, soundMs) : dwell);
}

/** A ticket that was called twice while it waited is announced once, to where it was called last. */
function isLastOfTicket(call: DisplayCall, calls: readonly DisplayCall[]): boolean {
  return !calls.some((other) => other.ticketId === call.ticketId && newestFirst(other, call) < 0);
}
