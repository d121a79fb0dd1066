import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statistics, StatisticsQuery } from '@foyer/contracts/statistics.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { aTicketIssued } from '../../testing/facts.ts';
import { bloodService, generalService, roomOne, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { readStatistics } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const tan = '01900000-0000-7000-8000-0000000000c1';
const morning = Date.UTC(2026, 10, 23, 9);
const week = { from: '2026-11-20', until: '2026-11-26' };

interface Came {
  readonly at?: number;
  readonly waits?: number;
  readonly lasts?: number;
  readonly serviceId?: string;
  readonly priorityClass?: 'walk-in' | 'priority';
  readonly staffId?: string;
}

/** Somebody comes, waits, and is with staff, for so many minutes each. */
function cameAndWent(edge: TestEdge, { at = 0, waits = 10, lasts = 5, staffId, ...of }: Came = {}): string {
  edge.at = morning + at * minuteMs;
  const issued = aTicketIssued(edge, of);
  const { ticketId } = issued.body;
  const there = { ticketId, servicePointId: roomOne };
  edge.append(issued);
  edge.at += waits * minuteMs;
  edge.append({ type: 'v1.TicketCalled', body: { ...there, callId: edge.newId(), rule: 'next', waiting: 1 } });
  edge.append({ type: 'v1.ServiceStarted', body: { ...there, ...(staffId === undefined ? {} : { staffId }) } });
  edge.at += lasts * minuteMs;
  edge.append({ type: 'v1.ServiceFinished', body: { ...there, startedAt: edge.at - lasts * minuteMs } });
  return ticketId;
}

async function statistics(edge: TestEdge, narrowed: Partial<StatisticsQuery> = {}, from = 1): Promise<Statistics> {
  if (from <= edge.rows.length) await takeBatch(centre.context, edge.batch(from));
  const member = { networkId: centre.networkId, clinicId: null };
  const found = await readStatistics(centre.context, member, edge.clinicId, { ...week, ...narrowed });
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('the statistics of a clinic', () => {
  it('count waits, times with staff and outcomes, by day, hour, service, class and person', async () => {
    const edge = await centre.addEdge();
    cameAndWent(edge, { waits: 10, lasts: 6, staffId: tan });
    cameAndWent(edge, { at: 60, waits: 20, lasts: 8, serviceId: bloodService, priorityClass: 'priority' });
    const left = aTicketIssued(edge).body;
    edge.append({ type: 'v1.TicketIssued', body: left });
    edge.append({ type: 'v1.TicketClosed', body: { ticketId: left.ticketId, outcome: 'left' } });

    const { total, days, hours, services, classes, people } = await statistics(edge);
    expect(total).toEqual({
      arrived: 3,
      served: 2,
      notSeen: 1,
      wait: { median: 15, most: 19 },
      services: 2,
      service: { median: 7, most: 8 },
    });
    expect(days).toHaveLength(7);
    expect(days[3]).toEqual({ date: '2026-11-23', arrived: 3, served: 2, notSeen: 1, wait: total.wait, noShows: 0 });
    expect(days[4]).toEqual({ date: '2026-11-24', arrived: 0, served: 0, notSeen: 0, noShows: 0 });
    // The clinic's own clock is an hour ahead.
    expect(hours.map(({ hour, arrived, wait }) => [hour, arrived, wait?.median])).toEqual([
      [10, 1, 10],
      [11, 2, 20],
    ]);
    expect(services.map(({ id, arrived, service }) => [id, arrived, service?.median])).toEqual([
      [generalService, 2, 6],
      [bloodService, 1, 8],
    ]);
    expect(classes.map(({ priorityClass, arrived }) => [priorityClass, arrived])).toEqual([
      ['priority', 1],
      ['walk-in', 2],
    ]);
    expect(people).toContainEqual({ id: tan, services: 1, service: { median: 6, most: 6 } });
  });

  it('narrow to a service, a class or a person', async () => {
    const edge = await centre.addEdge();
    cameAndWent(edge, { waits: 10, staffId: tan });
    cameAndWent(edge, { at: 30, waits: 30, serviceId: bloodService });
    expect((await statistics(edge, { serviceId: bloodService })).total).toMatchObject({ arrived: 1, services: 1 });
    expect((await statistics(edge, { staffId: tan }, 99)).total).toMatchObject({ arrived: 1, wait: { median: 10 } });
    expect((await statistics(edge, { priorityClass: 'emergency' }, 99)).total).toEqual({
      arrived: 0,
      served: 0,
      notSeen: 0,
      services: 0,
    });
  });

  it('count a time with staff that was held in between as two, and none that was undone', async () => {
    const edge = await centre.addEdge();
    const ticketId = cameAndWent(edge, { lasts: 9 });
    const finished = edge.rows.at(-1)!;
    const serving = { state: 'serving', servicePointId: roomOne, servingSince: edge.at - 9 * minuteMs } as const;
    const standing = {
      serviceId: generalService,
      priorityClass: 'walk-in',
      forServicePointId: null,
      placeAt: morning,
      callCount: 1,
      callId: null,
      calledAt: morning,
      heldUntil: null,
      heldByTicket: false,
      room: null,
      ...serving,
    } as const;
    const undone = { undoneEpoch: 1, undoneSeq: finished.seq, undoneType: finished.type };
    edge.append({ type: 'v1.StepUndone', body: { ticketId, ...undone, standing } });
    expect((await statistics(edge)).total).toMatchObject({ services: 0 });
    const from = edge.rows.length + 1;
    edge.at += minuteMs;
    edge.append({ type: 'v1.TicketHeld', body: { ticketId, servicePointId: roomOne, byTicket: false } });
    expect((await statistics(edge, {}, from)).total).toMatchObject({ services: 1, service: { median: 10 } });
  });

  it('count nothing of a power cut', async () => {
    const edge = await centre.addEdge();
    const from = morning + 5 * minuteMs;
    edge.append({ type: 'v1.GapNoticed', body: { from, until: from + 10 * minuteMs } });
    cameAndWent(edge, { waits: 30 });
    expect((await statistics(edge)).total.wait).toEqual({ median: 20, most: 20 });
  });

  it('are another network’s business, and want days', async () => {
    const edge = await centre.addEdge();
    const of = (member: { networkId: string; clinicId: null }, query: StatisticsQuery) =>
      readStatistics(centre.context, member, edge.clinicId, query);
    expect(await of({ networkId: edge.newId(), clinicId: null }, week)).toBe('not-found');
    const own = { networkId: centre.networkId, clinicId: null };
    expect(await of(own, { from: '2026-11-26', until: '2026-11-20' })).toBe('invalid');
    edge.at += hourMs;
    expect(await of(own, week)).toMatchObject({ total: { arrived: 0, services: 0 }, hours: [], people: [] });
  });
});
