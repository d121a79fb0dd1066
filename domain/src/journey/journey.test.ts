import { describe, expect, it } from 'vitest';
import type { JourneyTemplate } from '@foyer/contracts/journey.ts';
import { actsAt } from '../queue/acts-at.ts';
import { decideCheckIn } from '../queue/check-in.ts';
import { aConfiguration, aNurse, idOf, rooms, services, TestQueue } from '../queue/testing.ts';

const { general, blood, desk } = services;
const journeyId = idOf(900);

function aTemplate(steps: JourneyTemplate['steps'], more: Partial<JourneyTemplate> = {}): JourneyTemplate {
  return { id: journeyId, name: { en: 'Check-up' }, steps, ...more };
}
const checkUp = aTemplate(
  [
    { id: 'nurse', serviceId: general, after: [] },
    { id: 'blood', serviceId: blood, after: ['nurse'] },
    { id: 'desk', serviceId: desk, after: ['blood'], whenReady: true },
  ],
  { startsWith: general },
);

function aQueue(template: JourneyTemplate = checkUp): TestQueue {
  const queue = new TestQueue().open(...Object.values(rooms));
  queue.configuration = { ...aConfiguration, journeys: [template] };
  return queue;
}
/** Called and finished at a room. */
function serve(queue: TestQueue, ticketId: string, servicePointId: string) {
  queue.send({ type: 'call-ticket', servicePointId, ticketId, reason: 'next' });
  queue.send({ type: 'confirm-arrival', servicePointId, ticketId });
  return queue.send({ type: 'finish-service', servicePointId, ticketId });
}
const states = (queue: TestQueue, ticketId: string) =>
  Object.fromEntries((queue.ticket(ticketId).standing.journey?.steps ?? []).map(({ id, state }) => [id, state]));
const typesOf = (decision: ReturnType<TestQueue['send']>) =>
  decision.ok ? decision.facts.map(({ type }) => type) : decision.refusal.code;
function undo(queue: TestQueue, ticketId: string) {
  const { epoch, seq } = queue.ticket(ticketId).last;
  return queue.send({ type: 'undo', ticketId, epoch, seq });
}

describe('a journey', () => {
  it('begins by itself with a number for its first service', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    expect(states(queue, ticketId)).toEqual({ nurse: 'here', blood: 'ahead', desk: 'ahead' });
    expect(queue.ticket(queue.issue(blood)).standing).not.toHaveProperty('journey');
  });

  it('begins at check-in, too', () => {
    const queue = aQueue();
    const appointment = { id: idOf(501), patientId: idOf(401), serviceId: general, at: 0, ticketId: null };
    const decision = decideCheckIn({ appointment, needs: [] }, aNurse, queue.state, queue.world, queue.moment());
    expect(typesOf(decision)).toEqual(['v1.TicketIssued', 'v1.JourneyStarted', 'v1.AppointmentCheckedIn']);
  });

  it('leads on to the next step with the same number when a step is finished', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    const { number } = queue.ticket(ticketId);
    expect(typesOf(serve(queue, ticketId, rooms.one))).toEqual(['v1.ServiceFinished', 'v1.JourneyWentOn']);
    expect(queue.ticket(ticketId)).toMatchObject({ number, standing: { state: 'waiting', serviceId: blood } });
    expect(queue.state.servicePoints.get(rooms.one)?.ticketId).toBeNull();
    expect(states(queue, ticketId)).toEqual({ nurse: 'done', blood: 'here', desk: 'ahead' });
  });

  it('leads on from a room that calls the next one as well', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    queue.issue(general);
    queue.send({ type: 'call-next', servicePointId: rooms.two });
    queue.send({ type: 'call-next', servicePointId: rooms.two, finishCurrent: 'completed' });
    expect(queue.ticket(ticketId).standing).toMatchObject({ state: 'waiting', serviceId: blood });
  });

  it('is over when its last step is finished', () => {
    const queue = aQueue(aTemplate([{ id: 'nurse', serviceId: general, after: [] }], { startsWith: general }));
    const ticketId = queue.issue(general);
    expect(typesOf(serve(queue, ticketId, rooms.one))).toEqual(['v1.ServiceFinished']);
    expect(queue.ticket(ticketId).standing.state).toBe('completed');
  });

  it('goes nowhere by itself when the day ends', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    queue.send({ type: 'call-next', servicePointId: rooms.two });
    queue.send({ type: 'confirm-arrival', servicePointId: rooms.two, ticketId });
    queue.send({ type: 'close-day' });
    expect(queue.ticket(ticketId).standing.state).toBe('completed');
  });

  it('waits behind everybody of the next queue', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    const before = queue.issue(blood);
    serve(queue, ticketId, rooms.two);
    queue.send({ type: 'call-next', servicePointId: rooms.lab });
    expect(queue.state.servicePoints.get(rooms.lab)?.ticketId).toBe(before);
  });
});

