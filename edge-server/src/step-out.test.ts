// A patient waits outside, from the phone through the queue to the nurse who goes to fetch them.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { laboratory, room2 } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

const issue = async () =>
  (await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: laboratory }))['ticket'] as unknown as Ticket;
const callNext = () =>
  edge.result(tokens.supervisor, 'call-next', { servicePointId: room2, finishCurrent: 'completed' });

describe('a patient who steps out', () => {
  it('is called back by the queue alone, called in their turn, and fetched when they did not say that they are back', async () => {
    for (let before = 0; before < 3; before += 1) await issue();
    const own = await issue();
    const phone = edge.follow<TicketView>('/ticket', { token: own.publicId });
    const tablet = edge.follow<StaffView>('/staff', { token: tokens.supervisor });
    await phone.until(({ ahead }) => ahead === 3);
    const stepOut = { type: 'step-out', ticketId: own.id, whenAhead: 2 };
    expect(await phone.send({ ...stepOut, whenAhead: 3 })).toMatchObject({ refusal: { code: 'too-few-ahead' } });
    expect(await phone.send({ ...stepOut, whenAhead: 4 })).toMatchObject({ status: 400 });
    expect(await phone.send(stepOut)).toMatchObject({ status: 200 });
    expect((await phone.until(({ steppedOut }) => steppedOut !== undefined)).steppedOut).not.toHaveProperty(
      'calledBackAt',
    );
    await callNext();
    const back = await phone.until(({ steppedOut }) => steppedOut?.calledBackAt !== undefined);
    expect(back).toMatchObject({ state: 'waiting', ahead: 2 });
    for (let turn = 0; turn < 3; turn += 1) await callNext();
    const { walks } = await tablet.until((view) => view.walks?.[own.id] !== undefined);
    expect(walks?.[own.id]).toMatchObject({ number: own.number, servicePointId: room2, reasons: ['outside'] });
    await edge.result(tokens.supervisor, 'acknowledge-walk', { ticketId: own.id });
    await tablet.until((view) => view.walks === undefined);
    await edge.result(tokens.supervisor, 'confirm-arrival', { servicePointId: room2, ticketId: own.id });
    expect((await phone.until(({ state }) => state === 'serving')).steppedOut).toBeUndefined();
    const { body } = await edge.call('GET', '/api/v1/log?limit=1000', { token: tokens.auditor });
    const types = (body['rows'] as { readonly type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'v1.CalledBack')).toHaveLength(1);
  });

  it('is inside again once the kiosk has read their ticket, which is all that it takes', async () => {
    for (let before = 0; before < 3; before += 1) await issue();
    const own = await issue();
    const phone = edge.follow<TicketView>('/ticket', { token: own.publicId });
    await phone.until(({ ahead }) => ahead >= 3);
    await phone.send({ type: 'step-out', ticketId: own.id, whenAhead: 2 });
    await phone.until(({ steppedOut }) => steppedOut !== undefined);
    const shown = await edge.result(tokens.kiosk, 'come-back', { publicId: own.publicId });
    expect(shown['ticket']).toMatchObject({ number: own.number, state: 'waiting' });
    await phone.until(({ steppedOut }) => steppedOut === undefined);
    expect((await edge.command(tokens.display, 'come-back', { publicId: own.publicId })).status).toBe(403);
  });
});
