import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { aConfiguration, rooms, services, TestQueue } from '@foyer/domain/queue/testing.ts';
import { historyOf } from '../testing/history-of.ts';
import { strandedSince } from './stranded-since.ts';

function aQueue(): TestQueue {
  const queue = new TestQueue();
  queue.configuration = { ...aConfiguration, stranded: { afterMinutes: 10, role: 'reception' } };
  queue.append({ type: 'v1.ConfigurationApplied', body: { version: 1, configuration: queue.configuration } });
  return queue.open(...Object.values(rooms));
}

const since = (queue: TestQueue, ticketId: string) =>
  strandedSince([queue.ticket(ticketId)], historyOf(queue)).get(ticketId);

describe('since when a ticket is stranded, as the log has it', () => {
  it('is when it was put aside with nothing that brings it back, whatever happened beside it', () => {
    const queue = aQueue();
    const ticketId = queue.issue();
    queue.pass(5 * minuteMs);
    queue.send({ type: 'hold', ticketId });
    const at = queue.rows.at(-1)!.at;
    queue.pass(5 * minuteMs);
    queue.issue();
    expect(since(queue, ticketId)).toEqual({ cause: 'no-next-step', at });
  });

  it('is when the last room that would call it closed, and anew once one had opened', () => {
    const queue = aQueue();
    const ticketId = queue.issue(services.desk);
    const close = () => queue.send({ type: 'close-service-point', servicePointId: rooms.lab });
    queue.pass(5 * minuteMs);
    close();
    expect(since(queue, ticketId)).toEqual({ cause: 'no-open-room', at: queue.rows.at(-1)!.at });
    queue.open(rooms.lab);
    expect(since(queue, ticketId)).toBeUndefined();
    queue.pass(5 * minuteMs);
    close();
    expect(since(queue, ticketId)).toEqual({ cause: 'no-open-room', at: queue.rows.at(-1)!.at });
  });

  it('is when the set-up left its service without a room', () => {
    const queue = aQueue();
    const ticketId = queue.issue(services.desk);
    queue.pass(5 * minuteMs);
    const servicePoints = aConfiguration.servicePoints.map((room) => ({
      ...room,
      serviceIds: room.serviceIds.filter((id) => id !== services.desk),
    }));
    queue.append({ type: 'v1.ClinicChanged', body: { version: 2, changes: { servicePoints } } });
    queue.configuration = { ...queue.configuration, servicePoints };
    expect(since(queue, ticketId)).toEqual({ cause: 'no-open-room', at: queue.rows.at(-1)!.at });
  });
});