describe('steps that wait for none of each other', () => {
  const parallel = aTemplate(
    [
      { id: 'nurse', serviceId: general, after: [] },
      { id: 'blood', serviceId: blood, after: ['nurse'] },
      { id: 'desk', serviceId: desk, after: ['nurse'] },
    ],
    { startsWith: general },
  );

  it('are taken where the fewest wait', () => {
    const queue = aQueue(parallel);
    const ticketId = queue.issue(general);
    queue.issue(blood);
    serve(queue, ticketId, rooms.two);
    expect(queue.ticket(ticketId).standing.serviceId).toBe(desk);
  });

  it('are taken where a room is open, however many wait there', () => {
    const queue = aQueue(parallel);
    const ticketId = queue.issue(general);
    queue.issue(blood);
    queue.send({ type: 'close-service-point', servicePointId: rooms.lab });
    serve(queue, ticketId, rooms.two);
    expect(queue.ticket(ticketId).standing.serviceId).toBe(blood);
  });

  it('are each taken once', () => {
    const queue = aQueue(parallel);
    const ticketId = queue.issue(general);
    serve(queue, ticketId, rooms.two);
    serve(queue, ticketId, rooms.lab);
    serve(queue, ticketId, rooms.lab);
    expect(queue.ticket(ticketId).standing.state).toBe('completed');
    expect(Object.values(states(queue, ticketId))).toEqual(['done', 'done', 'done']);
  });
});

describe('a step whose queue the patient cannot join', () => {
  it('is skipped where another of their numbers stands in it, and that one is named', () => {
    const queue = aQueue();
    const patientId = idOf(401);
    const other = queue.issue(blood, { patientId });
    const ticketId = queue.issue(general, { patientId });
    const decision = serve(queue, ticketId, rooms.two);
    expect(decision).toMatchObject({
      facts: [{}, { type: 'v1.JourneyStepSkipped', body: { stepId: 'blood', otherTicketId: other } }, {}],
    });
    expect(queue.ticket(ticketId).standing.serviceId).toBe(desk);
  });

  it('is skipped where the clinic gives that service no more', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    const given = queue.configuration.services.filter(({ id }) => id !== blood);
    queue.configuration = { ...queue.configuration, services: given };
    serve(queue, ticketId, rooms.two);
    expect(states(queue, ticketId)).toMatchObject({ blood: 'skipped', desk: 'here' });
  });
});

