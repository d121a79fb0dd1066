import { describe, expect, it } from 'vitest';
import {
  firstWaitMs,
  initialState,
  longestWaitMs,
  merge,
  nextStep,
  type SyncEvent,
  type SyncState,
} from './sync-state.ts';

const at = (seq: number, epoch = 1) => ({ epoch, seq });
const fresh = initialState(at(10));
const asking: SyncState = { ...fresh, inFlight: { kind: 'ask' } };
const idle: SyncState = { ...fresh, positioned: true, acknowledged: at(10) };
const behind: SyncState = { ...idle, acknowledged: at(4) };
const sending: SyncState = { ...behind, inFlight: { kind: 'send', after: at(4) } };
const ok = (seq: number, epoch = 1): SyncEvent => ({
  kind: 'answer',
  now: 0,
  answer: { ok: true, epoch, seq, dead: 0 },
});
const no = (code: 'fork' | 'chain-broken' | 'unknown-epoch'): SyncEvent => ({
  kind: 'answer',
  now: 0,
  answer: { ok: false, refusal: { code, at: at(5) } },
});
const gap: SyncEvent = { kind: 'answer', now: 0, answer: { ok: false, refusal: { code: 'gap', expected: at(2) } } };
const busy = (retryAfterMs: number, rows?: number): SyncEvent => ({
  kind: 'busy',
  now: 0,
  jitter: 1,
  retryAfterMs,
  rows,
});
const failed: SyncEvent = { kind: 'failed', now: 0, jitter: 1 };
const later = longestWaitMs * 2;

describe('the relay upward', () => {
  it.each<[string, SyncState, SyncEvent[], object]>([
    ['asks first what the centre holds', fresh, [], { kind: 'ask' }],
    ['rests while it asks', asking, [], { kind: 'rest' }],
    [
      'sends after what the centre holds',
      asking,
      [{ kind: 'position', position: at(4), ours: true }],
      { kind: 'send', after: at(4) },
    ],
    [
      'sends from the beginning to an empty centre',
      asking,
      [{ kind: 'position', position: at(0, 0), ours: true }],
      { kind: 'send', after: at(0, 0) },
    ],
    [
      'halts on another history',
      asking,
      [{ kind: 'position', position: at(4), ours: false }],
      { kind: 'halted', code: 'fork' },
    ],
    ['halts where its key is refused', asking, [{ kind: 'key-refused' }], { kind: 'halted', code: 'fork' }],
    [
      'ignores a position that it did not ask for',
      sending,
      [{ kind: 'position', position: at(9), ours: true }],
      { kind: 'rest' },
    ],
    ['rests when everything is acknowledged', idle, [], { kind: 'rest' }],
    ['sends when rows come', idle, [{ kind: 'rows', head: at(11) }], { kind: 'send', after: at(10) }],
    [
      'sends the first row of a later epoch',
      idle,
      [{ kind: 'rows', head: at(11, 2) }],
      { kind: 'send', after: at(10) },
    ],
    ['rests when told of rows that it knows', idle, [{ kind: 'rows', head: at(9) }], { kind: 'rest' }],
    ['has one batch in flight at a time', sending, [{ kind: 'rows', head: at(20) }], { kind: 'rest' }],
    ['goes on after a partial acknowledgement', sending, [ok(7)], { kind: 'send', after: at(7) }],
    ['rests after a whole one', sending, [ok(10)], { kind: 'rest' }],
    ['asks again after a gap', sending, [gap], { kind: 'ask' }],
    ['asks again after an acknowledgement that goes back', sending, [ok(3)], { kind: 'ask' }],
    ['halts on an acknowledgement of rows that do not exist', sending, [ok(11)], { kind: 'halted', code: 'fork' }],
    ['halts on a fork', sending, [no('fork')], { kind: 'halted', code: 'fork' }],
    ['halts on a broken chain', sending, [no('chain-broken')], { kind: 'halted', code: 'chain-broken' }],
    ['halts on an unknown epoch', sending, [no('unknown-epoch')], { kind: 'halted', code: 'unknown-epoch' }],
    [
      'never leaves a halt by itself',
      sending,
      [no('fork'), { kind: 'rows', head: at(99) }, failed, ok(10)],
      { kind: 'halted', code: 'fork' },
    ],
    ['sends the same again after a failure', sending, [failed], { kind: 'send', after: at(4) }],
    [
      'asks again after an answer that is none of the protocol',
      sending,
      [{ ...failed, isOther: true }],
      { kind: 'ask' },
    ],
    ['asks again after a failure to ask', asking, [failed], { kind: 'ask' }],
    ['ignores an answer that comes after its failure', sending, [failed, ok(10)], { kind: 'send', after: at(4) }],
  ])('%s', (_rule, state, events, step) => {
    expect(nextStep(events.reduce(merge, state), later)).toEqual(step);
  });

  it('waits longer after each failure, up to a bound, and not at all after a success', () => {
    const waits: number[] = [];
    let state = sending;
    for (let failure = 0; failure < 8; failure += 1) {
      state = merge(state, failed);
      waits.push(state.waitUntil);
    }
    expect(waits.slice(0, 3)).toEqual([firstWaitMs, 2 * firstWaitMs, 4 * firstWaitMs]);
    expect(waits.at(-1)).toBe(longestWaitMs);
    expect(nextStep(state, 0)).toEqual({ kind: 'wait', until: longestWaitMs });
    const sent = merge(state, { kind: 'sent', after: at(4) });
    expect(merge(sent, ok(10))).toMatchObject({ failures: 0, waitUntil: 0 });
  });
});

