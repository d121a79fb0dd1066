import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCall } from '../testing/a-call.ts';
import {
  advance,
  forgetCurrent,
  FRESH_FOR_MS,
  heardOut,
  LEAST_DWELL_MS,
  LONGEST_DWELL_MS,
  nextChangeMs,
  noAnnouncements,
  takeCalls,
  type Announcements,
} from './announcements.ts';
import type { DisplayCall } from './call-list.ts';
import { LONGEST_SOUND_MS, paceOf } from './pace.ts';

/** Both clocks start at nought and run alike, so that a call's `at` can be read as the screen's time. */
class Screen {
  state: Announcements = noAnnouncements;
  ms = 0;

  take(...calls: DisplayCall[]): this {
    this.state = takeCalls(this.state, calls, { serverMs: this.ms, monotonicMs: this.ms });
    return this;
  }
  pass(ms: number): this {
    this.ms += ms;
    this.state = advance(this.state, this.ms);
    return this;
  }
  hearOut(): this {
    if (this.state.onStage) this.state = heardOut(this.state, this.state.onStage.call, this.ms);
    return this;
  }
  get onStage(): string | undefined {
    return this.state.onStage?.call.id;
  }
}

describe('the stage', () => {
  it('takes a new call at once', () => {
    expect(new Screen().take(aCall('a')).onStage).toBe('a');
  });

  it('lets a second call wait until the first was heard out and stood for its least dwell', () => {
    const screen = new Screen().take(aCall('a')).pass(100);
    screen.take(aCall('a'), aCall('b', { at: 100 }));
    expect(screen.pass(LEAST_DWELL_MS).onStage).toBe('a');
    expect(screen.hearOut().onStage).toBe('b');
  });

  it('keeps a call for its least dwell though it was heard out sooner', () => {
    const screen = new Screen()
      .take(aCall('a'), aCall('b', { at: 1 }))
      .pass(1_000)
      .hearOut();
    expect(screen.onStage).toBe('a');
    expect(nextChangeMs(screen.state, screen.ms)).toBe(LEAST_DWELL_MS - 1_000);
    expect(screen.pass(LEAST_DWELL_MS - 1_000).onStage).toBe('b');
  });

  it('gives up a sound that never ends', () => {
    const screen = new Screen().take(aCall('a'), aCall('b', { at: 1 }));
    expect(screen.pass(LONGEST_SOUND_MS - 1).onStage).toBe('a');
    expect(screen.pass(1).onStage).toBe('b');
  });

  it('lets a call settle into the list when no other comes', () => {
    const screen = new Screen().take(aCall('a')).pass(1).hearOut();
    expect(screen.pass(LONGEST_DWELL_MS - 2).onStage).toBe('a');
    expect(screen.pass(1).onStage).toBeUndefined();
    expect(nextChangeMs(screen.state, screen.ms)).toBeUndefined();
  });

  it('announces in the order in which they were called', () => {
    const screen = new Screen().take(aCall('c', { at: -1 }), aCall('b', { at: -2 }), aCall('a', { at: -3 }));
    const order = [screen.onStage];
    for (let turn = 0; turn < 2; turn += 1) order.push(screen.hearOut().pass(LEAST_DWELL_MS).onStage);
    expect(order).toEqual(['a', 'b', 'c']);
  });

  it('announces a recall again', () => {
    const screen = new Screen().take(aCall('a')).hearOut().pass(LONGEST_DWELL_MS);
    expect(screen.onStage).toBeUndefined();
    expect(screen.take(aCall('a', { at: screen.ms })).onStage).toBe('a');
    expect(screen.state.onStage?.sounding).toBe(true);
  });

  it('does not announce the same call twice when the view comes again', () => {
    const screen = new Screen().take(aCall('a')).hearOut().pass(LONGEST_DWELL_MS);
    expect(screen.take(aCall('a')).onStage).toBeUndefined();
  });

  it('drops a call that is withdrawn, on the stage and while it waits', () => {
    const screen = new Screen().take(aCall('a'), aCall('b', { at: 1 }), aCall('c', { at: 2 }));
    expect(screen.take(aCall('c', { at: 2 })).onStage).toBe('c');
    expect(screen.state.waiting).toEqual([]);
  });

  it('announces a ticket once, to where it was called last, when it moved on while it waited', () => {
    const screen = new Screen().take(
      aCall('a'),
      aCall('b', { at: 1, ticketId: 'one' }),
      aCall('c', { at: 2, ticketId: 'one' }),
    );
    expect(screen.state.waiting.map(({ id }) => id)).toEqual(['c']);
  });
});

