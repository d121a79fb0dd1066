// What the upward half of the relay does next. Pure: every event gives a new state, every state one next step.
//
//        opened ─► ask ─► (position) ─► send ─► (acknowledged) ─► send ... ─► idle ─► (rows) ─► send
//                   ▲                     │ gap: go back to what is expected
//                   └── failed: wait ◄────┘ fork, broken chain, unknown epoch, other history: halted
//
// U1  One batch is in flight at a time; rows leave in the order of the log.
// U2  `acknowledged` moves forward by an answer, and back only when the centre says that it holds less.
// U3  Nothing is taken as received that an answer did not name.
// U4  A halt is left by a person alone: it is never retried into.
// U5  Failures wait longer each time (1 s to 30 s) and the first success ends the waiting.

import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { UpAnswer } from '@foyer/contracts/sync-protocol.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export interface LogPosition {
  readonly epoch: number;
  readonly seq: number;
}
export const beforeFirst: LogPosition = { epoch: 0, seq: 0 };

export type HaltCode = Extract<ErrorCode, 'fork' | 'chain-broken' | 'unknown-epoch'>;

export interface SyncState {
  /** Whether the centre has said, since the start, what it holds. */
  readonly positioned: boolean;
  readonly acknowledged: LogPosition;
  readonly head: LogPosition;
  readonly inFlight: { readonly kind: 'ask' } | { readonly kind: 'send'; readonly after: LogPosition } | null;
  readonly failures: number;
  readonly waitUntil: EpochMs;
  readonly halted: { readonly code: HaltCode; readonly at: LogPosition } | null;
}

export type SyncEvent =
  /** The log has grown to here. */
  | { readonly kind: 'rows'; readonly head: LogPosition }
  | { readonly kind: 'asked' }
  | { readonly kind: 'sent'; readonly after: LogPosition }
  /** The centre has another clinic key in escrow. */
  | { readonly kind: 'key-refused' }
  /** `ours`: whether our log holds a row of that place and hash. */
  | { readonly kind: 'position'; readonly position: LogPosition; readonly ours: boolean }
  | { readonly kind: 'answer'; readonly answer: UpAnswer; readonly now: EpochMs }
  /** No answer, or one that says to come again; `jitter` is 0 to 1. */
  | { readonly kind: 'failed'; readonly now: EpochMs; readonly jitter: number };

export type NextStep =
  | { readonly kind: 'ask' }
  | { readonly kind: 'send'; readonly after: LogPosition }
  | { readonly kind: 'wait'; readonly until: EpochMs }
  /** Something is in flight, or there is nothing to send. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'halted'; readonly code: HaltCode };

export const firstWaitMs = 1_000;
export const longestWaitMs = 30_000;

export function initialState(head: LogPosition): SyncState {
  return {
    positioned: false,
    acknowledged: beforeFirst,
    head,
    inFlight: null,
    failures: 0,
    waitUntil: 0,
    halted: null,
  };
}

export function nextStep(state: SyncState, now: EpochMs): NextStep {
  if (state.halted !== null) return { kind: 'halted', code: state.halted.code };
  if (state.inFlight !== null) return { kind: 'rest' };
  if (now < state.waitUntil) return { kind: 'wait', until: state.waitUntil };
  if (!state.positioned) return { kind: 'ask' };
  return comparePositions(state.acknowledged, state.head) < 0
    ? { kind: 'send', after: state.acknowledged }
    : { kind: 'rest' };
}

export function merge(state: SyncState, event: SyncEvent): SyncState {
  switch (event.kind) {
    case 'rows':
      return comparePositions(event.head, state.head) > 0 ? { ...state, head: event.head } : state;
    case 'asked':
      return { ...state, inFlight: { kind: 'ask' } };
    case 'sent':
      return { ...state, inFlight: { kind: 'send', after: event.after } };
    case 'position':
      if (state.inFlight?.kind !== 'ask') return state;
      if (!event.ours) return halt(state, 'fork', event.position);
      return { ...calm(state), positioned: true, acknowledged: event.position };
    case 'key-refused':
      return state.inFlight?.kind === 'ask' ? halt(state, 'fork', beforeFirst) : state;
    case 'answer':
      return state.inFlight?.kind === 'send'
        ? answered(calm(state), state.inFlight.after, event.answer, event.now)
        : state;
    case 'failed': {
      const failures = state.failures + 1;
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1)) * (0.5 + event.jitter / 2);
      return { ...state, inFlight: null, failures, waitUntil: event.now + Math.round(waitMs) };
    }
  }
}

function answered(state: SyncState, after: LogPosition, answer: UpAnswer, now: EpochMs): SyncState {
  const lost = { ...state, positioned: false, waitUntil: now + firstWaitMs };
  if (answer.ok) {
    const acknowledged = { epoch: answer.epoch, seq: answer.seq };
    // An answer that names less than was sent after, or more than there is, says the centre holds another history.
    if (comparePositions(acknowledged, after) < 0) return lost;
    return comparePositions(acknowledged, state.head) > 0
      ? halt(state, 'fork', acknowledged)
      : { ...state, acknowledged };
  }
  const { refusal } = answer;
  // What is expected may lie in an epoch that ended before it: ask, and compare hashes, rather than guess.
  if (refusal.code === 'gap') return lost;
  return halt(state, refusal.code, refusal.at);
}

function calm(state: SyncState): SyncState {
  return { ...state, inFlight: null, failures: 0, waitUntil: 0 };
}

function halt(state: SyncState, code: HaltCode, at: LogPosition): SyncState {
  return { ...state, inFlight: null, halted: { code, at } };
}

/** Numbers go on over epochs: a later epoch's row has the greater number wherever it continues the earlier one. */
export function comparePositions(a: LogPosition, b: LogPosition): number {
  return a.epoch - b.epoch || a.seq - b.seq;
}
