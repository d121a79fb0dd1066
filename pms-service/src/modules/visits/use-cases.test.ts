import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTicketIssued } from '../../testing/facts.ts';
import { bloodService, roomOne, startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import type { TestEdge } from '../../testing/test-edge.ts';
import { takeBatch } from '../sync-inbox/use-cases.ts';
import { readTicketPage } from '../ticket-page/use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

describe('a ticket page at the centre', () => {
  const ahead = async (edge: TestEdge, publicId: string) =>
    (await readTicketPage(centre.context, edge.clinicId, publicId))?.ahead;

  it('counts whom the room calls before, of another service and of the day before as well', async () => {
    const edge = await centre.addEdge();
    edge.businessDay = '2026-11-22';
    edge.append(aTicketIssued(edge, { placeAt: edge.at - 60_000 }));
    edge.businessDay = '2026-11-23';
    edge.append(aTicketIssued(edge, { serviceId: bloodService, priorityClass: 'priority' }));
    const own = aTicketIssued(edge).body;
    edge.append({ type: 'v1.TicketIssued', body: own });
    edge.append({ type: 'v1.ServicePointOpened', body: { servicePointId: roomOne } });
    await takeBatch(centre.context, edge.batch());
    expect(await ahead(edge, own.publicId)).toBe(2);
    edge.append({ type: 'v1.TicketClosed', body: { ticketId: own.ticketId, outcome: 'left' } });
    await takeBatch(centre.context, edge.batch(5));
    expect(await ahead(edge, own.publicId)).toBe(0);
  });

  it('says that the patient waits outside, is called back, and came back, as the clinic does', async () => {
    const edge = await centre.addEdge();
    const own = aTicketIssued(edge).body;
    const { ticketId } = own;
    const outside = async () => (await readTicketPage(centre.context, edge.clinicId, own.publicId))?.steppedOut;
    edge.append({ type: 'v1.TicketIssued', body: own });
    edge.append({ type: 'v1.SteppedOut', body: { ticketId, whenAhead: 3 } });
    const at = edge.at;
    await takeBatch(centre.context, edge.batch());
    expect(await outside()).toEqual({ whenAhead: 3, at });
    edge.append({ type: 'v1.CalledBack', body: { ticketId, ahead: 3 } });
    const calledBackAt = edge.at;
    await takeBatch(centre.context, edge.batch(3));
    expect(await outside()).toEqual({ whenAhead: 3, at, calledBackAt });
    edge.append({ type: 'v1.CameBackInside', body: { ticketId } });
    expect(await takeBatch(centre.context, edge.batch(4))).toMatchObject({ ok: true, dead: 0 });
    expect(await outside()).toBeUndefined();
  });

  it('says to leave the building from when the clinic says so until its all clear, and goes on with the queue', async () => {
    const edge = await centre.addEdge();
    const own = aTicketIssued(edge).body;
    const view = () => readTicketPage(centre.context, edge.clinicId, own.publicId);
    edge.append({ type: 'v1.TicketIssued', body: own });
    edge.append({ type: 'v1.EvacuationStarted', body: {} });
    const startedAt = edge.at;
    await takeBatch(centre.context, edge.batch());
    expect(await view()).toMatchObject({ state: 'waiting', evacuation: { startedAt } });
    edge.append({ type: 'v1.PersonAccountedFor', body: { ticketId: own.ticketId, present: true } });
    edge.append({ type: 'v1.MusterListRequested', body: {} });
    expect(await takeBatch(centre.context, edge.batch(3))).toMatchObject({ ok: true, dead: 0 });
    expect(await view()).toHaveProperty('evacuation');
    edge.append({ type: 'v1.EvacuationEnded', body: { startedAt } });
    await takeBatch(centre.context, edge.batch(5));
    expect(await view()).not.toHaveProperty('evacuation');
    expect(await view()).toMatchObject({ number: own.number, state: 'waiting' });
  });
});
