import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate } from './calibration.ts';
import { estimate } from './estimate.ts';
import type { PointNow, QueueNow, WaitEstimate } from './queue-now.ts';
import { aPoint, aQueue, at, doctor, minute, nurse, taught, waiting } from './testing.ts';
import { emptyModel, type WaitModel } from './wait-model.ts';

const minutesOf = (now: QueueNow, id: string, model: WaitModel = emptyModel): number =>
  estimate(now, model, { seed: 1, paths: 600 }).get(id)!.medianMs / minute;

const points = fc.array(
  fc.record({
    serviceIds: fc.constantFrom([nurse], [doctor], [nurse, doctor]),
    serving: fc.option(fc.record({ serviceId: fc.constantFrom(nurse, doctor), forMs: fc.nat(90 * minute) })),
    practitionerId: fc.constantFrom(null, 'mercer', 'okafor'),
    isAway: fc.boolean(),
    untilMs: fc.integer({ min: -60 * minute, max: 60 * minute }),
    breakInMs: fc.option(fc.nat(90 * minute)),
  }),
  { minLength: 1, maxLength: 4 },
);
const booked = fc.array(fc.integer({ min: -60 * minute, max: 180 * minute }), { maxLength: 6 });
const model = fc.record({ seen: fc.nat(40), mean: fc.integer({ min: 2, max: 40 }) });
const queue = fc
  .record({ points, nurses: fc.nat(12), doctors: fc.nat(6), booked, model, seed: fc.nat() })
  .map(({ nurses, doctors, seed, ...drawn }) => {
    const rooms = drawn.points.map(({ isAway, untilMs, breakInMs, ...point }, index): PointNow => ({
      ...point,
      id: `room ${index}`,
      ...(isAway ? { away: { until: at + untilMs } } : {}),
      ...(breakInMs === null ? {} : { breaks: [{ from: at + breakInMs, until: at + breakInMs + 30 * minute }] }),
    }));
    const toCome = drawn.booked.map((inMs, index) => ({
      id: `booked ${index}`,
      serviceId: index % 2 === 0 ? nurse : doctor,
      bookedAt: at + inMs,
    }));
    return {
      now: aQueue([...toCome, ...waiting(nurses), ...waiting(doctors, doctor)], rooms),
      model: taught(drawn.model.seen, drawn.model.mean, { practitionerId: 'mercer' }),
      seed,
    };
  });

