import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { paperOrdinals, paperPrefix } from '../numbering/paper-series.ts';
import { aConfiguration, idOf, rooms, services, TestQueue } from './testing.ts';

/** Monday, 2026-11-23, 10:00 in Madrid; the queue is at it a moment later. */
const tenOClock = Date.UTC(2026, 10, 23, 9);
type Visit = Omit<CommandOf<'enter-paper-visit'>, 'commandId'>;

function aVisit(changes: Partial<Visit> = {}): Visit {
  return {
    type: 'enter-paper-visit',
    number: 'W007',
    serviceId: services.general,
    arrivedAt: tenOClock - 2 * hourMs,
    reason: 'the edge was away',
    ...changes,
  };
}
const served: Partial<Visit> = {
  servicePointId: rooms.one,
  calledAt: tenOClock - 90 * minuteMs,
  startedAt: tenOClock - 85 * minuteMs,
  finishedAt: tenOClock - 70 * minuteMs,
  outcome: 'completed',
};
const codeOf = (decision: ReturnType<TestQueue['send']>) => (decision.ok ? undefined : decision.refusal.code);
const onlyTicket = (queue: TestQueue) => [...queue.state.tickets.values()].at(-1)!;

describe('a visit that was kept on paper', () => {
  it('becomes the usual facts, each with its own time', () => {
    const queue = new TestQueue().open(rooms.one);
    const decision = queue.send(aVisit(served));
    expect(
      decision.ok &&
        decision.facts.map(({ type, body }) => [type, (body as Visit & { occurredAt: number }).occurredAt]),
    ).toEqual([
      ['v1.TicketIssued', aVisit().arrivedAt],
      ['v1.TicketCalled', served.calledAt],
      ['v1.ServiceStarted', served.startedAt],
      ['v1.ServiceFinished', served.finishedAt],
    ]);
    expect(onlyTicket(queue)).toMatchObject({
      number: 'W007',
      source: 'paper',
      issuedAt: aVisit().arrivedAt,
      closedAt: served.finishedAt,
      standing: { state: 'completed' },
    });
  });

  it('of who waits in that queue now is theirs once it is over, and never open beside the other', () => {
    const queue = new TestQueue().open(rooms.one);
    const patientId = idOf(401);
    const waits = queue.issue(services.general, { patientId });
    const decision = queue.decide(aVisit({ outcome: 'left', patientId }));
    for (const fact of decision.ok ? decision.facts : []) {
      queue.append(fact);
      const open = [...queue.state.tickets.values()].filter(
        (ticket) => ticket.patientId === patientId && isOpen(ticket.standing.state),
      );
      expect(open.map(({ id }) => id)).toEqual([waits]);
    }
    expect(onlyTicket(queue)).toMatchObject({ number: 'W007', patientId, standing: { state: 'left' } });
  });

  it('never takes the room from who is in it, nor leaves it anything', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    const before = queue.state.servicePoints;
    queue.send(aVisit(served));
    queue.send(aVisit({ ...served, servicePointId: rooms.two, number: 'W008' }));
    expect(queue.state.servicePoints).toEqual(before);
  });

  it('is on no screen that calls', () => {
    const queue = new TestQueue().open(rooms.one);
    queue.send(aVisit(served));
    expect([...queue.state.calls.values()]).toMatchObject([{ at: served.calledAt, withdrawn: true }]);
  });

  it('waits at the place of its arrival while it has no outcome, and is called as everybody is', () => {
    const queue = new TestQueue().open(rooms.one);
    queue.issue();
    queue.send(aVisit());
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    const called = queue.state.tickets.get(queue.state.servicePoints.get(rooms.one)?.ticketId ?? '');
    expect(called).toMatchObject({ number: 'W007', standing: { state: 'called' } });
    expect([...queue.state.calls.values()]).toMatchObject([{ withdrawn: false }]);
  });

  it('of who left without being called ends when it was last heard of', () => {
    const queue = new TestQueue();
    queue.send(aVisit({ outcome: 'left' }));
    expect(onlyTicket(queue)).toMatchObject({ closedAt: aVisit().arrivedAt, standing: { state: 'left' } });
  });

  it('of an earlier day belongs to that day, and only of today may still wait', () => {
    const queue = new TestQueue();
    const yesterday = { arrivedAt: aVisit().arrivedAt - dayMs };
    expect(codeOf(queue.send(aVisit(yesterday)))).toBe('paper-visit-incomplete');
    queue.send(aVisit({ ...yesterday, outcome: 'left' }));
    expect(onlyTicket(queue).businessDay).toBe('2026-11-22');
  });

  it.each([
    ['served without a room', { ...served, servicePointId: undefined }],
    ['served until nobody knows when', { ...served, finishedAt: undefined }],
    ['served before it was called', { ...served, startedAt: tenOClock - 100 * minuteMs }],
    ['called and still waiting', { servicePointId: rooms.one, calledAt: tenOClock - hourMs }],
    ['called nowhere', { calledAt: tenOClock - hourMs, outcome: 'left' as const }],
  ])('is refused when it was %s', (_what, changes) => {
    const visit = JSON.parse(JSON.stringify(aVisit(changes as Partial<Visit>))) as Visit;
    expect(codeOf(new TestQueue().send(visit))).toBe('paper-visit-incomplete');
  });

  it.each([
    ['in the future', tenOClock + hourMs],
    ['more than seven days back', tenOClock - 7 * dayMs - hourMs],
  ])('is refused %s', (_when, arrivedAt) => {
    expect(codeOf(new TestQueue().send(aVisit({ arrivedAt, outcome: 'left' })))).toBe('occurred-at-out-of-range');
  });

  it('is refused while the same patient waits in the same queue, and on a day that was closed', () => {
    const queue = new TestQueue();
    const patientId = services.desk;
    queue.issue(services.general, { patientId });
    expect(codeOf(queue.send(aVisit({ patientId })))).toBe('patient-has-open-ticket');
    queue.send({ type: 'close-day' });
    expect(codeOf(queue.send(aVisit()))).toBe('day-closed');
    expect(queue.send(aVisit(served)).ok).toBe(true);
  });
});

