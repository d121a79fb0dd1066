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
//     Behind an answer that is none of the protocol's it asks before it sends: the centre may have lost the clinic's key.
// U6  A busy centre is not a failure: what it says is waited, and up to a quarter more, so that edges come one by one.
// U7  A batch has no more rows than the centre said last, half as many after each failure, and twice as many again after
//     each success, so that a slow line takes the next one whole.

import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { SendHint } from '@foyer/contracts/relay-line.ts';
import { maxRowsPerBatch, type UpAnswer } from '@foyer/contracts/sync-protocol.ts';

export interface LogPosition {
  readonly epoch: number;
  readonly seq: number;
}
export const beforeFirst: LogPosition = { epoch: 0, seq: 0 };

export type HaltCode = Extract<ErrorCode, 'fork' | 'chain-broken' | 'unknown-epoch' | 'edge-cloned'>;

export interface SyncState {
  /** Whether the centre has said, since the start, what it holds. */
  readonly positioned: boolean;
  readonly acknowledged: LogPosition;
  readonly head: LogPosition;
  readonly inFlight: { readonly kind: 'ask' } | { readonly kind: 'send'; readonly after: LogPosition } | null;
  readonly failures: number;
  /** As every `now` here: by a clock that nobody can set. */
  readonly waitUntil: number;
  /** How many rows the next batch may have. */
  readonly rows: number;
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
  | {
      readonly kind: 'answer';
      readonly answer: UpAnswer;
      readonly now: number;
      readonly tookMs?: number;
      readonly sentUntil?: LogPosition;
    }
  /** No whole answer, or one that is none of the protocol's (`isOther`); `jitter` is 0 to 1. */
  | { readonly kind: 'failed'; readonly now: number; readonly jitter: number; readonly isOther?: boolean }
  /** The centre said how long to wait, and perhaps how many rows to send then. */
  | {
      readonly kind: 'busy';
      readonly now: number;
      readonly jitter: number;
      readonly retryAfterMs: number;
      readonly rows: number | undefined;
    };

export type NextStep =
  | { readonly kind: 'ask' }
  | { readonly kind: 'send'; readonly after: LogPosition }
  | { readonly kind: 'wait'; readonly until: number }
  /** Something is in flight, or there is nothing to send. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'halted'; readonly code: HaltCode };

export const firstWaitMs = 1_000;
export const longestWaitMs = 30_000;
/** However long a centre says. */
export const longestBusyMs = 120_000;
export const fewestRows = 50;
/** A batch under way for longer is as large as the line takes; for three times as long, larger. */
export const easyMs = 5_000;

export function initialState(head: LogPosition): SyncState {
  return {
    positioned: false,
    acknowledged: beforeFirst,
    head,
    inFlight: null,
    failures: 0,
    waitUntil: 0,
    rows: maxRowsPerBatch,
    halted: null,
  };
}

export function nextStep(state: SyncState, now: number): NextStep {
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
        ? answered(calm(fitted(state, event.tookMs ?? 0)), state.inFlight.after, event)
        : state;
    case 'failed': {
      const failures = state.failures + 1;
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1)) * (0.5 + event.jitter / 2);
      const rows = state.inFlight?.kind === 'send' ? fewer(state.rows) : state.rows;
      const positioned = state.positioned && event.isOther !== true;
      return { ...state, positioned, inFlight: null, failures, rows, waitUntil: event.now + Math.round(waitMs) };
    }
    case 'busy': {
      const waitMs = Math.min(longestBusyMs, Math.max(0, event.retryAfterMs)) * (1 + event.jitter / 4);
      const rows = Math.min(state.rows, Math.max(fewestRows, event.rows ?? state.rows));
      return { ...state, inFlight: null, rows, waitUntil: event.now + Math.round(waitMs) };
    }
  }
}

function answered(
  state: SyncState,
  after: LogPosition,
  { answer, now, sentUntil = state.head }: Extract<SyncEvent, { kind: 'answer' }>,
): SyncState {
  const lost = { ...state, positioned: false, waitUntil: now + firstWaitMs };
  if (answer.ok) {
    const acknowledged = { epoch: answer.epoch, seq: answer.seq };
    // An answer that names less than was sent after, or more than there is, says the centre holds another history.
    if (comparePositions(acknowledged, after) < 0) return lost;
    if (comparePositions(acknowledged, state.head) > 0) return halt(state, 'fork', acknowledged);
    // Rows that this batch did not have may be another box's: ask, and compare hashes.
    return comparePositions(acknowledged, sentUntil) > 0
      ? lost
      : { ...state, acknowledged, ...hinted(state, answer.next, now) };
  }
  const { refusal } = answer;
  // What is expected may lie in an epoch that ended before it: ask, and compare hashes, rather than guess.
  if (refusal.code === 'gap') return lost;
  return halt(state, refusal.code, refusal.at);
}

/** Twice as many rows where the line took these with ease, fewer where it did not. */
function fitted(state: SyncState, tookMs: number): SyncState {
  if (tookMs > 3 * easyMs) return { ...state, rows: fewer(state.rows) };
  return tookMs > easyMs ? state : { ...state, rows: Math.min(maxRowsPerBatch, state.rows * 2) };
}

/** No more than the centre says, and not before it says. */
function hinted(state: SyncState, hint: SendHint | undefined, now: number): Pick<SyncState, 'rows' | 'waitUntil'> {
  const most = Math.min(maxRowsPerBatch, Math.max(fewestRows, hint?.rows ?? maxRowsPerBatch));
  const afterMs = Math.min(longestBusyMs, Math.max(0, hint?.afterMs ?? 0));
  return { rows: Math.min(most, state.rows), waitUntil: afterMs === 0 ? 0 : now + afterMs };
}

function fewer(rows: number): number {
  return Math.max(fewestRows, Math.floor(rows / 2));
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
