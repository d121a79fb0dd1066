import { describe, expect, it } from 'vitest';
import { openBalance } from './balance.ts';
import type { ChargeRecord } from './billing-state.ts';

const charge = (id: string, changes: Partial<ChargeRecord> = {}): [string, ChargeRecord] => [
  id,
  {
    ...{ id, ticketId: 't1', serviceId: 's1', patientId: 'ana' },
    ...{ amountMinor: 4_500, currency: 'EUR', at: 0, paymentId: null },
    ...changes,
  },
];
const here = (...charges: [string, ChargeRecord][]) => ({ charges: new Map(charges) });

describe('what a patient has yet to pay', () => {
  it('is what is open here, under all of their ids', () => {
    const billing = here(
      charge('a'),
      charge('b', { patientId: 'ana-at-the-centre' }),
      charge('c', { patientId: 'ben' }),
    );
    expect(openBalance(['ana', 'ana-at-the-centre'], billing, [])).toEqual({ amountMinor: 9_000, currency: 'EUR' });
  });

  it('is what only the centre still knows of, and a charge of both sides once', () => {
    const centre = { currency: 'EUR', charges: ['a', 'old'].map((chargeId) => ({ chargeId, amountMinor: 4_500 })) };
    expect(openBalance(['ana'], here(charge('a')), [centre])).toEqual({ amountMinor: 9_000, currency: 'EUR' });
  });

  it('is nothing once it was paid here, whatever the centre has heard of it', () => {
    const centre = { currency: 'EUR', charges: [{ chargeId: 'a', amountMinor: 4_500 }] };
    expect(openBalance(['ana'], here(charge('a', { paymentId: 'p1' })), [centre])).toBeUndefined();
  });
});