describe('a number of the paper series', () => {
  it('is entered once a day, however it is written, unless it was taken back', () => {
    const queue = new TestQueue();
    queue.send(aVisit());
    expect(codeOf(queue.send(aVisit({ number: 'W7' })))).toBe('paper-number-used');
    expect(queue.send(aVisit({ arrivedAt: aVisit().arrivedAt - dayMs, outcome: 'left' })).ok).toBe(true);
    const { id: ticketId } = [...queue.state.tickets.values()][0]!;
    queue.send({ type: 'undo-check-in', ticketId });
    expect(queue.send(aVisit()).ok).toBe(true);
  });

  it('is told from those of a service by its letter', () => {
    expect(codeOf(new TestQueue().send(aVisit({ number: 'A007' })))).toBe('not-a-paper-number');
    expect(paperPrefix(aConfiguration)).toBe('W');
    const services = aConfiguration.services.map((service) => ({ ...service, prefix: 'W' }));
    expect(paperPrefix({ services })).toBe('Z');
    expect(paperPrefix({ services, paperPrefix: 'Y' })).toBe('Y');
  });

  it('is printed ahead once, from sheet to sheet and from day to day', () => {
    const queue = new TestQueue();
    const numbers = (count: number) => {
      const decision = queue.send({ type: 'print-paper-numbers', count });
      const [fact] = decision.ok ? decision.facts : [];
      return fact?.type === 'v1.PaperNumbersDrawn' ? fact.body.numbers : [];
    };
    expect(numbers(13).slice(-2)).toEqual(['W012', 'W014']);
    queue.businessDay = '2026-11-24';
    expect(numbers(2)).toEqual(['W015', 'W016']);
  });

  it('never is on a sheet twice, nor skipped though it must not be', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999 }), fc.integer({ min: 1, max: 100 }), (last, count) => {
        const ordinals = paperOrdinals(last, count, aConfiguration.skippedOrdinals);
        expect(new Set(ordinals).size).toBe(count);
        expect(ordinals.every((ordinal) => ordinal >= 1 && ordinal <= 999 && ordinal !== 13)).toBe(true);
      }),
    );
  });
});
