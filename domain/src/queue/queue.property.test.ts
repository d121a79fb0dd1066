// The promises of the queue under any order of commands: a number is called to one room, replay equals state, nobody
// is twice in a queue, an undo puts back exactly what was.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { compareTickets, isCandidate } from './order.ts';
import { evolve } from './evolve.ts';
import { emptyQueue, withChanges, type QueueState } from './queue-state.ts';
import { aConfiguration, idOf, rooms, services, TestQueue } from './testing.ts';

const room = fc.constantFrom(...Object.values(rooms));
const service = fc.constantFrom(...Object.values(services));
const nth = fc.nat({ max: 12 });
const finish = fc.constantFrom(undefined, true, 'completed', 'not-answered');

const aStep = fc.oneof(
  fc.record({
    type: fc.constant('issue-ticket'),
    serviceId: service,
    patient: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
    priorityClass: fc.constantFrom('priority', 'walk-in'),
  }),
  fc.record({ type: fc.constant('call-next'), servicePointId: room, finishCurrent: finish }),
  fc.record({ type: fc.constant('call-ticket'), servicePointId: room, nth, finishCurrent: finish }),
  fc.record({
    type: fc.constantFrom('open-service-point', 'pause-service-point', 'close-service-point'),
    servicePointId: room,
  }),
  fc.record({ type: fc.constantFrom('recall', 'serve-without-ticket'), servicePointId: room, serviceId: service }),
  fc.record({
    type: fc.constantFrom(
      'confirm-arrival',
      'finish-service',
      'mark-not-answered',
      'hold',
      'resume',
      'mark-left',
      'cancel-ticket',
      'undo-check-in',
      'undo',
      'undo',
      'identify-ticket',
      'set-priority',
    ),
    nth,
    patient: fc.nat({ max: 3 }),
  }),
  fc.record({
    type: fc.constant('transfer'),
    nth,
    toServiceId: fc.option(service, { nil: undefined }),
    toServicePointId: fc.option(room, { nil: undefined }),
    placement: fc.constantFrom('front', 'by-time', 'back'),
  }),
);

function run(
  steps: readonly Record<string, unknown>[],
  after: (queue: TestQueue, step: Record<string, unknown>, before: QueueState) => void,
) {
  const queue = new TestQueue().open(...Object.values(rooms));
  for (const step of steps) {
    const tickets = [...queue.state.tickets.values()];
    const ticket = tickets[tickets.length === 0 ? 0 : ((step['nth'] as number | undefined) ?? 0) % tickets.length];
    const patientId = step['patient'] === undefined ? undefined : idOf(400 + (step['patient'] as number));
    const command: Record<string, unknown> = {
      priorityClass: 'emergency',
      reason: 'because',
      ...step,
      patientId,
      ticketId: ticket?.id,
    };
    if (step['type'] !== 'call-ticket' && !('servicePointId' in step))
      command['servicePointId'] = ticket?.standing.servicePointId ?? rooms.one;
    if (step['type'] === 'undo') Object.assign(command, { epoch: ticket?.last.epoch ?? 1, seq: ticket?.last.seq ?? 1 });
    for (const key of Object.keys(command)) if (command[key] === undefined) delete command[key];
    const before = queue.state;
    queue.send(command as never);
    after(queue, command, before);
  }
  return queue;
}

const steps = fc.array(aStep, { maxLength: 60 });

describe('the queue', () => {
  it('never has a ticket in two rooms, nor two tickets in a room', () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, ({ state }) => {
          const atPoints = [...state.servicePoints.values()].flatMap((point) =>
            point.ticketId === null ? [] : [`${point.ticketId} ${point.id}`],
          );
          const atTickets = [...state.tickets.values()]
            .filter(({ standing }) => standing.state === TicketState.called || standing.state === TicketState.serving)
            .map((ticket) => `${ticket.id} ${ticket.standing.servicePointId}`);
          expect(atPoints.toSorted()).toEqual(atTickets.toSorted());
          expect(new Set(atPoints.map((pair) => pair.split(' ')[0])).size).toBe(atPoints.length);
        });
      }),
    );
  });

  it('never has a patient twice in the queue of one service', () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, ({ state }) => {
          const open = [...state.tickets.values()].filter(
            (ticket) => ticket.patientId !== null && isOpen(ticket.standing.state),
          );
          const keys = open.map((ticket) => `${ticket.patientId}/${ticket.standing.serviceId}`);
          expect(new Set(keys).size).toBe(keys.length);
        });
      }),
    );
  });

  it('always replays to the same state', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const queue = run(list, () => undefined);
        const replayed = queue.rows.reduce((state, row) => withChanges(state, evolve(state, row)), emptyQueue);
        expect(replayed).toEqual(queue.state);
      }),
    );
  });

  it('always calls one that no other candidate comes before', () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, ({ state }, command, before) => {
          if (command['type'] !== 'call-next') return;
          const point = aConfiguration.servicePoints.find(({ id }) => id === command['servicePointId'])!;
          const current = state.servicePoints.get(point.id)?.ticketId ?? null;
          if (current === null || current === before.servicePoints.get(point.id)?.ticketId) return;
          const called = before.tickets.get(current)!;
          const candidates = [...before.tickets.values()].filter((ticket) => isCandidate(ticket, point));
          expect(candidates.every((other) => other.id === called.id || compareTickets(called, other) < 0)).toBe(true);
        });
      }),
    );
  });

  it('always undoes a step to exactly the standing before it', () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, ({ state, rows }, command, before) => {
          const last = rows.at(-1);
          if (
            command['type'] !== 'undo' ||
            last?.type !== 'v1.StepUndone' ||
            last.seq !== state.tickets.get(last.body.ticketId)?.last.seq
          )
            return;
          expect(state.tickets.get(last.body.ticketId)?.standing).toEqual(
            before.tickets.get(last.body.ticketId)?.last.before,
          );
        });
      }),
    );
  });

  it('never gives two tickets of a day the same number', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const numbers = [...run(list, () => undefined).state.tickets.values()].map((ticket) => ticket.number);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });
});
