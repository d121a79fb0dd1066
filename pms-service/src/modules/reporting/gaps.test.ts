import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { aTicketIssued } from '../../testing/facts.ts';
import { roomOne, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { readClinicDay } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const minutes = (count: number) => Date.UTC(2026, 10, 23, 9) + count * minuteMs;
function noticed(edge: TestEdge, from: number, until: number): void {
  edge.at = Math.max(edge.at, minutes(until));
  edge.append({ type: 'v1.GapNoticed', body: { from: minutes(from), until: minutes(until) } });
}
async function dayOf(edge: TestEdge) {
  await takeBatch(centre.context, edge.batch());
  centre.clock.now = edge.at;
  const member = { networkId: centre.networkId, clinicId: null };
  return readClinicDay(centre.context, member, edge.clinicId, edge.businessDay);
}

describe('the day at the centre', () => {
  it('counts no wait through a gap, and what two gaps share once', async () => {
    const edge = await centre.addEdge();
    const { body } = aTicketIssued(edge);
    edge.append({ type: 'v1.TicketIssued', body });
    noticed(edge, 10, 40);
    noticed(edge, 30, 50);
    edge.at = minutes(60);
    const call = { ticketId: body.ticketId, servicePointId: roomOne, callId: edge.newId() };
    edge.append({ type: 'v1.TicketCalled', body: { ...call, rule: 'next', waiting: 1 } });
    noticed(edge, 61, 90);
    expect((await dayOf(edge))?.hours).toMatchObject([
      { hour: 10, arrived: 1 },
      { hour: 11, medianWaitMinutes: 20 },
    ]);
  });

  it('counts the wait of who waits still without it', async () => {
    const edge = await centre.addEdge();
    edge.append(aTicketIssued(edge));
    noticed(edge, 10, 40);
    edge.at = minutes(45);
    expect(await dayOf(edge)).toMatchObject({
      longestWaitMinutes: 15,
      gaps: [{ from: minutes(10), until: minutes(40) }],
    });
  });

  it('counts nobody’s wait below nothing, also where paper says that they were called before they came', async () => {
    const edge = await centre.addEdge();
    const { body } = aTicketIssued(edge);
    edge.append({ type: 'v1.TicketIssued', body });
    const call = { ticketId: body.ticketId, servicePointId: roomOne, callId: edge.newId(), occurredAt: minutes(-5) };
    edge.append({ type: 'v1.TicketCalled', body: { ...call, rule: 'on-paper', waiting: 1 } });
    expect((await dayOf(edge))?.hours.map(({ medianWaitMinutes }) => medianWaitMinutes)).toContain(0);
  });

  it('takes in a yes of staff without a change to the visit', async () => {
    const edge = await centre.addEdge();
    const { body } = aTicketIssued(edge);
    edge.append({ type: 'v1.TicketIssued', body });
    const at = { ticketId: body.ticketId, servicePointId: roomOne };
    edge.append({ type: 'v1.TicketCalled', body: { ...at, callId: edge.newId(), rule: 'next', waiting: 1 } });
    noticed(edge, 10, 40);
    edge.append({ type: 'v1.StillHereConfirmed', body: at });
    expect(await takeBatch(centre.context, edge.batch())).toMatchObject({ ok: true, dead: 0 });
    expect(await dayOf(edge)).toMatchObject({ withStaff: 1 });
  });
});