describe('a step that has to be ready', () => {
  function atTheDesk() {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    serve(queue, ticketId, rooms.two);
    serve(queue, ticketId, rooms.lab);
    return { queue, ticketId };
  }

  it('keeps its patient out of the queue until staff say so, and then in the place they came at', () => {
    const { queue, ticketId } = atTheDesk();
    const { placeAt } = queue.ticket(ticketId).standing;
    expect(queue.ticket(ticketId).standing).toMatchObject({ state: 'on-hold', serviceId: desk });
    expect(queue.decide({ type: 'call-next', servicePointId: rooms.lab })).toMatchObject({ ok: false });
    queue.send({ type: 'mark-ready', ticketId, stepId: 'desk' });
    expect(queue.ticket(ticketId).standing).toMatchObject({ state: 'waiting', placeAt });
  });

  it('is called at once where it was ready before its patient came', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    queue.send({ type: 'mark-ready', ticketId, stepId: 'desk' });
    expect(queue.ticket(ticketId).standing).toMatchObject({ state: 'waiting', serviceId: general });
    serve(queue, ticketId, rooms.two);
    serve(queue, ticketId, rooms.lab);
    expect(queue.ticket(ticketId).standing).toMatchObject({ state: 'waiting', serviceId: desk });
  });

  it('has nothing to do with what is paid: it is said and taken back after a payment as before', () => {
    const { queue, ticketId } = atTheDesk();
    queue.paid.add(ticketId);
    const before = queue.ticket(ticketId).standing;
    expect(queue.send({ type: 'mark-ready', ticketId, stepId: 'desk' }).ok).toBe(true);
    expect(undo(queue, ticketId).ok).toBe(true);
    expect(queue.ticket(ticketId).standing).toEqual(before);
  });

  it('is taken last of those that may be taken', () => {
    const queue = aQueue(
      aTemplate(
        [
          { id: 'nurse', serviceId: general, after: [] },
          { id: 'desk', serviceId: desk, after: [], whenReady: true },
          { id: 'blood', serviceId: blood, after: [] },
        ],
        { startsWith: general },
      ),
    );
    const ticketId = queue.issue(general);
    queue.issue(blood);
    serve(queue, ticketId, rooms.two);
    expect(queue.ticket(ticketId).standing.serviceId).toBe(blood);
  });

  it('is for its own staff to say, in whichever room the patient is meanwhile', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    queue.send({ type: 'call-next', servicePointId: rooms.two });
    expect(actsAt({ type: 'mark-ready', ticketId }, queue.state)).toBeUndefined();
    expect(actsAt({ type: 'skip-journey-step', ticketId }, queue.state)).toBe(rooms.two);
  });

  it('is refused of a step that needs no word, and changes nothing when said twice', () => {
    const { queue, ticketId } = atTheDesk();
    expect(queue.decide({ type: 'mark-ready', ticketId, stepId: 'blood' })).toMatchObject({
      refusal: { code: 'wrong-step-state', stepState: 'done' },
    });
    queue.send({ type: 'mark-ready', ticketId, stepId: 'desk' });
    expect(typesOf(queue.send({ type: 'mark-ready', ticketId, stepId: 'desk' }))).toEqual(['v1.CommandHadNoEffect']);
  });
});

