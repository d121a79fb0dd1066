// Leaving the building, through the doors of an edge that serves.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MusterDocument } from './ports/ticket-printer.ts';
import { consultation, room1 } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

const lists = () =>
  edge.printer.printed.flatMap(({ kind, document }) => (kind === 'muster-list' ? [document as MusterDocument] : []));
const codeOf = ({ body }: { readonly body: object }) => (body as { refusal?: { code: string } }).refusal?.code;
async function facts(): Promise<readonly string[]> {
  const { body } = await edge.call('GET', '/api/v1/log?limit=1000', { token: tokens.auditor });
  return (body['rows'] as { type: string }[]).map(({ type }) => type);
}

describe('an evacuation', () => {
  it('is started by any member of staff and by no screen', async () => {
    for (const token of [tokens.kiosk, tokens.display, tokens.tablet, tokens.button, tokens.auditor]) {
      expect((await edge.command(token, 'evacuate', {})).status).toBe(403);
    }
    await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation, needs: ['mobility'] });
    await edge.result(tokens.cashier, 'evacuate', {});
    await edge.result(tokens.nurse, 'evacuate', {});
    expect((await facts()).filter((type) => type === 'v1.EvacuationStarted')).toHaveLength(1);
  });

  it('prints the list of whom to look for once, and again when that is wanted, with who was found', async () => {
    await vi.waitFor(() => expect(lists()).toHaveLength(1));
    const [list] = lists();
    expect(list).toMatchObject({ count: '1 person', people: [{ number: 'A001', needs: 'Wheelchair' }] });
    const { body } = await edge.call('GET', '/api/v1/board', { token: tokens.nurse });
    const [ticket] = body['tickets'] as { id: string }[];
    await edge.result(tokens.admin, 'account-for', { ticketId: ticket!.id, present: true });
    await edge.result(tokens.nurse, 'print-muster-list', {});
    await vi.waitFor(() => expect(lists().at(1)?.people).toMatchObject([{ number: 'A001', found: 'Found' }]));
    await vi.waitFor(async () =>
      expect((await facts()).filter((type) => type === 'v1.DocumentPrinted').length).toBeGreaterThanOrEqual(3),
    );
  });

  it('refuses with what to do, at the kiosk, in the room and at the till, and ends with the all clear alone', async () => {
    expect(codeOf(await edge.command(tokens.kiosk, 'issue-ticket', { serviceId: consultation }))).toBe('evacuating');
    expect(codeOf(await edge.command(tokens.nurse, 'call-next', { servicePointId: room1 }))).toBe('evacuating');
    expect(codeOf(await edge.command(tokens.cashier, 'open-till', { floatMinor: 0 }))).toBe('evacuating');
    await edge.result(tokens.kiosk, 'request-help', { kind: 'emergency' });
    for (const token of [tokens.nurse, tokens.cashier, tokens.kiosk]) {
      expect((await edge.command(token, 'all-clear', {})).status).toBe(403);
    }
    await edge.result(tokens.reception, 'all-clear', {});
    const { ticket } = await edge.result(tokens.nurse, 'call-next', { servicePointId: room1 });
    expect(ticket).toMatchObject({ number: 'A001' });
  });

  it('prints the whole name of who is identified', async () => {
    const { patientId } = await edge.result(tokens.reception, 'register-patient', {
      patient: { name: { given: 'Ada', family: 'Lovelace' } },
    });
    const known = String(patientId);
    await edge.result(tokens.reception, 'issue-ticket', { serviceId: consultation, patientId: known });
    await edge.result(tokens.reception, 'evacuate', {});
    await vi.waitFor(() =>
      expect(lists().at(-1)?.people).toContainEqual(expect.objectContaining({ name: 'Ada Lovelace' })),
    );
    await edge.result(tokens.reception, 'all-clear', {});
  });
});
