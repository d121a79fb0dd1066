import { describe, expect, it } from 'vitest';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { WhatIf } from '@foyer/contracts/what-if.ts';
import { addDays } from '@foyer/domain/calendar/business-day.ts';
import { rooms, services, TestQueue } from '@foyer/domain/queue/testing.ts';
import type { LogHistory } from './log-facts.ts';
import { whatIf } from './what-if.ts';

const byArrival = presetRules['by-arrival'];

/** One room; a walk-in comes ten minutes before an urgent one, who is called first and stays for twenty. */
function aQueue(): TestQueue {
  const queue = new TestQueue();
  const walkIn = queue.issue();
  queue.pass(10 * minuteMs);
  const urgent = queue.issue(undefined, { priorityClass: 'priority' });
  queue.open(rooms.one);
  for (const ticketId of [urgent, walkIn]) {
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    queue.send({ type: 'confirm-arrival', servicePointId: rooms.one, ticketId });
    queue.pass(20 * minuteMs);
    queue.send({ type: 'finish-service', servicePointId: rooms.one, ticketId });
  }
  return queue;
}

function historyOf({ rows }: TestQueue): LogHistory {
  return {
    position: () => ({ epoch: 1, seq: rows.length, at: rows.at(-1)?.at ?? 0 }),
    logAfter: ({ seq }, limit) =>
      rows.slice(seq, seq + limit).map((row) => ({ ...row, body: JSON.stringify(row.body) }) as unknown as LogRow),
  };
}

const ask = ({ state, configuration }: TestQueue, history: LogHistory, businessDay: string) =>
  whatIf({ queue: state, configuration, staff: new Map() }, { businessDay, rules: byArrival }, history);

describe('a past day under other rules', () => {
  it('has its own people wait otherwise', async () => {
    const queue = aQueue();
    const { classes } = (await ask(queue, historyOf(queue), queue.businessDay)) as WhatIf;
    const medians = classes.map(({ priorityClass, recorded, inForce, changed }) => {
      return [priorityClass, recorded.median, inForce.median, changed.median];
    });
    expect(medians).toEqual([
      ['priority', 1, 1, 21],
      ['walk-in', 31, 31, 11],
    ]);
  });

  it('tells of each service apart, of the one with the most people first', async () => {
    const queue = aQueue();
    queue.issue(services.blood);
    const { services: told } = (await ask(queue, historyOf(queue), queue.businessDay)) as WhatIf;
    expect(told.map(({ serviceId, recorded: { called, uncalled } }) => [serviceId, called, uncalled])).toEqual([
      [services.general, 2, 0],
      [services.blood, 0, 1],
    ]);
    expect(told[0]).toMatchObject({ recorded: { median: 1, longest: 31 }, changed: { median: 11, longest: 21 } });
  });

  it('is of that business day alone, whatever came before and after it', async () => {
    const queue = aQueue();
    const first = queue.businessDay;
    queue.businessDay = addDays(first, 1);
    queue.issue();
    const history = historyOf(queue);
    const [before, after] = await Promise.all([ask(queue, history, first), ask(queue, history, addDays(first, 1))]);
    expect((before as WhatIf).all.recorded).toMatchObject({ called: 2, uncalled: 0 });
    expect((after as WhatIf).all.recorded).toMatchObject({ called: 0, uncalled: 1 });
    expect(await ask(queue, history, addDays(first, -1))).toBeUndefined();
  });

  it('lets everything else go on in between', async () => {
    const queue = aQueue();
    for (let count = 0; count < 100; count += 1) queue.issue();
    const order: string[] = [];
    const asked = ask(queue, historyOf(queue), queue.businessDay).then(() => order.push('answered'));
    setImmediate(() => order.push('another'));
    await asked;
    expect(order).toEqual(['another', 'answered']);
  });
});
