import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayMs, minuteMs } from '@foyer/contracts/time.ts';
import { openReadModel } from '../adapters/sqlite/read-model.ts';
import type { Committed } from '../ports/writer.ts';
import { EngineUnderTest, kiosk } from '../writer/testing/a-writer.ts';
import { ClinicMirror } from './clinic-mirror.ts';
import { helpEscalatesMs } from './clinic-view.ts';
import { tabletView } from './tablet-view.ts';

describe('the mirror of a clinic', () => {
  let clinic: EngineUnderTest;
  beforeEach(() => {
    vi.useFakeTimers();
    clinic = new EngineUnderTest().initialise();
  });
  afterEach(() => {
    clinic.close();
    vi.useRealTimers();
  });

  /** What the mirror follows, and how the alarms stand on a tablet. */
  function follow() {
    const readModel = openReadModel(clinic.settings.databasePath);
    const listeners: ((committed: Committed) => void)[] = [];
    const mirror = new ClinicMirror({
      readModel,
      writer: { onCommitted: (listener) => void listeners.push(listener) },
      now: () => clinic.clock.wall(),
      voice: () => false,
      ticketUrl: null,
    });
    void mirror.start();
    return {
      hear: () => listeners.forEach((listener) => listener(clinic.lastOutcome!.committed!)),
      mirror,
      state: () => mirror.state!,
      alarms: () => Object.values(tabletView(mirror.state!).help).map(({ state }) => state),
      stop: () => {
        void mirror.stop();
        readModel.close();
      },
    };
  }

  function pass(ms: number): void {
    clinic.clock.pass(ms);
    vi.advanceTimersByTime(ms);
  }

  it.each([
    ['as it was', 0],
    ['set back by half an hour', -30 * minuteMs],
    ['set back by a day', -dayMs],
  ])('lets an alarm that nobody takes grow louder after its time, the wall clock %s', (_how, jump) => {
    const { hear, alarms, stop } = follow();
    clinic.result('request-help', { kind: 'emergency' }, kiosk);
    hear();
    clinic.clock.jump(jump);
    pass(helpEscalatesMs - 1);
    expect(alarms()).toEqual(['sounding']);
    pass(1);
    expect(alarms()).toEqual(['escalated']);
    stop();
  });

  it('tells the screens of a change before whoever else follows the clinic, however late they came', () => {
    const { hear, mirror, stop } = follow();
    const told: string[] = [];
    mirror.onChanged(() => told.push('what the machine does about it'));
    mirror.onChangedFirst(() => told.push('screens'));
    clinic.result('request-help', { kind: 'assistance' }, kiosk);
    hear();
    expect(told).toEqual(['screens', 'what the machine does about it']);
    stop();
  });

  it('has an alarm loud at once after a start with a clock that is behind it', () => {
    clinic.result('request-help', { kind: 'emergency' }, kiosk);
    clinic.clock.jump(-30 * minuteMs);
    const { alarms, stop } = follow();
    expect(alarms()).toEqual(['escalated']);
    stop();
  });

  it.each([
    ['while it runs', false],
    ['before it starts', true],
  ])('has the order of the queue go by the log’s own time when the clock is set back %s', (_when, isBefore) => {
    const early = isBefore ? undefined : follow();
    clinic.result('request-help', { kind: 'assistance' }, kiosk);
    early?.hear();
    const at = clinic.clock.wall();
    clinic.clock.jump(-30 * minuteMs);
    const { state, stop } = early ?? follow();
    expect(state().logNow).toBe(at);
    expect(state().now).toBe(at - 30 * minuteMs);
    clinic.clock.pass(dayMs);
    expect(state().logNow).toBe(state().now);
    stop();
  });
});
