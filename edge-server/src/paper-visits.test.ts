// Paper while the edge is gone, and afterwards, through the doors of an edge that serves.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import { consultation, room1 } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

const reason = 'the edge was away';
const codeOf = ({ body }: { readonly body: object }) => (body as { refusal?: { code: string } }).refusal?.code;
/** As if paper had been kept for the last minutes. */
const ago = (minutes: number): number => Date.now() - minutes * minuteMs;

describe('paper numbers', () => {
  it('are printed ahead by reception, each sheet going on from the one before, or on a page of the tablet', async () => {
    for (const token of [tokens.kiosk, tokens.nurse, tokens.cashier]) {
      expect((await edge.command(token, 'print-paper-numbers', { count: 2 })).status).toBe(403);
    }
    const { numbers } = await edge.result(tokens.reception, 'print-paper-numbers', { count: 2 });
    expect(numbers).toEqual(['W001', 'W002']);
    await edge.result(tokens.reception, 'print-paper-numbers', { count: 1, print: false });
    await edge.result(tokens.reception, 'print-paper-numbers', { count: 2 });
    await vi.waitFor(() =>
      expect(edge.printer.printed.flatMap((job) => (job.kind === 'paper-numbers' ? job.document.numbers : []))).toEqual(
        ['W001', 'W002', 'W004', 'W005'],
      ),
    );
  });
});

describe('a visit that was kept on paper', () => {
  it('is entered by reception once, without a ticket on paper and without a call on a wall', async () => {
    const printed = edge.printer.printed.length;
    const visit = {
      number: 'W001',
      serviceId: consultation,
      servicePointId: room1,
      arrivedAt: ago(9),
      calledAt: ago(6),
      finishedAt: ago(2),
      outcome: 'completed' as const,
      reason,
    };
    expect((await edge.command(tokens.nurse, 'enter-paper-visit', visit)).status).toBe(403);
    const { ticket } = await edge.result(tokens.reception, 'enter-paper-visit', visit);
    expect(ticket).toMatchObject({ number: 'W001', state: 'completed' });
    expect(codeOf(await edge.command(tokens.reception, 'enter-paper-visit', visit))).toBe('paper-number-used');
    const { body } = await edge.call('GET', '/api/v1/board', { token: tokens.nurse });
    expect(body['calls']).toEqual([]);
    expect(edge.printer.printed).toHaveLength(printed);
  });

  it('goes on in the queue, before who came later, when it has no outcome', async () => {
    const issued = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const later = issued['ticket'] as unknown as Ticket;
    const visit = { number: 'W2', serviceId: consultation, arrivedAt: later.issuedAt - 1, reason };
    const { ticket } = await edge.result(tokens.reception, 'enter-paper-visit', visit);
    const called = await edge.result(tokens.nurse, 'call-next', { servicePointId: room1 });
    expect((called['ticket'] as unknown as Ticket).id).toBe((ticket as unknown as Ticket).id);
    expect((called['ticket'] as unknown as Ticket).number).toBe('W002');
  });

  it('says why, always', async () => {
    const visit = { number: 'W003', serviceId: consultation, arrivedAt: ago(5) };
    expect((await edge.command(tokens.reception, 'enter-paper-visit', visit as never)).status).toBe(400);
  });
});
