import { describe, expect, it } from 'vitest';
import type { ChargeRecord } from '@foyer/domain/billing/billing-state.ts';
import { adminEva, consultation } from '../testing/a-clinic.ts';
import { aState, aTicket, stateAt } from '../testing/a-state.ts';
import { staffView } from './staff-view.ts';

const at = { id: 'a1', serviceId: consultation, at: stateAt, status: 'booked', ticketId: null } as const;
const charge: ChargeRecord = {
  ...{ id: 'c1', ticketId: 't1', serviceId: consultation, patientId: 'ana' },
  ...{ amountMinor: 3_000, currency: 'EUR', at: stateAt, paymentId: null },
};
const state = aState({
  tickets: [aTicket('1', { notes: ['document-expired'] }), aTicket('2')],
  changes: {
    appointments: [
      { ...at, patientId: 'ana', mode: 'phone' },
      { ...at, id: 'a2', patientId: 'ben' },
    ],
    balances: new Map([['ana', { currency: 'EUR', charges: [{ chargeId: 'old', amountMinor: 1_250 }] }]]),
    billing: { tills: new Map(), charges: new Map([['c1', charge]]), payments: new Map(), series: new Map() },
  },
});
const seenBy = (...roles: ('nurse' | 'reception')[]) =>
  staffView(state, { namespace: '/staff', staffId: adminEva, servicePointId: null, roles });

describe('reception', () => {
  it('sees who has something to pay, here and at the centre, and who does not come in person', () => {
    const { appointments } = seenBy('reception');
    expect(appointments['a1']).toMatchObject({ mode: 'phone', owesMinor: 4_250 });
    expect(appointments['a2']).not.toHaveProperty('owesMinor');
    expect(seenBy('nurse').appointments).toEqual({});
  });

  it('and every nurse see on whose ticket the document has expired', () => {
    for (const { tickets } of [seenBy('reception'), seenBy('nurse')]) {
      expect(tickets['1']?.notes).toEqual(['document-expired']);
      expect(tickets['2']).not.toHaveProperty('notes');
    }
  });
});
