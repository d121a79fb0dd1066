// The promises of the queue under any order of commands, through changes of the configuration and of the day: a number
// is called to one room, replay equals state, nobody is twice in a queue or stuck in it, an undo puts back exactly what was.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapAfterMs } from '@foyer/contracts/gap.ts';
import { RoomState, TicketState, isOccupied, isOpen, roomStates } from '@foyer/contracts/ticket-state.ts';
import { addDays } from '../calendar/business-day.ts';
import { explain } from './explain.ts';
import { compareTickets, isCandidate } from './order.ts';
import { evolve } from './evolve.ts';
import { emptyQueue, withChanges, type QueueState } from './queue-state.ts';
import { aConfiguration, idOf, rooms, services, TestQueue } from './testing.ts';

const room = fc.constantFrom(...Object.values(rooms));
const service = fc.constantFrom(...Object.values(services));
const nth = fc.nat({ max: 12 });
const together = fc.constantFrom(undefined, true);
const finish = fc.constantFrom(undefined, true, 'completed', 'not-answered');

const aStep = fc.oneof(
  fc.record({
    type: fc.constant('issue-ticket'),
    serviceId: service,
    patient: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
    priorityClass: fc.constantFrom('priority', 'walk-in'),
    joins: fc.boolean(),
    nth,
  }),
  fc.record({ type: fc.constant('call-next'), servicePointId: room, finishCurrent: finish, withParty: together }),
  fc.record({
    type: fc.constant('set-room-state'),
    servicePointId: room,
    roomState: fc.constantFrom(...roomStates),
  }),
  fc.record({
    type: fc.constant('call-ticket'),
    servicePointId: room,
    nth,
    finishCurrent: finish,
    withParty: together,
  }),
  fc.record({
    type: fc.constantFrom('open-service-point', 'pause-service-point', 'close-service-point'),
    servicePointId: room,
  }),
  fc.record({ type: fc.constantFrom('recall', 'serve-without-ticket'), servicePointId: room, serviceId: service }),
  fc.record({
    type: fc.constantFrom('hand-over', 'leave-service-point', 'take-over'),
    servicePointId: room,
    toStaffId: fc.constantFrom(idOf(202), idOf(203)),
  }),
  fc.record({ type: fc.constantFrom('step-out', 'step-out', 'call-back'), nth, whenAhead: fc.constantFrom(0, 1) }),
  fc.record({
    type: fc.constantFrom(
      'confirm-arrival',
      'confirm-still-here',
      'back-inside',
      'acknowledge-walk',
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
  fc.record({
    change: fc.constant('configuration'),
    prefixes: fc.shuffledSubarray(['A', 'R', 'H', 'C'], { minLength: 3, maxLength: 3 }),
    rooms: fc.subarray(Object.values(rooms)),
    cleaned: fc.subarray(Object.values(rooms)),
  }),
  fc.record({ change: fc.constant('day') }),
  fc.record({ change: fc.constant('gap') }),
);

function run(
  steps: readonly Record<string, unknown>[],
  after: (queue: TestQueue, step: Record<string, unknown>, before: QueueState) => void,
) {
  const queue = new TestQueue().open(...Object.values(rooms));
  for (const step of steps) {
    if ('change' in step) {
      change(queue, step);
      continue;
    }
    const tickets = [...queue.state.tickets.values()];
    const ticket = tickets[tickets.length === 0 ? 0 : ((step['nth'] as number | undefined) ?? 0) % tickets.length];
    const patientId = step['patient'] === undefined ? undefined : idOf(400 + (step['patient'] as number));
    const command: Record<string, unknown> = {
      priorityClass: 'emergency',
      reason: 'because',
      ...step,
      patientId,
      ticketId: ticket?.id,
      partyOf: step['joins'] === true ? ticket?.id : undefined,
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

/** What befalls the clinic and is no command: other letters, fewer rooms, another day, a power cut. */
function change(queue: TestQueue, step: Record<string, unknown>): void {
  if (step['change'] === 'day') {
    queue.businessDay = addDays(queue.businessDay, 1);
    return;
  }
  if (step['change'] === 'gap') {
    const { at } = queue.moment();
    queue.append({ type: 'v1.GapNoticed', body: { from: at - gapAfterMs - 1, until: at } });
    return;
  }
  const prefixes = step['prefixes'] as readonly string[];
  queue.configuration = {
    ...aConfiguration,
    services: aConfiguration.services.map((each, index) => ({ ...each, prefix: prefixes[index] ?? each.prefix })),
    servicePoints: aConfiguration.servicePoints
      .filter(({ id }) => (step['rooms'] as readonly string[]).includes(id))
      .map((point) => ({ ...point, cleaning: (step['cleaned'] as readonly string[]).includes(point.id) })),
  };
}

/** The rooms that are open, free and clean. */
function callingRooms({ state, configuration }: TestQueue) {
  return configuration.servicePoints.filter(({ id }) => {
    const record = state.servicePoints.get(id);
    return record?.state === 'open' && record.ticketId === null && record.room.state === RoomState.empty;
  });
}

/** `max`: as long as it says, where a day of the default size would be ten steps. */
const steps = fc.array(aStep, { maxLength: 60, size: 'max' });

/** Of whoever took the second number: what calls them in, and what ends their wait. */
const theSecond = { nth: 1, servicePointId: rooms.one };
const callsIn = [
  { type: 'call-ticket', ...theSecond, finishCurrent: 'completed' },
  { type: 'confirm-arrival', ...theSecond },
];
const endings = [
  callsIn,
  [...callsIn, { type: 'finish-service', ...theSecond }],
  ...['mark-left', 'cancel-ticket', 'undo-check-in'].map((type) => [{ type, ...theSecond }]),
];

/** Somebody steps out while another one is ahead, and is called in or gone, whatever else happens before and after. */
const somebodyOutside = fc
  .tuple(
    fc.constantFrom(...endings),
    fc.array(aStep, { maxLength: 3, size: 'max' }),
    fc.array(aStep, { maxLength: 20, size: 'max' }),
  )
  .map(([ending, meanwhile, afterwards]): readonly Record<string, unknown>[] => [
    { type: 'issue-ticket', serviceId: services.general },
    { type: 'issue-ticket', serviceId: services.general },
    { type: 'step-out', nth: 1, whenAhead: 0 },
    ...meanwhile,
    ...ending,
    ...afterwards,
  ]);

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

  it('never has a patient in a room that is empty or to be cleaned, nor a room occupied by nobody', () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, ({ state }) => {
          for (const { id, room: goesOn, ticketId } of state.servicePoints.values()) {
            const stay = state.tickets.get(ticketId ?? '')?.standing;
            const isIn = stay?.state === TicketState.serving;
            expect(isOccupied(goesOn.state)).toBe(isIn);
            if (isIn) expect({ id: stay.servicePointId, room: stay.room }).toEqual({ id, room: goesOn });
          }
          for (const { standing } of state.tickets.values()) {
            expect(standing.room !== null).toBe(standing.state === TicketState.serving);
          }
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
        run(list, (queue, command, before) => {
          const point = queue.configuration.servicePoints.find(({ id }) => id === command['servicePointId']);
          if (command['type'] !== 'call-next' || point === undefined) return;
          const { state, world } = queue;
          const current = state.servicePoints.get(point.id)?.ticketId ?? null;
          if (current === null || current === before.servicePoints.get(point.id)?.ticketId) return;
          const called = before.tickets.get(current)!;
          const candidates = [...before.tickets.values()].filter((ticket) => isCandidate(ticket, point, before, world));
          expect(candidates.every((other) => other.id === called.id || compareTickets(called, other) < 0)).toBe(true);
        });
      }),
    );
  });

  it('never calls anybody again of whom nobody has said since a power cut that they are there', () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, ({ state, rows }, _command, before) => {
          const again = state === before ? undefined : rows.at(-1);
          if (again?.type !== 'v1.TicketRecalled') return;
          expect(before.tickets.get(again.body.ticketId)?.inDoubtSince).toBeUndefined();
        });
      }),
    );
  });

  it('never has anybody outside who is in a room or gone', () => {
    fc.assert(
      fc.property(somebodyOutside, (list) => {
        run(list, ({ state }) => {
          for (const { standing, stepOut } of state.tickets.values()) {
            const isIn = standing.state === TicketState.serving || !isOpen(standing.state);
            expect(isIn && stepOut !== undefined).toBe(false);
          }
        });
      }),
    );
  });

  it('always undoes a step to exactly the standing before it', () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, ({ state, rows }, _command, before) => {
          const last = rows.at(-1);
          if (state === before || last?.type !== 'v1.StepUndone') return;
          expect(state.tickets.get(last.body.ticketId)?.standing).toEqual(
            before.tickets.get(last.body.ticketId)?.last.before,
          );
        });
      }),
    );
  });

  it('always undoes an identification to whose the ticket was before it', () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, ({ state, rows }, _command, before) => {
          const last = rows.at(-1);
          if (state === before || last?.type !== 'v1.StepUndone') return;
          const ticketId = last.body.ticketId;
          const wasIdentified = last.body.undoneType === 'v1.TicketIdentified';
          const whose = wasIdentified ? null : before.tickets.get(ticketId)?.patientId;
          expect(state.tickets.get(ticketId)?.patientId).toBe(whose);
        });
      }),
    );
  });

  it('never gives two tickets of a day the same number, nor one that somebody still holds', () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, ({ state }, _command, before) => {
          const issued = [...state.tickets.values()].filter(({ id }) => !before.tickets.has(id));
          for (const { number, businessDay } of issued) {
            const alike = [...before.tickets.values()].filter((ticket) => ticket.number === number);
            const held = alike.filter((ticket) => isOpen(ticket.standing.state) || ticket.businessDay === businessDay);
            expect(held).toEqual([]);
          }
        });
      }),
    );
  });

  it('never leaves anybody waiting whom no open room may call, while one serves what they wait for', () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, ({ state, world, configuration }) => {
          const stateOf = (id: string | null) =>
            configuration.servicePoints.some((point) => point.id === id)
              ? state.servicePoints.get(id!)?.state
              : undefined;
          const open = configuration.servicePoints.filter(({ id }) => stateOf(id) === 'open');
          for (const ticket of state.tickets.values()) {
            const { standing } = ticket;
            const isServed = open.some(({ serviceIds }) => serviceIds.includes(standing.serviceId));
            const waitsForPause = stateOf(standing.forServicePointId) === 'paused';
            if (standing.state !== TicketState.waiting || !isServed || waitsForPause) continue;
            expect(open.some((point) => isCandidate(ticket, point, state, world))).toBe(true);
          }
        });
      }),
    );
  });

  it('always calls next the one that is explained to stand first at the room', () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, (queue) => {
          const explained = [...queue.state.tickets.keys()].map((id) => explain(queue.state, id, queue.world)!);
          const first = new Set<string>();
          for (const { id: servicePointId } of callingRooms(queue)) {
            const named = [...queue.state.tickets.keys()].filter((_id, index) =>
              explained[index]?.points.some((place) => place.servicePointId === servicePointId && place.position === 1),
            );
            const decision = queue.decide({ type: 'call-next', servicePointId });
            const called = decision.ok ? decision.facts.map(({ body }) => (body as { ticketId: string }).ticketId) : [];
            expect(named).toEqual(called);
            for (const id of called) first.add(id);
          }
          for (const [index, id] of [...queue.state.tickets.keys()].entries()) {
            if (first.has(id)) expect(explained[index]).toMatchObject({ position: 1, before: [] });
          }
        });
      }),
    );
  });
});
