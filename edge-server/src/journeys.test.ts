// A visit of several steps, from the kiosk through the rooms to the phone and the tablet.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { consultation, laboratory, room1, room2 } from './testing/a-clinic.ts';
import { EdgeUnderTest, demonstration, tokens } from './testing/an-edge.ts';

const journeyId = '01990000-0000-7000-8000-0000000000f1';
const journeys = [
  {
    id: journeyId,
    name: { en: 'Check-up' },
    startsWith: consultation,
    steps: [
      { id: 'seen', serviceId: consultation, after: [] },
      { id: 'blood', serviceId: laboratory, after: ['seen'], whenReady: true as const },
    ],
  },
];
const configuration = { ...demonstration.configuration, journeys, notAnswered: { graceMinutes: 30 } };
const edge = new EdgeUnderTest({ demonstration: { ...demonstration, configuration } });
beforeAll(() => edge.start());
afterAll(() => edge.end());

describe('a visit of several steps', () => {
  it('begins at the kiosk, goes on by itself, waits until it is ready, and is shown everywhere', async () => {
    const issued = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const { id: ticketId, publicId } = issued['ticket'] as unknown as Ticket;
    const phone = edge.follow<TicketView>('/ticket', { token: publicId });
    const tablet = edge.follow<StaffView>('/staff', { token: tokens.supervisor });
    const at = (index: number) => (view: TicketView) => view.path?.[index]?.state === 'here';
    expect((await phone.until(at(0))).path).toMatchObject([{ state: 'here' }, { state: 'ahead' }]);
    await edge.result(tokens.nurse, 'call-next', { servicePointId: room1 });
    await edge.result(tokens.nurse, 'finish-service', { servicePointId: room1, ticketId });
    expect(await phone.until(at(1))).toMatchObject({ state: 'on-hold', path: [{}, { notReady: true }] });
    const view = await tablet.until(({ tickets }) => tickets[ticketId]?.serviceId === laboratory);
    expect(view.tickets[ticketId]?.journey?.steps.map(({ state }) => state)).toEqual(['done', 'here']);
    expect(view.journeys).toEqual({ [journeyId]: { id: journeyId, name: { en: 'Check-up' } } });
    await edge.result(tokens.nurse, 'mark-ready', { ticketId, stepId: 'blood' });
    await phone.until(({ state }) => state === 'waiting');
    await edge.result(tokens.supervisor, 'call-next', { servicePointId: room2 });
    await edge.result(tokens.supervisor, 'mark-not-answered', { ticketId });
    const missed = await phone.until(({ state }) => state === 'not-answered');
    expect(missed.graceUntil).toBeGreaterThan(missed.asOf);
    expect(await phone.send({ type: 'resume', ticketId })).toMatchObject({ status: 200 });
    await phone.until(({ state, graceUntil }) => state === 'waiting' && graceUntil === undefined);
    await edge.result(tokens.supervisor, 'call-next', { servicePointId: room2 });
    await edge.result(tokens.supervisor, 'finish-service', { servicePointId: room2, ticketId });
    await phone.until(({ state }) => state === 'completed');
  });
});