describe('a call whose patient is there', () => {
  it('is not announced any more, while it waits or when the screen first learns of it', () => {
    const screen = new Screen().take(aCall('a'), aCall('b', { at: 1 }));
    screen.take(aCall('a'), aCall('b', { at: 1, over: true }), aCall('c', { at: 2, over: true }));
    expect([screen.onStage, screen.state.waiting]).toEqual(['a', []]);
  });
  it('keeps the stage that it has, for its time', () => {
    const screen = new Screen()
      .take(aCall('a'))
      .hearOut()
      .take(aCall('a', { over: true }));
    expect(screen.pass(LONGEST_DWELL_MS - 1).onStage).toBe('a');
  });
});

describe('who may need longer to notice', () => {
  it('has the stage half as long again', () => {
    const screen = new Screen().take(aCall('a', { manner: { longer: true } }), aCall('b', { at: 1 })).hearOut();
    expect(screen.pass(LEAST_DWELL_MS * 1.5 - 1).onStage).toBe('a');
    expect(screen.pass(1).onStage).toBe('b');
  });
});

describe('the dwell of the layout', () => {
  it('is how long each stands when another waits', () => {
    const screen = new Screen();
    const calls = [aCall('a'), aCall('b', { at: 1 })];
    screen.state = takeCalls(screen.state, calls, { serverMs: 0, monotonicMs: 0 }, 12_000);
    screen.hearOut();
    expect(screen.pass(11_999).onStage).toBe('a');
    expect(screen.pass(1).onStage).toBe('b');
  });
});

describe('twenty calls at once', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => aCall(`call-${index}`, { at: index }));
  /** When each has the stage, in milliseconds, driven by the screen's own timer alone. */
  function begins(hears: boolean): readonly number[] {
    const screen = new Screen().take(...twenty);
    const times = [0];
    while (screen.state.waiting.length > 0) {
      if (hears) screen.hearOut();
      const before = screen.onStage;
      screen.pass(nextChangeMs(screen.state, screen.ms)!);
      if (screen.onStage !== before) times.push(screen.ms);
    }
    return times;
  }
  it('are all announced, in their order, within two minutes', () => {
    const screen = new Screen().take(...twenty);
    const order = [screen.onStage];
    while (screen.state.waiting.length > 0) order.push(screen.hearOut().pass(LEAST_DWELL_MS).onStage);
    expect(order).toEqual(twenty.map(({ id }) => id));
    expect(begins(true)).toHaveLength(20);
    expect(begins(true).at(-1)).toBeLessThanOrEqual(120_000);
  });
  it('never take longer than three minutes, though no sound ever ends', () => {
    expect(begins(false).at(-1)).toBeLessThanOrEqual(180_000);
  });
});

describe('a screen that was away', () => {
  it('shows no call as current once it is stale', () => {
    const screen = new Screen().take(aCall('a'), aCall('b', { at: 1 }));
    expect(forgetCurrent(screen.state)).toMatchObject({ waiting: [] });
    expect(forgetCurrent(screen.state).onStage).toBeUndefined();
  });

  it('does not announce what was called long before it looked', () => {
    expect(new Screen().take(aCall('a', { at: -FRESH_FOR_MS })).onStage).toBeUndefined();
  });

  it('announces what was called just before it came back', () => {
    const screen = new Screen().take(aCall('a'));
    screen.state = forgetCurrent(screen.state);
    screen.pass(40_000);
    expect(screen.take(aCall('a'), aCall('b', { at: 35_000 })).onStage).toBe('b');
  });
});

