// Which call has the stage, and which wait for it. Pure: moments come in, states go out.
// Invariants: one call at a time, and the next never begins before the one before has been heard out and has stood for
// its least dwell; a recall (the same call, a later `at`) is announced again; a call that is withdrawn leaves at once;
// what is older than a call may be when the screen learns of it goes to the list and is never announced.

import { staleAfterMs } from '@foyer/contracts/sockets.ts';
import { newestFirst, type DisplayCall } from './call-list.ts';

/** How long a call stands at least, also when others wait. */
export const LEAST_DWELL_MS = 8_000;
/** How long it stands when no other comes; then it settles into the list. */
export const LONGEST_DWELL_MS = 60_000;
/** Sound that never ends is given up after this. */
export const LONGEST_SOUND_MS = 25_000;
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
}

export interface Now {
  /** The server's clock, milliseconds since 1970: what calls are stamped with. */
  readonly serverMs: number;
  /** The screen's own, monotonic: what dwell is measured with. */
  readonly monotonicMs: number;
}

export const noAnnouncements: Announcements = { waiting: [], taken: new Map() };

/** The calls of the view as they are now: new ones queue, withdrawn ones leave, and the stage moves on where it may. */
export function takeCalls(state: Announcements, calls: readonly DisplayCall[], now: Now): Announcements {
  const current = new Map(calls.map((call) => [call.id as string, call]));
  const isNew = (call: DisplayCall) => state.taken.get(call.id) !== call.at && now.serverMs - call.at < FRESH_FOR_MS;
  const isStill = (call: DisplayCall) => current.get(call.id)?.at === call.at;
  const waiting = [...state.waiting.filter(isStill), ...calls.filter(isNew).sort((a, b) => newestFirst(b, a))];
  const { onStage } = state;
  return advance(
    {
      ...(onStage && isStill(onStage.call) ? { onStage } : {}),
      waiting: waiting.filter((call) => isLastOfTicket(call, waiting)),
      taken: new Map(calls.map((call) => [call.id, call.at])),
    },
    now.monotonicMs,
  );
}

/** Time has passed: the stage goes to the next call, or is left when nobody waits. */
export function advance(state: Announcements, monotonicMs: number): Announcements {
  const { onStage, waiting, taken } = state;
  if (onStage && monotonicMs < leavesAtMs(onStage, waiting.length > 0)) return state;
  const [next, ...rest] = waiting;
  if (next) return { onStage: { call: next, sinceMs: monotonicMs, sounding: true }, waiting: rest, taken };
  return onStage ? { waiting, taken } : state;
}

/** The chime and the voice of this call have ended, or cannot be heard here. */
export function heardOut(state: Announcements, call: DisplayCall, monotonicMs: number): Announcements {
  const { onStage } = state;
  if (onStage?.call.id !== call.id || onStage.call.at !== call.at || !onStage.sounding) return state;
  return advance({ ...state, onStage: { ...onStage, sounding: false } }, monotonicMs);
}

/** The screen lost its server: nothing that it knows is current any more. */
export function forgetCurrent(state: Announcements): Announcements {
  return state.onStage || state.waiting.length > 0 ? { waiting: [], taken: state.taken } : state;
}

/** Milliseconds until `advance` may change anything; undefined when only an event can. */
export function nextChangeMs(state: Announcements, monotonicMs: number): number | undefined {
  if (!state.onStage) return undefined;
  return Math.max(0, leavesAtMs(state.onStage, state.waiting.length > 0) - monotonicMs);
}

function leavesAtMs({ sinceMs, sounding }: Staged, othersWait: boolean): number {
  const dwell = othersWait ? LEAST_DWELL_MS : LONGEST_DWELL_MS;
  return sinceMs + (sounding ? Math.max(dwell, LONGEST_SOUND_MS) : dwell);
}

/** A ticket that was called twice while it waited is announced once, to where it was called last. */
function isLastOfTicket(call: DisplayCall, calls: readonly DisplayCall[]): boolean {
  return !calls.some((other) => other.ticketId === call.ticketId && newestFirst(other, call) < 0);
}
