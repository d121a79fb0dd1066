import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learn, learnArrival, learnAttendance, learnDemand, learnReturn, learnTurnover } from './learn.ts';
import { withObservation, type Moments } from './moments.ts';
import { serviceTime } from './service-times.ts';
import { at, doctor, minute, nurse, taught } from './testing.ts';
import { emptyModel, type WaitModel } from './wait-model.ts';

const day = 24 * 60 * minute;
const planned = new Map([
  [nurse, 10 * minute],
  [doctor, 20 * minute],
]);
const meanOf = (model: WaitModel, serviceId: string = nurse, practitionerId: string | null = null): number =>
  serviceTime(model, planned, serviceId, practitionerId).meanMs / minute;

describe('learning how long a service takes', () => {
  it('believes the plan until something was seen, and leaves it little by little', () => {
    expect(meanOf(emptyModel)).toBe(10);
    const means = [0, 2, 10, 60].map((count) => meanOf(taught(count, 16, { variation: 0.01 })));
    expect(means).toEqual(means.toSorted((a, b) => a - b));
    expect(means[1]).toBeLessThan(14);
    expect(means[3]).toBeGreaterThan(15);
  });

  it('takes a plan of nothing for no plan', () => {
    const { meanMs } = serviceTime(emptyModel, new Map([[nurse, 0]]), nurse, null);
    expect(meanMs).toBe(serviceTime(emptyModel, new Map(), nurse, null).meanMs);
  });

  it('is less in doubt the more it has seen', () => {
    const doubtAfter = (count: number): number => serviceTime(taught(count, 10), planned, nurse, null).sharedDoubt;
    expect(doubtAfter(0)).toBeGreaterThan(2 * doubtAfter(20));
    expect(doubtAfter(20)).toBeGreaterThan(1.5 * doubtAfter(200));
  });

  it('tells apart who gives it, once each was seen often', () => {
    const quick = taught(60, 7, { practitionerId: 'mercer' });
    const both = taught(60, 14, { practitionerId: 'okafor', seed: 8 }, quick);
    expect(meanOf(both, nurse, 'okafor')).toBeGreaterThan(meanOf(both, nurse, 'mercer') + 3);
    expect(meanOf(both, nurse, 'somebody new')).toBeCloseTo(meanOf(both), 5);
  });

  it('takes a clinic that is slower than planned to be so in services that nobody has seen', () => {
    const slow = taught(100, 16);
    expect(meanOf(slow, doctor)).toBeGreaterThan(22);
    expect(meanOf(slow, doctor)).toBeLessThan(32);
  });

  it('follows a change, and sooner after a long time', () => {
    const before = taught(400, 10, { practitionerId: 'mercer' });
    const after = taught(80, 20, { practitionerId: 'mercer', seed: 9 }, before);
    expect(meanOf(after, nurse, 'mercer')).toBeGreaterThan(14);
    const muchLater = { practitionerId: 'mercer', seed: 9, at: at + 360 * day };
    expect(meanOf(taught(20, 20, muchLater, before), nurse, 'mercer')).toBeGreaterThan(17);
  });

  it('counts a number that was forgotten for hours as a long service, and a call by mistake not at all', () => {
    const usual = taught(50, 10);
    const forgotten = learn(usual, { serviceId: nurse, practitionerId: null, durationMs: 20 * 60 * minute, at });
    expect(meanOf(forgotten) - meanOf(usual)).toBeLessThan(2);
    expect(learn(usual, { serviceId: nurse, practitionerId: null, durationMs: 4_000, at })).toBe(usual);
  });

  it('never answers a duration that is not above zero', () => {
    const taken = fc.record({
      serviceId: fc.constantFrom(nurse, doctor, 'unplanned'),
      practitionerId: fc.constantFrom(null, 'mercer'),
      durationMs: fc.integer({ min: -minute, max: 10 * day }),
      at: fc.integer({ min: at, max: at + 900 * day }),
    });
    fc.assert(
      fc.property(fc.array(taken, { maxLength: 60 }), (list) => {
        const model = list.reduce<WaitModel>(learn, emptyModel);
        for (const serviceId of [nurse, doctor, 'unplanned']) {
          const { meanMs, variation, sharedDoubt, ownDoubt } = serviceTime(model, planned, serviceId, 'mercer');
          expect(meanMs).toBeGreaterThan(0);
          expect(variation).toBeGreaterThan(0);
          expect(sharedDoubt + ownDoubt).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('learning how people and staff come', () => {
  it('keeps how late the booked are', () => {
    const seen = [5, 7, 9].map((late) => ({ bookedAt: at, arrivedAt: at + late * minute }));
    expect(seen.reduce<WaitModel>(learnArrival, emptyModel).punctuality!.mean / minute).toBeCloseTo(7, 3);
  });

  it('keeps how many of the booked do not come, and forgets the oldest share of them', () => {
    const once = [true, false, true].reduce<WaitModel>(learnAttendance, emptyModel);
    expect(once.attendance).toEqual({ came: 2, missed: 1 });
    const often = Array.from({ length: 900 }, (_, index) => index % 3 !== 0).reduce<WaitModel>(learnAttendance, once);
    const { came, missed } = often.attendance;
    expect(came + missed).toBeLessThanOrEqual(301);
    expect(missed / (came + missed)).toBeCloseTo(1 / 3, 1);
    expect(learnArrival(once, { bookedAt: at, arrivedAt: at }).attendance).toBe(once.attendance);
  });

  it('keeps how late staff are, and counts who is early as in time', () => {
    const returns = [12, -4].map((late) => ({ plannedAt: at, returnedAt: at + late * minute }));
    expect(returns.reduce<WaitModel>(learnReturn, emptyModel).lateness!.mean / minute).toBeCloseTo(6, 3);
  });

  it('keeps how long a point takes to call the next, and not that it was left alone for an hour', () => {
    const calls = [0, 2, 60].map((idle) => ({ idleMs: idle * minute, at }));
    const model = calls.reduce<WaitModel>(learnTurnover, emptyModel);
    expect(model.turnover!.mean / minute).toBeCloseTo((0 + 2 + 15) / 3, 3);
  });

  it('adds up urgent cases and who gave up, and forgets the oldest share of them', () => {
    const hour = 60 * minute;
    const seen = { serviceId: nurse, openMs: 8 * hour, waitedMs: 20 * hour, urgent: 2, left: 1 };
    const once = learnDemand(emptyModel, seen);
    expect(once.demand[nurse]).toEqual({ openHours: 8, urgent: 2, waitedHours: 20, left: 1 });
    const often = Array.from({ length: 200 }).reduce<WaitModel>((model) => learnDemand(model, seen), emptyModel);
    const { openHours, urgent, waitedHours, left } = often.demand[nurse]!;
    expect(openHours).toBeLessThanOrEqual(400);
    expect(urgent / openHours).toBeCloseTo(2 / 8, 6);
    expect(left / waitedHours).toBeCloseTo(1 / 20, 6);
  });
});

describe('running moments', () => {
  it('are always the mean and the spread of what was seen, while the memory is not full', () => {
    const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(values, (list) => {
        const { weight, mean, squares } = list.reduce<Moments | undefined>(
          (moments, value) => withObservation(moments, value, at, 100),
          undefined,
        )!;
        const plain = list.reduce((sum, value) => sum + value, 0) / list.length;
        expect(weight).toBeCloseTo(list.length, 6);
        expect(mean).toBeCloseTo(plain, 6);
        expect(squares).toBeCloseTo(
          list.reduce((sum, value) => sum + (value - plain) ** 2, 0),
          3,
        );
      }),
    );
  });
});