type Step =
  | { readonly kind: 'call' | 'recall' | 'withdraw' | 'there'; readonly which: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'heard' | 'lost' };

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('call', 'recall', 'withdraw', 'there'), which: fc.nat(9) }),
  fc.record({ kind: fc.constant('pass'), ms: fc.nat(LONGEST_DWELL_MS) }),
  fc.record({ kind: fc.constantFrom('heard', 'lost') }),
) as fc.Arbitrary<Step>;

describe('whatever happens', () => {
  it('never lets one call take the stage from another that has not had its time', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 80 }), (steps) => {
        const screen = new Screen();
        const view = new Map<string, DisplayCall>();
        for (const step of steps) {
          const before = screen.state.onStage;
          play(screen, view, step);
          const after = screen.state.onStage;
          if (!before || !after || after.call === before.call || view.get(before.call.id)?.at !== before.call.at)
            continue;
          const stoodMs = screen.ms - before.sinceMs;
          const endedNow = step.kind === 'heard' || !before.sounding;
          // Who takes the stage waited, too.
          const { dwellMs, soundMs } = paceOf(before.call, screen.state.waiting.length + 1, LEAST_DWELL_MS);
          expect(stoodMs).toBeGreaterThanOrEqual(endedNow ? dwellMs : Math.max(dwellMs, soundMs));
        }
      }),
    );
  });

  it('never announces a call twice', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 80 }), (steps) => {
        const screen = new Screen();
        const view = new Map<string, DisplayCall>();
        const announced: string[] = [];
        let staged: DisplayCall | undefined;
        // One that is withdrawn and made again is another call.
        for (const step of steps.filter(({ kind }) => kind !== 'withdraw')) {
          play(screen, view, step);
          const call = screen.state.onStage?.call;
          if (call && call !== staged) announced.push(`${call.id} ${call.at}`);
          staged = call;
        }
        expect(new Set(announced).size).toBe(announced.length);
      }),
    );
  });

  it('always announces every call that stays, and never one that is old or withdrawn', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 60 }), (steps) => {
        const screen = new Screen();
        const view = new Map<string, DisplayCall>();
        const announced = new Set<DisplayCall>();
        const lost = new Set<DisplayCall>();
        const note = () => {
          const call = screen.state.onStage?.call;
          if (!call) return;
          expect(view.get(call.id)?.at).toBe(call.at);
          announced.add(view.get(call.id)!);
        };
        for (const step of steps) {
          if (step.kind === 'lost') for (const call of view.values()) lost.add(call);
          play(screen, view, step);
          note();
          // Somebody who came before they were announced is called no more.
          if (step.kind === 'there') for (const call of view.values()) if (call.over) lost.add(call);
        }
        while (screen.state.waiting.length > 0) {
          screen.hearOut().pass(LEAST_DWELL_MS);
          note();
        }
        for (const call of view.values()) expect(announced.has(call) || lost.has(call)).toBe(true);
      }),
    );
  });
});

function play(screen: Screen, view: Map<string, DisplayCall>, step: Step): void {
  switch (step.kind) {
    case 'call':
      if (!view.has(`call-${step.which}`))
        view.set(`call-${step.which}`, aCall(`call-${step.which}`, { at: screen.ms }));
      screen.take(...view.values());
      break;
    case 'recall': {
      screen.pass(1);
      const call = view.get(`call-${step.which}`);
      if (call) view.set(call.id, aCall(call.id, { at: screen.ms }));
      screen.take(...view.values());
      break;
    }
    case 'there': {
      const call = view.get(`call-${step.which}`);
      if (call) view.set(call.id, { ...call, over: true });
      screen.take(...view.values());
      break;
    }
    case 'withdraw':
      view.delete(`call-${step.which}`);
      screen.take(...view.values());
      break;
    case 'pass':
      screen.pass(step.ms);
      break;
    case 'heard':
      screen.hearOut();
      break;
    case 'lost':
      screen.state = forgetCurrent(screen.state);
      break;
  }
}
