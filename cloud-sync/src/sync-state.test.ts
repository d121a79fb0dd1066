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
