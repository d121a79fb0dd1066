import { describe, expect, it } from 'vitest';
import { kioskOne } from '../testing/a-clinic.ts';
import { aState, aTicket, stateAt } from '../testing/a-state.ts';
import type { Print } from './clinic-state.ts';
import { kioskView } from './kiosk-view.ts';
import { staffView } from './staff-view.ts';
import { unprintedTickets } from './unprinted.ts';

const aPrint = (ticketId: string, state: Print['state'], rest: Partial<Print> = {}): Print => ({
  jobId: `${ticketId} ${state} ${rest.at ?? 0}`,
  ticketId,
  state,
  at: stateAt,
  ...rest,
});

function unprinted(...prints: readonly Print[]): readonly string[] {
  const tickets = ['1', '2', '3'].map((id, index) => aTicket(id, { issuedAt: stateAt - index * 1_000 }));
  return unprintedTickets(
    aState({ tickets, changes: { prints: new Map(prints.map((print) => [print.jobId, print])) } }),
  );
}

describe('who has no paper', () => {
  it('waits still, and has none: the longest wait first', () => {
    expect(unprinted(aPrint('1', 'failed'), aPrint('2', 'unknown', { code: 'print-unknown' }))).toEqual(['2', '1']);
    expect(unprinted(aPrint('1', 'printed'), aPrint('gone', 'failed'))).toEqual([]);
  });

  it('has some once it was printed again, and none while that is under way', () => {
    const failed = aPrint('1', 'failed');
    expect(unprinted(failed, aPrint('1', 'printing', { at: stateAt + 1 }))).toEqual([]);
    expect(unprinted(failed, aPrint('1', 'printed', { at: stateAt + 1 }))).toEqual([]);
    expect(unprinted(failed, aPrint('1', 'failed', { at: stateAt + 1 }))).toEqual(['1']);
  });

  it('is not asked about where a printer can prove nothing', () => {
    expect(unprinted(aPrint('1', 'unknown', { code: 'print-unproven' }))).toEqual([]);
  });

  it('is told at a kiosk by its own printer, whatever the desk’s does', () => {
    const printerAt = (deviceId: string) => (deviceId === kioskOne ? ('unavailable' as const) : ('ready' as const));
    const state = aState({ changes: { printer: 'ready', printerAt } });
    expect(kioskView(state, kioskOne).printer).toBe('unavailable');
    expect(kioskView(state, 'another').printer).toBe('ready');
    expect(kioskView(aState({ changes: { printer: 'ready' } }), kioskOne).printer).toBe('ready');
  });

  it('is told to the desk, with every printer, and to nobody else', () => {
    const prints = new Map([['j', aPrint('1', 'failed')]]);
    const printers = [{ id: 'door', name: 'Door', state: 'paper-out' as const, since: stateAt }];
    const state = aState({ tickets: [aTicket('1')], changes: { prints, printers } });
    const audience = { namespace: '/staff', staffId: 'eva', servicePointId: null } as const;
    expect(staffView(state, { ...audience, roles: ['reception'] })).toMatchObject({
      printers: { door: { state: 'paper-out' } },
      unprinted: ['1'],
    });
    expect(staffView(state, { ...audience, roles: ['nurse'] })).not.toHaveProperty('printers');
  });
});
