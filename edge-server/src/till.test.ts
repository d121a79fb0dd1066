// The till's end, through the doors of an edge that serves: the Z on paper, the X, and the same Z once more.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TillReportDocument } from './ports/ticket-printer.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

const reports = () =>
  edge.printer.printed.flatMap(({ kind, document }) =>
    kind === 'till-report' ? [document as TillReportDocument] : [],
  );
const refusalOf = ({ body }: { readonly body: object }) => (body as { refusal?: object }).refusal;

describe('a till', () => {
  it('prints an X on demand and stays open', async () => {
    await edge.result(tokens.cashier, 'open-till', { floatMinor: 10_000 });
    await edge.result(tokens.cashier, 'print-till-report', {});
    await vi.waitFor(() => expect(reports()).toMatchObject([{ title: 'X report' }]));
  });

  it('is closed once, by the count that its reason explains, and prints its numbered Z, and again when that is wanted', async () => {
    const miscounted = await edge.command(tokens.cashier, 'close-till', { countedMinor: 0 });
    expect(refusalOf(miscounted)).toMatchObject({ code: 'variance-unexplained' });
    const closed = await edge.result(tokens.cashier, 'close-till', { countedMinor: 0, reason: 'the bank came' });
    expect(closed).toMatchObject({ zNumber: 'NORTH-1-Z1' });
    expect(refusalOf(await edge.command(tokens.cashier, 'close-till', { countedMinor: 0 }))).toEqual({
      code: 'till-closed',
    });
    await vi.waitFor(() => expect(reports().at(1)).toMatchObject({ title: 'Z report', number: 'NORTH-1-Z1' }));
    await edge.result(tokens.cashier, 'print-till-report', { tillId: String(closed['tillId']) });
    await vi.waitFor(() => expect(reports().at(2)).toMatchObject({ number: 'NORTH-1-Z1' }));
  });

  it('is the cashier’s and the supervisor’s alone', async () => {
    for (const token of [tokens.nurse, tokens.reception, tokens.kiosk]) {
      expect((await edge.command(token, 'print-till-report', {})).status).toBe(403);
    }
  });
});
