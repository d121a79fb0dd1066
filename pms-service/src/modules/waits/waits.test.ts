import { minuteMs } from '@foyer/contracts/time.ts';
import type { EstimatedWait } from '@foyer/contracts/wait-events.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTicketIssued } from '../../testing/facts.ts';
import { roomOne, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { readClinicDay } from '../reporting/use-cases.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { readTicketPage } from '../ticket-page/use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

async function taken(edge: TestEdge): Promise<void> {
  expect(await takeBatch(centre.context, edge.batch())).toMatchObject({ ok: true, dead: 0 });
  centre.clock.now = edge.at;
}

describe('a ticket’s page at the centre', () => {
  it('says what was told when the number was given, and when, until that time is over or it is called', async () => {
    const edge = await centre.addEdge();
    const { body } = aTicketIssued(edge);
    edge.append({ type: 'v1.TicketIssued', body });
    const { ticketId, serviceId, publicId } = body;
    const told = { fromMs: 18 * minuteMs, untilMs: 34 * minuteMs, medianMs: 25 * minuteMs, basis: 'learned' } as const;
    const estimate: EstimatedWait = { ticketId, serviceId, estimatedAt: edge.at, ...told };
    edge.append({ type: 'v1.WaitEstimated', body: estimate });
    edge.append({ type: 'v1.WaitEstimated', body: { ...estimate, untilMs: 90 * minuteMs } });
    await taken(edge);
    const page = () => readTicketPage(centre.context, edge.clinicId, publicId);
    expect(await page()).toMatchObject({ wait: { fromMinutes: 20, untilMinutes: 35 }, waitAsOf: estimate.estimatedAt });
    centre.clock.now = estimate.estimatedAt + 35 * minuteMs;
    expect(await page()).not.toHaveProperty('wait');
    centre.clock.now = estimate.estimatedAt;
    const call = { ticketId, servicePointId: roomOne, callId: edge.newId(), rule: 'next', waiting: 1 } as const;
    edge.append({ type: 'v1.TicketCalled', body: call });
    await taken(edge);
    expect(await page()).not.toHaveProperty('wait');
  });
});

describe('the estimates of a day', () => {
  it('are shown with the name of their service, on that day and until the next is graded', async () => {
    const edge = await centre.addEdge();
    const { serviceId } = aTicketIssued(edge).body;
    const grade = { predicted: 10, within: 6, coverage: 0.6, rmseMinutes: 4.2, biasMinutes: -1.5 };
    const grades = (businessDay: string, ...serviceIds: readonly string[]) =>
      edge.append({
        type: 'v1.WaitGraded',
        body: { businessDay, services: serviceIds.map((id) => ({ serviceId: id, ...grade })) },
      });
    grades('2026-11-20', serviceId, edge.newId());
    await taken(edge);
    const member = { networkId: centre.networkId, clinicId: null };
    const on = async (date: string) => (await readClinicDay(centre.context, member, edge.clinicId, date))?.estimates;
    const { within: _within, ...shown } = grade;
    expect(await on('2026-11-23')).toEqual({
      businessDay: '2026-11-20',
      services: [
        { serviceId, ...shown, name: expect.objectContaining({ en: expect.any(String) }) },
        { serviceId: expect.any(String), ...shown },
      ],
    });
    expect(await on('2026-11-19')).toBeUndefined();
    grades('2026-11-21');
    await taken(edge);
    expect(await on('2026-11-23')).toMatchObject({ businessDay: '2026-11-20' });
  });
});
