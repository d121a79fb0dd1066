import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
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

  it('counts by the rules that the clinic calls by', async () => {
    const edge = await centre.addEdge();
    const [own, urgent] = [aTicketIssued(edge).body, aTicketIssued(edge, { priorityClass: 'priority' }).body];
    edge.append({ type: 'v1.TicketIssued', body: own });
    edge.append({ type: 'v1.TicketIssued', body: urgent });
    edge.append({ type: 'v1.ServicePointOpened', body: { servicePointId: roomOne } });
    await takeBatch(centre.context, edge.batch());
    expect([await ahead(edge, own.publicId), await ahead(edge, urgent.publicId)]).toEqual([1, 0]);
    edge.append({ type: 'v1.CallingRulesSet', body: { revision: 1, rules: presetRules['by-arrival'] } });
    expect(await takeBatch(centre.context, edge.batch(4))).toMatchObject({ ok: true, dead: 0 });
    expect([await ahead(edge, own.publicId), await ahead(edge, urgent.publicId)]).toEqual([0, 1]);
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

  it('says of who waits the room they were sent to, who is late, and when somebody is called again', async () => {
    const edge = await centre.addEdge();
    const own = aTicketIssued(edge).body;
    const { ticketId } = own;
    const view = () => readTicketPage(centre.context, edge.clinicId, own.publicId);
    edge.append({ type: 'v1.TicketIssued', body: own });
    edge.append({ type: 'v1.ServicePointOpened', body: { servicePointId: roomOne } });
    edge.append({ type: 'v1.TicketReassigned', body: { ticketId, toServicePointId: roomOne } });
    edge.append({ type: 'v1.DelayAnnounced', body: { servicePointId: roomOne, minutes: 40 } });
    expect(await takeBatch(centre.context, edge.batch())).toMatchObject({ ok: true, dead: 0 });
    const room = { en: expect.any(String) };
    expect(await view()).toMatchObject({
      awaitsServicePointNames: room,
      delays: { [roomOne]: { minutes: 40, servicePointNames: room } },
    });
    expect(await view()).not.toHaveProperty('nextCallAt');

    const until = centre.context.now() + 40 * 60_000;
    edge.append({ type: 'v1.DelayAnnounced', body: { servicePointId: roomOne, minutes: 0 } });
    edge.append({ type: 'v1.ServicePointPaused', body: { servicePointId: roomOne, until } });
    await takeBatch(centre.context, edge.batch(5));
    expect(await view()).toMatchObject({ nextCallAt: until });
    expect(await view()).not.toHaveProperty('delays');

    edge.append({ type: 'v1.ServicePointClosed', body: { servicePointId: roomOne } });
    await takeBatch(centre.context, edge.batch(7));
    for (const said of ['awaitsServicePointNames', 'nextCallAt']) expect(await view()).not.toHaveProperty(said);
  });

  it('says the steps of the visit, which one it is at, and that it goes on with the same number', async () => {
    const edge = await centre.addEdge();
    const own = aTicketIssued(edge).body;
    const { ticketId, serviceId } = own;
    const view = () => readTicketPage(centre.context, edge.clinicId, own.publicId);
    const states = async () => (await view())?.path?.map(({ state }) => state);
    edge.append({ type: 'v1.TicketIssued', body: own });
    const steps = [
      { id: 'first', serviceId, after: [], state: 'here' as const },
      { id: 'blood', serviceId: bloodService, after: ['first'], state: 'ahead' as const, whenReady: true as const },
    ];
    edge.append({ type: 'v1.JourneyStarted', body: { ticketId, steps } });
    await takeBatch(centre.context, edge.batch());
    expect(await states()).toEqual(['here', 'ahead']);
    edge.append({ type: 'v1.ServiceFinished', body: { ticketId, servicePointId: roomOne } });
    const onward = { ticketId, stepId: 'blood', fromServiceId: serviceId, toServiceId: bloodService };
    edge.append({ type: 'v1.JourneyWentOn', body: { ...onward, placeAt: edge.at, waitsForReady: true } });
    expect(await takeBatch(centre.context, edge.batch(3))).toMatchObject({ ok: true, dead: 0 });
    expect(await states()).toEqual(['done', 'here']);
    expect(await view()).toMatchObject({ number: own.number, state: 'on-hold', path: [{}, { notReady: true }] });
    edge.append({ type: 'v1.JourneyStepReady', body: { ticketId, stepId: 'blood' } });
    await takeBatch(centre.context, edge.batch(5));
    expect(await view()).toMatchObject({ state: 'waiting' });
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
