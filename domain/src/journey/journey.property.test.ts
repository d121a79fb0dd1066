// The promises of a journey, whatever its steps and whatever staff do on the way: it ends, nobody stands in two queues,
// an undo puts back exactly what was, and the log alone tells it all.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyTemplate } from '@foyer/contracts/journey.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { evolve } from '../queue/evolve.ts';
import { emptyQueue, withChanges } from '../queue/queue-state.ts';
import { aConfiguration, idOf, rooms, services, TestQueue } from '../queue/testing.ts';

const journeyId = idOf(900);
const service = fc.constantFrom(...Object.values(services));
const nth = fc.nat({ max: 8 });

/** Any steps, each after some of those before it. */
const aTemplate = fc
  .array(fc.record({ serviceId: service, after: fc.array(nth), whenReady: fc.boolean(), optional: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((drawn): JourneyTemplate => {
    const steps = drawn.map(({ serviceId, after, whenReady, optional }, index) => ({
      id: `s${index}`,
      serviceId,
      after: [...new Set(after.filter((at) => at < index).map((at) => `s${at}`))],
      ...(whenReady ? { whenReady: true as const } : {}),
      ...(optional ? { optional: true as const } : {}),
    }));
    return { id: journeyId, name: { en: 'Journey' }, steps };
  });

const anAct = fc.record({
  type: fc.constantFrom(
    'serve',
    'serve',
    'add-journey-step',
    'skip-journey-step',
    'move-journey-step',
    'mark-ready',
    'transfer',
    'return-to-sender',
    'hold',
    'resume',
    'undo',
  ),
  ticket: nth,
  step: nth,
  other: nth,
  serviceId: service,
});
type Act = typeof anAct extends fc.Arbitrary<infer A> ? A : never;

function aQueue(template: JourneyTemplate): { readonly queue: TestQueue; readonly ticketIds: readonly string[] } {
  const queue = new TestQueue().open(...Object.values(rooms));
  queue.configuration = { ...aConfiguration, journeys: [template] };
  const patientId = idOf(401);
  const ticketIds = [
    queue.issue(services.general, { patientId }),
    queue.issue(services.blood, { patientId }),
    queue.issue(services.desk),
  ];
  for (const ticketId of ticketIds) queue.send({ type: 'start-journey', ticketId, journeyId });
  return { queue, ticketIds };
}

function roomOf(serviceId: string): string {
  return aConfiguration.servicePoints.find(({ serviceIds }) => serviceIds.includes(serviceId))?.id ?? '';
}

function serve(queue: TestQueue, ticketId: string): void {
  const servicePointId = roomOf(queue.ticket(ticketId).standing.serviceId);
  queue.send({ type: 'call-ticket', servicePointId, ticketId, reason: 'next', finishCurrent: 'completed' });
  queue.send({ type: 'finish-service', servicePointId, ticketId });
}

function act(queue: TestQueue, ticketIds: readonly string[], { type, ticket, step, other, serviceId }: Act): void {
  const ticketId = ticketIds[ticket % ticketIds.length] ?? '';
  const { standing, last } = queue.ticket(ticketId);
  const steps = standing.journey?.steps ?? [];
  const stepId = steps[step % Math.max(1, steps.length)]?.id ?? '';
  const beforeStepId = steps[other % Math.max(1, steps.length)]?.id ?? '';
  if (type === 'serve') return serve(queue, ticketId);
  const { epoch, seq } = last;
  const fields = { stepId, beforeStepId, serviceId, toServiceId: serviceId, placement: 'front', epoch, seq };
  queue.send({ type, ticketId, reason: 'because', ...fields } as never);
}

const acts = fc.array(anAct, { maxLength: 25 });

describe('a journey, whatever befalls it', () => {
  it('always ends once each of its steps is served', () => {
    fc.assert(
      fc.property(aTemplate, acts, (template, done) => {
        const { queue, ticketIds } = aQueue(template);
        for (const each of done) act(queue, ticketIds, each);
        for (const ticketId of ticketIds) {
          const left = (queue.ticket(ticketId).standing.journey?.steps ?? []).length + 1;
          for (let turn = 0; turn <= left && isOpen(queue.ticket(ticketId).standing.state); turn += 1) {
            serve(queue, ticketId);
          }
          expect(queue.ticket(ticketId).standing.state).toBe('completed');
        }
      }),
    );
  });

  it('never has a patient twice in one queue, a ticket at two steps, or a step done twice', () => {
    fc.assert(
      fc.property(aTemplate, acts, (template, done) => {
        const { queue, ticketIds } = aQueue(template);
        for (const each of done) {
          act(queue, ticketIds, each);
          const open = ticketIds.map((id) => queue.ticket(id)).filter(({ standing }) => isOpen(standing.state));
          const places = open.map(({ patientId, id, standing }) => `${patientId ?? id} ${standing.serviceId}`);
          expect(new Set(places).size).toBe(places.length);
          for (const { standing } of open) {
            const here = standing.journey?.steps.filter(({ state }) => state === 'here') ?? [];
            expect(here.length).toBeLessThanOrEqual(1);
            for (const step of here) expect(step.serviceId).toBe(standing.serviceId);
            const ids = standing.journey?.steps.map(({ id }) => id) ?? [];
            expect(new Set(ids).size).toBe(ids.length);
          }
        }
      }),
    );
  });

  it('always is what it was after an undo of its last step', () => {
    fc.assert(
      fc.property(aTemplate, acts, (template, done) => {
        const { queue, ticketIds } = aQueue(template);
        for (const each of done.filter(({ type }) => type !== 'undo')) {
          act(queue, ticketIds, each);
          const ticketId = ticketIds[each.ticket % ticketIds.length] ?? '';
          const { last } = queue.ticket(ticketId);
          const undone = queue.decide({ type: 'undo', ticketId, epoch: last.epoch, seq: last.seq });
          const [fact] = undone.ok ? undone.facts : [];
          if (fact?.type !== 'v1.StepUndone') continue;
          const row = { ...fact, ...queue.moment(), epoch: 1, seq: 10_000, actor: 'system' as const };
          const after = withChanges(queue.state, evolve(queue.state, row));
          expect(after.tickets.get(ticketId)?.standing).toEqual(last.before);
        }
      }),
    );
  });

  it('is told by its facts alone', () => {
    fc.assert(
      fc.property(aTemplate, acts, (template, done) => {
        const { queue, ticketIds } = aQueue(template);
        for (const each of done) act(queue, ticketIds, each);
        const replayed = queue.rows.reduce((state, row) => withChanges(state, evolve(state, row)), emptyQueue);
        expect(replayed).toEqual(queue.state);
      }),
    );
  });
});
