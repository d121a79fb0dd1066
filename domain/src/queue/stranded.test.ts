import { describe, expect, it } from 'vitest';
import type { Sender } from '../decision.ts';
import { strandedCause } from './stranded.ts';
import { aConfiguration, rooms, services, TestQueue } from './testing.ts';

const system: Sender = { actor: 'system', roles: ['system'] };

function aQueue() {
  const queue = new TestQueue().open(...Object.values(rooms));
  queue.configuration = { ...aConfiguration, stranded: { afterMinutes: 10, role: 'reception' } };
  const cause = (ticketId: string) => strandedCause(queue.ticket(ticketId), queue.state, queue.world);
  const look = (ticketId: string) => {
    const decision = queue.send({ type: 'look-after-stranded', ticketId }, system);
    return decision.ok ? decision.facts : [];
  };
  return { queue, cause, look };
}

describe('a ticket that nobody will call by themselves', () => {
  it('waits for a service whose rooms are all closed', () => {
    const { queue, cause } = aQueue();
    const ticketId = queue.issue(services.desk);
    expect(cause(ticketId)).toBeUndefined();
    queue.send({ type: 'pause-service-point', servicePointId: rooms.lab });
    expect(cause(ticketId)).toBeUndefined();
    queue.send({ type: 'close-service-point', servicePointId: rooms.lab });
    expect(cause(ticketId)).toBe('no-open-room');
  });

  it('is in a room that nobody answers for', () => {
    const { queue, cause } = aQueue();
    const ticketId = queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    expect(cause(ticketId)).toBeUndefined();
    queue.send({ type: 'leave-service-point', servicePointId: rooms.one });
    expect(cause(ticketId)).toBe('no-owner');
  });

  it('stands aside with nothing that brings it back', () => {
    const { queue, cause } = aQueue();
    const ticketId = queue.issue();
    queue.send({ type: 'hold', ticketId });
    expect(cause(ticketId)).toBe('no-next-step');
    queue.send({ type: 'resume', ticketId });
    queue.send({ type: 'hold', ticketId, until: queue.moment().at + 1 });
    expect(cause(ticketId)).toBeUndefined();
  });

  it('is none that waits for what is not ready yet', () => {
    const { queue, cause } = aQueue();
    const ticketId = queue.issue(services.general);
    queue.send({ type: 'add-journey-step', ticketId, serviceId: services.desk, whenReady: true });
    queue.send({ type: 'call-next', servicePointId: rooms.two });
    queue.send({ type: 'finish-service', servicePointId: rooms.two, ticketId });
    expect(queue.ticket(ticketId).standing.state).toBe('on-hold');
    expect(cause(ticketId)).toBeUndefined();
  });
});

describe('its work item', () => {
  it('names the role and the cause, is raised once, and is settled when the ticket moves', () => {
    const { queue, look } = aQueue();
    const ticketId = queue.issue();
    queue.send({ type: 'hold', ticketId });
    const [raised] = look(ticketId);
    expect(raised).toMatchObject({
      type: 'v1.WorkItemRaised',
      body: { kind: 'ticket-stranded', code: 'no-next-step', about: { ticketId, role: 'reception' } },
    });
    expect(look(ticketId)).toMatchObject([{ type: 'v1.CommandHadNoEffect' }]);
    queue.send({ type: 'resume', ticketId });
    const workItemId = queue.ticket(ticketId).stranded?.workItemId;
    expect(look(ticketId)).toMatchObject([{ type: 'v1.WorkItemResolved', body: { workItemId, ticketId } }]);
    expect(queue.ticket(ticketId)).not.toHaveProperty('stranded');
  });

  it('is not raised again for the same after a person has dealt with it', () => {
    const { queue, look } = aQueue();
    const ticketId = queue.issue();
    queue.send({ type: 'hold', ticketId });
    look(ticketId);
    const workItemId = queue.ticket(ticketId).stranded?.workItemId ?? '';
    queue.append({ type: 'v1.WorkItemResolved', body: { workItemId } });
    expect(look(ticketId)).toMatchObject([{ type: 'v1.CommandHadNoEffect' }]);
  });

  it('is never raised where the clinic has no rule', () => {
    const { queue, look } = aQueue();
    queue.configuration = aConfiguration;
    const ticketId = queue.issue();
    queue.send({ type: 'hold', ticketId });
    expect(look(ticketId)).toMatchObject([{ type: 'v1.CommandHadNoEffect' }]);
  });
});
