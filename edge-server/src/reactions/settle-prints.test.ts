import { describe, expect, it } from 'vitest';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { Print } from '../views/clinic-state.ts';
import { SettlePrints } from './settle-prints.ts';

const started = 1_000_000;
const aRow = (type: string, body: object, at = started): LogRow =>
  ({ type, at, body: JSON.stringify(body) }) as unknown as LogRow;
const issued = (ticketId: string, at?: number): LogRow => aRow('v1.TicketIssued', { ticketId, source: 'kiosk' }, at);

async function settled(...rows: readonly LogRow[]) {
  const sent: unknown[] = [];
  const shown: Pick<Print, 'ticketId' | 'state' | 'code'>[] = [];
  await new SettlePrints({
    readModel: { position: () => ({ epoch: 1, seq: rows.length, at: started }), logAfter: () => rows },
    hasPrinter: () => true,
    screens: { printed: ({ ticketId, state, code }) => void shown.push({ ticketId, state, code } as Print) },
    commands: { send: async (command) => void sent.push(command) },
    ids: { newId: () => 'job' },
  }).start();
  return { sent, shown };
}

describe('after a start', () => {
  it('the end of a sheet that was on its way is written as unknown, and its patient is offered paper', async () => {
    const { sent, shown } = await settled(issued('1'), aRow('v1.PaymentTaken', { paymentId: 'p' }));
    expect(sent).toEqual([
      { type: 'record-print', jobId: 'job', outcome: 'print-unknown', ticketId: '1' },
      { type: 'record-print', jobId: 'job', outcome: 'print-unknown', paymentId: 'p' },
    ]);
    expect(shown).toEqual([{ ticketId: '1', state: 'unknown', code: 'print-unknown' }]);
  });

  it('nothing is written of what had its end, and who had no paper is still known', async () => {
    const { sent, shown } = await settled(
      issued('1'),
      aRow('v1.PrintFailed', { ticketId: '1', code: 'paper-out' }),
      issued('2'),
      aRow('v1.DocumentPrinted', { ticketId: '2' }),
    );
    expect(sent).toEqual([]);
    expect(shown).toEqual([{ ticketId: '1', state: 'failed', code: 'paper-out' }]);
  });

  it('a sheet that was printed again after all is one that came', async () => {
    const { shown } = await settled(
      issued('1'),
      aRow('v1.PrintFailed', { ticketId: '1', code: 'paper-out' }),
      aRow('v1.ReprintRequested', { ticketId: '1' }),
      aRow('v1.DocumentPrinted', { ticketId: '1' }),
    );
    expect(shown).toEqual([]);
  });

  it('what was wanted long before, and has no end, was wanted without a printer', async () => {
    const { sent } = await settled(issued('1', started - 600_000), aRow('v1.DayClosed', {}));
    expect(sent).toEqual([]);
  });
});