describe('the estimate of a wait', () => {
  it('is always an interval in order around its median, and never negative', () => {
    fc.assert(
      fc.property(queue, ({ now, model: learned, seed }) => {
        for (const { fromMs, untilMs, medianMs, meanMs } of estimate(now, learned, { seed, paths: 60 }).values()) {
          expect(0 <= fromMs && fromMs <= medianMs && medianMs <= untilMs).toBe(true);
          expect(Number.isFinite(untilMs) && meanMs >= 0).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is never shorter for who stands behind, in one service and class', () => {
    fc.assert(
      fc.property(queue, ({ now, model: learned, seed }) => {
        const estimates = estimate(now, learned, { seed, paths: 60 });
        for (const serviceId of [nurse, doctor]) {
          const line = now.people.flatMap((person): readonly WaitEstimate[] => {
            const found = person.serviceId === serviceId ? estimates.get(person.id) : undefined;
            return found === undefined ? [] : [found];
          });
          for (const [index, behind] of line.slice(1).entries()) {
            for (const end of ['fromMs', 'medianMs', 'untilMs'] as const) {
              expect(behind[end]).toBeGreaterThanOrEqual(line[index]![end]);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is always the same for the same queue, model and seed, also after the model went through JSON', () => {
    fc.assert(
      fc.property(queue, ({ now, model: learned, seed }) => {
        const first = estimate(now, learned, { seed, paths: 60 });
        const stored = JSON.parse(JSON.stringify(learned)) as WaitModel;
        expect(stored).toEqual(learned);
        expect(estimate(now, stored, { seed, paths: 60 })).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  it('begins with the planned durations and says so, until some ten services were seen lately', () => {
    const now = aQueue(waiting(4), [aPoint()]);
    const basis = (learned: WaitModel): string | undefined => estimate(now, learned, { seed: 1 }).get('nurse 3')?.basis;
    expect(minutesOf(now, 'nurse 3')).toBeGreaterThan(20);
    expect(minutesOf(now, 'nurse 3')).toBeLessThan(35);
    expect(basis(emptyModel)).toBe('configured');
    expect(basis(taught(9, 10))).toBe('configured');
    expect(basis(taught(11, 10))).toBe('learned');
  });

  it('follows what the services really take', () => {
    const now = aQueue(waiting(6), [aPoint()]);
    expect(minutesOf(now, 'nurse 5', taught(60, 20))).toBeGreaterThan(1.6 * minutesOf(now, 'nurse 5', taught(60, 10)));
  });

  it('counts what is left of a service that goes on', () => {
    const serving = (forMs: number): QueueNow => aQueue(waiting(1), [aPoint({ serving: { serviceId: nurse, forMs } })]);
    const learned = taught(100, 10, { variation: 0.3 });
    expect(minutesOf(serving(0), 'nurse 0', learned)).toBeGreaterThan(7);
    expect(minutesOf(serving(8 * minute), 'nurse 0', learned)).toBeLessThan(5);
    expect(minutesOf(serving(40 * minute), 'nurse 0', learned)).toBeGreaterThan(0);
  });

  it('takes a number that was forgotten at a room for hours to end as a long service would', () => {
    const forgotten = aPoint({ serving: { serviceId: nurse, forMs: 7 * 60 * minute } });
    expect(minutesOf(aQueue(waiting(1), [forgotten]), 'nurse 0', taught(100, 10))).toBeLessThan(20);
  });

  it('is shorter the more rooms call', () => {
    const rooms = (count: number): readonly PointNow[] =>
      Array.from({ length: count }, (_, index) => aPoint({ id: `room ${index}` }));
    expect(minutesOf(aQueue(waiting(9), rooms(3)), 'nurse 8')).toBeLessThan(
      minutesOf(aQueue(waiting(9), rooms(1)), 'nurse 8') / 2,
    );
  });

  it('counts the time that a room takes between two', () => {
    const now = aQueue(waiting(9), [aPoint()]);
    const slow = { ...taught(60, 10), turnover: { weight: 50, mean: 3 * minute, squares: 0, at } };
    const difference = minutesOf(now, 'nurse 8', slow) - minutesOf(now, 'nurse 8', taught(60, 10));
    expect(difference).toBeGreaterThan(15);
    expect(difference).toBeLessThan(30);
  });

  it('waits for a room until its planned return, and for lunch when that comes first', () => {
    const away = aPoint({ away: { until: at + 40 * minute } });
    expect(minutesOf(aQueue(waiting(1), [away]), 'nurse 0')).toBeGreaterThanOrEqual(40);
    const lunch = aPoint({ breaks: [{ from: at + minute, until: at + 31 * minute }] });
    expect(minutesOf(aQueue(waiting(2), [lunch]), 'nurse 0')).toBeLessThan(1);
    expect(minutesOf(aQueue(waiting(2), [lunch]), 'nurse 1')).toBeGreaterThan(32);
  });

  it('is not given where nobody is there who calls them, nor known to come back', () => {
    const people = [...waiting(1), ...waiting(1, doctor)];
    const gone = aPoint({ id: 'other', serviceIds: [doctor], away: { until: null } });
    expect([...estimate(aQueue(people, [aPoint(), gone]), emptyModel, { seed: 1 }).keys()]).toEqual(['nurse 0']);
    const closing = aPoint({ closesAt: at + 5 * minute });
    expect([...estimate(aQueue(waiting(30), [closing]), emptyModel, { seed: 1 }).keys()]).not.toContain('nurse 29');
    expect(estimate(aQueue(waiting(3), []), emptyModel, { seed: 1 }).size).toBe(0);
  });

  it('lets those go before who are booked and stand before, and may not come', () => {
    const line = (booked: number): QueueNow => {
      const toCome = Array.from({ length: booked }, (_, index) => ({
        id: `booked ${index}`,
        serviceId: nurse,
        bookedAt: at + 2 * minute,
      }));
      return aQueue([...toCome, ...waiting(2)], [aPoint()]);
    };
    expect(minutesOf(line(3), 'nurse 1')).toBeGreaterThan(minutesOf(line(0), 'nurse 1') + 15);
    const answered = estimate(line(3), emptyModel, { seed: 1 });
    expect([...answered.keys()]).toEqual(['nurse 0', 'nurse 1']);
  });

  it('asks the queue’s own rule who is next, at each call of each path anew', () => {
    const people = waiting(3);
    let begun = 0;
    const lastFirst = {
      begin: () => void (begun += 1),
      next: (_point: number, isHere: Uint8Array) => isHere.lastIndexOf(1),
    };
    const now = aQueue(people, [aPoint()], { order: lastFirst });
    const estimates = estimate(now, emptyModel, { seed: 1, paths: 80 });
    expect(estimates.get('nurse 2')!.untilMs).toBeLessThan(minute);
    expect(estimates.get('nurse 0')!.medianMs).toBeGreaterThan(estimates.get('nurse 1')!.medianMs);
    expect(begun).toBe(80);
  });

  it('answers for those alone who are asked for, as it would for everybody', () => {
    const now = aQueue(waiting(5), [aPoint()]);
    const asked = estimate(now, emptyModel, { seed: 3, ticketIds: ['nurse 4'] });
    expect(asked).toEqual(new Map([['nurse 4', estimate(now, emptyModel, { seed: 3 }).get('nurse 4')]]));
  });

  it('reads its ends where the calibration has them', () => {
    const now = aQueue(waiting(5), [aPoint()]);
    const width = (learned: WaitModel): number => {
      const { fromMs, untilMs } = estimate(now, learned, { seed: 1 }).get('nurse 4')!;
      return untilMs - fromMs;
    };
    const missed = { serviceId: nurse, said: { fromMs: 10, untilMs: 20 }, waitedMs: 40 };
    const often = Array.from({ length: 10 }).reduce<WaitModel>((learned) => calibrate(learned, missed), emptyModel);
    expect(width(often)).toBeGreaterThan(width(emptyModel));
  });
});