describe('how much is sent, and when', () => {
  const hinted = (tookMs: number, next?: { rows: number; afterMs: number }): SyncEvent => ({
    kind: 'answer',
    now: 0,
    tookMs,
    answer: { ok: true, epoch: 1, seq: 6, dead: 0, ...(next === undefined ? {} : { next }) },
  });

  it('waits as long as a busy centre says and up to a quarter more, which is no failure', () => {
    const waiting = merge({ ...sending, rows: 5_000 }, busy(8_000, 700));
    expect(waiting).toMatchObject({ failures: 0, waitUntil: 10_000, rows: 700, inFlight: null });
    expect(nextStep(waiting, 9_999)).toEqual({ kind: 'wait', until: 10_000 });
    expect(nextStep(waiting, 10_000)).toEqual({ kind: 'send', after: at(4) });
    expect(merge(sending, busy(10 ** 9)).waitUntil).toBe(150_000);
  });

  it('keeps to the rows that the centre hints, and to its pause', () => {
    expect(merge(sending, hinted(10, { rows: 900, afterMs: 400 }))).toMatchObject({ rows: 900, waitUntil: 400 });
  });

  it.each([
    ['twice as many after a quick one', 100, 200],
    ['as many after one that took as long as the line bears', 6_000, 100],
    ['half as many after a slow one', 16_000, 50],
  ])('sends %s', (_name, tookMs, rows) => {
    expect(merge({ ...sending, rows: 100 }, hinted(tookMs)).rows).toBe(rows);
  });

  it('sends half as many after each failure, and never fewer than fifty', () => {
    const rows = Array.from({ length: 9 }).reduce<SyncState[]>(
      (states) => [...states, merge({ ...states.at(-1)!, inFlight: sending.inFlight }, failed)],
      [sending],
    );
    expect(rows.map((state) => state.rows)).toEqual([5_000, 2_500, 1_250, 625, 312, 156, 78, 50, 50, 50]);
  });

  it('asks where an answer names rows that the batch did not have: they may be another box’s', () => {
    const beyond: SyncEvent = { ...(ok(9) as Extract<SyncEvent, { kind: 'answer' }>), sentUntil: at(6) };
    const state = merge(sending, beyond);
    expect(state).toMatchObject({ acknowledged: at(4), positioned: false });
    expect(nextStep(state, later)).toEqual({ kind: 'ask' });
  });
});
