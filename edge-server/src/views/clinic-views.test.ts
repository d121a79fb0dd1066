import { describe, expect, it } from 'vitest';
import { theBuilding } from '@foyer/domain/queue/queue-state.ts';
import { silentLog } from '../ports/log.ts';
import { aState, aTicket, stateAt } from '../testing/a-state.ts';
import { noHistory } from '../testing/no-history.ts';
import { ClinicViews } from './clinic-views.ts';

describe('a ticket', () => {
  it('is answered for whatever its day, and so is why', () => {
    const old = aTicket('7', { businessDay: '2026-09-01', closedAt: stateAt, standing: { state: 'completed' } });
    const views = new ClinicViews({
      mirror: {
        state: aState({ tickets: [aTicket('1')] }),
        displayLayouts: undefined,
        messages: undefined,
        onChangedFirst: () => undefined,
      },
      readModel: {
        ...noHistory,
        ticketIdByPublicId: () => undefined,
        ticket: (id) => (id === old.id ? old : undefined),
      },
      writer: { changeBox: async () => undefined },
      log: silentLog,
    });
    expect(views.ticket('7')).toMatchObject({ number: 'A007', state: 'completed', businessDay: '2026-09-01' });
    expect(views.why('7')).toMatchObject({ state: 'completed' });
    expect(views.why('7')).not.toHaveProperty('position');
    expect(views.ticket('1')).toMatchObject({ number: 'A001' });
    expect([views.ticket('8'), views.why('8')]).toEqual([undefined, undefined]);
  });
});

describe('the muster list', () => {
  it('is in the access log with each name, for whoever sees it, as what it was seen for', () => {
    const written: unknown[] = [];
    const base = aState({ tickets: [aTicket('1', { patientId: 'maria' })] });
    const evacuation = {
      id: theBuilding,
      startedAt: stateAt,
      startedBy: 'system',
      endedAt: null,
      accountedFor: {},
    } as const;
    const state = { ...base, queue: { ...base.queue, evacuations: new Map([[theBuilding, evacuation]]) } };
    const views = new ClinicViews({
      mirror: { state, displayLayouts: undefined, messages: undefined, onChangedFirst: () => undefined },
      readModel: { ...noHistory, ticketIdByPublicId: () => undefined, ticket: () => undefined },
      writer: { changeBox: async (_kind, change) => void written.push(change) },
      log: silentLog,
    });
    const cashier = { namespace: '/staff', staffId: 'eva', roles: ['cashier'], servicePointId: null } as const;
    views.view(cashier);
    views.view(cashier);
    expect(written).toEqual([{ actor: 'staff:eva', patientId: 'maria', at: stateAt, purpose: 'muster' }]);
  });
});
