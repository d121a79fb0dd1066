import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { Sender } from '../decision.ts';
import { nextCallAt } from './next-call.ts';
import { aConfiguration, idOf, rooms, TestQueue } from './testing.ts';

const [ana, bo] = [idOf(301), idOf(302)];
const nurse = (staffId: string): Sender => ({ actor: `staff:${staffId}`, roles: ['supervisor'], staffId });
const servicePointId = rooms.two;
const refused = (code: string) => ({ ok: false, refusal: { code } });
const point = ({ state }: TestQueue) => state.servicePoints.get(servicePointId);
const facts = ({ rows }: TestQueue, type: string) => rows.filter((row) => row.type === type).map(({ body }) => body);

describe('a pause', () => {
  it('says why and until when, is said anew when that changes, and ends when the room opens', () => {
    const queue = new TestQueue().open(servicePointId);
    const until = queue.moment().at + hourMs;
    const lunch = { type: 'pause-service-point', servicePointId, kind: 'lunch' } as const;
    for (const more of [{ until }, { until }, { until: until + minuteMs }]) queue.send({ ...lunch, ...more });
    expect(facts(queue, 'v1.ServicePointPaused')).toHaveLength(2);
    expect(point(queue)).toMatchObject({ state: 'paused', pause: { kind: 'lunch', until: until + minuteMs } });
    queue.open(servicePointId);
    expect(point(queue)).not.toHaveProperty('pause');
  });

  it('without a plan is a pause as well, and takes no plan away', () => {
    const queue = new TestQueue().open(servicePointId);
    queue.send({ type: 'pause-service-point', servicePointId });
    expect(point(queue)).not.toHaveProperty('pause');
    queue.send({ type: 'pause-service-point', servicePointId, kind: 'break' });
    queue.send({ type: 'pause-service-point', servicePointId });
    expect(point(queue)?.pause?.kind).toBe('break');
  });

  it('is not planned to end before it began, nor on another day', () => {
    const queue = new TestQueue().open(servicePointId);
    const { at } = queue.moment();
    for (const until of [at, at + 13 * hourMs]) {
      const decision = queue.send({ type: 'pause-service-point', servicePointId, until });
      expect(decision).toEqual(refused('return-out-of-range'));
    }
  });

  it('is no part of the time that it was open for, nor is a gap, and who left before it is forgotten', () => {
    const queue = new TestQueue().open(servicePointId);
    const openedAt = point(queue)!.openSince!;
    const ticketId = queue.issue();
    queue.send({ type: 'call-next', servicePointId });
    queue.send({ type: 'finish-service', servicePointId, ticketId });
    expect(point(queue)).toMatchObject({ openSince: openedAt, lastLeftAt: queue.ticket(ticketId).closedAt });
    queue.send({ type: 'open-service-point', servicePointId });
    expect(point(queue)?.openSince).toBe(openedAt);
    queue.send({ type: 'pause-service-point', servicePointId });
    expect(point(queue)).not.toHaveProperty('openSince');
    queue.pass(hourMs).send({ type: 'open-service-point', servicePointId });
    expect(point(queue)?.openSince).toBeGreaterThan(openedAt + hourMs);
    expect(point(queue)).not.toHaveProperty('lastLeftAt');
    const until = openedAt + 2 * hourMs;
    queue.append({ type: 'v1.GapNoticed', body: { from: openedAt + hourMs, until } });
    expect(point(queue)?.openSince).toBe(until);
  });

  it('tells who waits when the first room goes on, while none calls and only as long as that is ahead', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const { at } = queue.moment();
    const told = (now = at) => nextCallAt(aConfiguration.servicePoints.slice(0, 2), queue.state, now);
    queue.send({ type: 'pause-service-point', servicePointId: rooms.two, kind: 'lunch', until: at + hourMs });
    expect(told()).toBeUndefined();
    queue.send({ type: 'pause-service-point', servicePointId: rooms.one, kind: 'break', until: at + 20 * minuteMs });
    expect(told()).toBe(at + 20 * minuteMs);
    expect(told(at + 20 * minuteMs)).toBe(at + hourMs);
    expect(told(at + hourMs)).toBeUndefined();
    queue.send({ type: 'close-service-point', servicePointId: rooms.one });
    expect(told()).toBe(at + hourMs);
  });
});

describe('handing a room over', () => {
  const worksThere = (staffId: string): TestQueue => {
    const queue = new TestQueue();
    queue.send({ type: 'open-service-point', servicePointId }, nurse(staffId));
    return queue;
  };

  it('leaves it between the two until the other takes over, which is a fact', () => {
    const queue = worksThere(ana);
    queue.send({ type: 'hand-over', servicePointId, toStaffId: bo }, nurse(ana));
    expect(point(queue)).toMatchObject({ staffId: bo, state: 'open', handOver: { fromStaffId: ana } });
    queue.send({ type: 'take-over', servicePointId }, nurse(bo));
    expect(point(queue)).not.toHaveProperty('handOver');
    expect(facts(queue, 'v1.ServicePointTakenOver')).toEqual([{ servicePointId, staffId: bo, fromStaffId: ana }]);
  });

  it('may be to nobody yet: the room stays as it is, without anybody who answers for it', () => {
    const queue = worksThere(ana);
    const ticketId = queue.issue();
    queue.send({ type: 'call-next', servicePointId });
    for (let time = 0; time < 2; time += 1) queue.send({ type: 'leave-service-point', servicePointId }, nurse(ana));
    expect(facts(queue, 'v1.ServicePointLeft')).toEqual([{ servicePointId, fromStaffId: ana }]);
    expect(point(queue)).toMatchObject({ state: 'open', staffId: null, ticketId, handOver: { fromStaffId: ana } });
  });

  it('is taken by whoever comes, and by who opens the room or takes it back', () => {
    for (const type of ['take-over', 'open-service-point'] as const) {
      for (const who of [ana, bo]) {
        const queue = worksThere(ana);
        queue.send({ type: 'leave-service-point', servicePointId }, nurse(ana));
        queue.send({ type, servicePointId }, nurse(who));
        expect(point(queue)).toMatchObject({ staffId: who, state: 'open' });
        expect(point(queue)).not.toHaveProperty('handOver');
      }
    }
  });

  it('is no fact twice, and none of a closed room', () => {
    const queue = worksThere(ana);
    queue.send({ type: 'take-over', servicePointId }, nurse(ana));
    expect(facts(queue, 'v1.ServicePointTakenOver')).toEqual([]);
    queue.send({ type: 'close-service-point', servicePointId });
    expect(queue.send({ type: 'take-over', servicePointId }, nurse(bo))).toEqual(refused('service-point-closed'));
  });
});