describe('steps by hand', () => {
  it('begin where the ticket stands, whatever the template begins with', () => {
    const queue = aQueue(aTemplate([{ id: 'blood', serviceId: blood, after: [] }]));
    const ticketId = queue.issue(general);
    queue.send({ type: 'start-journey', ticketId, journeyId });
    const steps = queue.ticket(ticketId).standing.journey?.steps ?? [];
    expect(steps).toMatchObject([
      { serviceId: general, state: 'here' },
      { id: 'blood', state: 'ahead', after: [steps[0]?.id] },
    ]);
    expect(queue.decide({ type: 'start-journey', ticketId, journeyId })).toMatchObject({
      refusal: { code: 'journey-running' },
    });
    expect(queue.decide({ type: 'start-journey', ticketId, journeyId: idOf(999) })).toMatchObject({
      refusal: { code: 'unknown-journey' },
    });
  });

  it('make two services of one visit', () => {
    const queue = aQueue();
    const ticketId = queue.issue(desk);
    queue.send({ type: 'add-journey-step', ticketId, serviceId: blood });
    queue.send({ type: 'add-journey-step', ticketId, serviceId: general });
    const served = [0, 1, 2].map(() => {
      const { serviceId } = queue.ticket(ticketId).standing;
      serve(queue, ticketId, rooms.lab);
      return serviceId;
    });
    expect(served.toSorted()).toEqual([desk, blood, general].toSorted());
    expect(queue.ticket(ticketId).standing.state).toBe('completed');
  });

  it('are skipped with a reason, or without one where the step is optional', () => {
    const queue = aQueue(
      aTemplate(
        [
          { id: 'nurse', serviceId: general, after: [] },
          { id: 'blood', serviceId: blood, after: [] },
          { id: 'desk', serviceId: desk, after: [], optional: true },
        ],
        { startsWith: general },
      ),
    );
    const ticketId = queue.issue(general);
    expect(queue.decide({ type: 'skip-journey-step', ticketId, stepId: 'blood' })).toMatchObject({
      refusal: { code: 'reason-needed' },
    });
    expect(queue.send({ type: 'skip-journey-step', ticketId, stepId: 'desk' }).ok).toBe(true);
    expect(queue.send({ type: 'skip-journey-step', ticketId, stepId: 'blood', reason: 'done last week' }).ok).toBe(
      true,
    );
    serve(queue, ticketId, rooms.two);
    expect(queue.ticket(ticketId).standing.state).toBe('completed');
  });

  it('let a patient who waits for a skipped step go on at once', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    queue.send({ type: 'skip-journey-step', ticketId, stepId: 'nurse', reason: 'seen yesterday' });
    expect(queue.ticket(ticketId).standing).toMatchObject({ state: 'waiting', serviceId: blood });
  });

  it('leave the step alone that somebody is with the patient for, and the last one', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    queue.send({ type: 'call-next', servicePointId: rooms.two });
    const skip = { type: 'skip-journey-step', ticketId, reason: 'why' } as const;
    expect(queue.decide({ ...skip, stepId: 'nurse' })).toMatchObject({ refusal: { code: 'wrong-step-state' } });
    queue.send({ type: 'finish-service', servicePointId: rooms.two, ticketId });
    queue.send({ ...skip, stepId: 'desk' });
    expect(queue.decide({ ...skip, stepId: 'blood' })).toMatchObject({ refusal: { code: 'last-step' } });
  });

  it('change places: the one moved comes first, and the other waits for it', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    queue.send({
      type: 'move-journey-step',
      ticketId,
      stepId: 'desk',
      beforeStepId: 'blood',
      reason: 'the lab is late',
    });
    expect(queue.ticket(ticketId).standing.journey?.steps).toMatchObject([
      { id: 'nurse' },
      { id: 'desk', after: ['nurse'] },
      { id: 'blood', after: ['nurse', 'desk'] },
    ]);
    const again = {
      type: 'move-journey-step',
      ticketId,
      stepId: 'desk',
      beforeStepId: 'blood',
      reason: 'why',
    } as const;
    expect(typesOf(queue.send(again))).toEqual(['v1.CommandHadNoEffect']);
    expect(queue.decide({ ...again, stepId: 'nurse' })).toMatchObject({ refusal: { code: 'wrong-step-state' } });
  });

  it('follow a ticket that is sent elsewhere, and take it back afterwards', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    queue.send({ type: 'transfer', ticketId, toServiceId: desk, placement: 'front' });
    expect(states(queue, ticketId)).toEqual({ nurse: 'ahead', blood: 'ahead', desk: 'here' });
    serve(queue, ticketId, rooms.lab);
    expect(queue.ticket(ticketId).standing.serviceId).toBe(general);
  });

  it('say of a call after a power cut nothing that staff have not said', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    queue.send({ type: 'call-next', servicePointId: rooms.two });
    queue.append({ type: 'v1.GapNoticed', body: { from: 1, until: 2 } });
    queue.send({ type: 'add-journey-step', ticketId, serviceId: blood });
    expect(queue.ticket(ticketId).inDoubtSince).toBe(1);
  });
});

describe('the undo of a step', () => {
  it('of a finished step puts the patient back into the room, with all that stood before', () => {
    const queue = aQueue();
    const ticketId = queue.issue(general);
    queue.send({ type: 'call-next', servicePointId: rooms.two });
    queue.send({ type: 'confirm-arrival', servicePointId: rooms.two, ticketId });
    const before = queue.ticket(ticketId).standing;
    queue.send({ type: 'finish-service', servicePointId: rooms.two, ticketId });
    expect(undo(queue, ticketId).ok).toBe(true);
    expect(queue.ticket(ticketId).standing).toEqual(before);
    expect(queue.state.servicePoints.get(rooms.two)?.ticketId).toBe(ticketId);
  });

  it('of a journey that was begun by hand leaves none', () => {
    const queue = aQueue(aTemplate([{ id: 'blood', serviceId: blood, after: [] }]));
    const ticketId = queue.issue(general);
    queue.send({ type: 'start-journey', ticketId, journeyId });
    undo(queue, ticketId);
    expect(queue.ticket(ticketId).standing).not.toHaveProperty('journey');
  });

  it('is refused of one that began with its number: that is undone with it', () => {
    const queue = aQueue();
    expect(undo(queue, queue.issue(general))).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
  });
});
