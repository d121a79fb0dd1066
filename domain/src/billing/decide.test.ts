import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aNurse, idOf, services, TestQueue } from '../queue/testing.ts';
import type { FactRow } from '../queue/evolve.ts';
import { decideBilling, type BillingCommand } from './decide.ts';
import { emptyBilling, evolveBilling, withBillingChanges } from './evolve.ts';

class TestTill {
  readonly queue = new TestQueue();
  state = emptyBilling;
  epoch = 1;
  #seq = 0;

  send(command: object) {
    const world = {
      clinicCode: 'HS',
      currency: 'EUR',
      epoch: this.epoch,
      knowsService: () => true,
      priceOf: () => ({ amountMinor: 4500, currency: 'EUR', version: 3 }),
    };
    const moment = this.queue.moment();
    const decision = decideBilling(command as BillingCommand, aNurse, this.state, this.queue.state, world, moment);
    if (!decision.ok) return decision;
    for (const fact of decision.facts) {
      const row = {
        ...fact,
        epoch: this.epoch,
        seq: (this.#seq += 1),
        at: moment.at,
        businessDay: moment.businessDay,
        actor: aNurse.actor,
      } as FactRow;
      this.state = withBillingChanges(this.state, evolveBilling(this.state, row));
    }
    return decision;
  }

  charge(): string {
    const ticketId = this.queue.issue();
    this.send({ type: 'record-charge', ticketId, serviceId: services.general });
    return [...this.state.charges.keys()].at(-1) ?? '';
  }
  receipts() {
    return [...this.state.payments.values()].map((payment) => payment.receiptNumber);
  }
}

describe('the till', () => {
  it('takes a payment in cash with its change and its receipt', () => {
    const till = new TestTill();
    const chargeId = till.charge();
    const pay = { type: 'take-payment', chargeIds: [chargeId], means: 'cash', amountMinor: 4500, tenderedMinor: 5000 };
    expect(till.send(pay)).toMatchObject({ refusal: { code: 'till-closed' } });
    till.send({ type: 'open-till', floatMinor: 10_000 });
    expect(till.send({ ...pay, amountMinor: 4400 })).toMatchObject({
      refusal: { code: 'wrong-amount', expectedMinor: 4500 },
    });
    expect(till.send({ ...pay, tenderedMinor: 4000 })).toMatchObject({ refusal: { code: 'tendered-too-little' } });
    expect(till.send(pay)).toMatchObject({
      ok: true,
      facts: [{ body: { changeMinor: 500, receiptNumber: 'HS-1-1' } }],
    });
    expect(till.send(pay)).toMatchObject({ refusal: { code: 'already-paid' } });
    expect(till.send({ type: 'close-till', countedMinor: 14_400 })).toMatchObject({
      facts: [{ body: { expectedMinor: 14_500, varianceMinor: -100 } }],
    });
  });

  it('never charges a service on a ticket twice', () => {
    const till = new TestTill();
    const ticketId = till.queue.issue();
    till.send({ type: 'record-charge', ticketId, serviceId: services.general });
    expect(till.send({ type: 'record-charge', ticketId, serviceId: services.general })).toMatchObject({
      refusal: { code: 'already-charged' },
    });
    expect(till.send({ type: 'record-charge', ticketId: idOf(9), serviceId: services.general })).toMatchObject({
      refusal: { code: 'unknown-ticket' },
    });
  });
});

describe('the receipt series', () => {
  it('always counts from 1 without gaps in each epoch, whatever is refused between', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('pay', 'short', 'again', 'epoch'), { maxLength: 30 }), (acts) => {
        const till = new TestTill();
        till.send({ type: 'open-till', floatMinor: 0 });
        const expected: string[] = [];
        let ordinal = 0;
        for (const act of acts) {
          if (act === 'epoch') {
            till.epoch += 1;
            ordinal = 0;
            continue;
          }
          const chargeId = act === 'again' ? ([...till.state.charges.keys()].at(-1) ?? idOf(1)) : till.charge();
          const paid = till.state.charges.get(chargeId)?.paymentId !== null;
          const amountMinor = act === 'short' ? 1 : 4500;
          till.send({ type: 'take-payment', chargeIds: [chargeId], means: 'external-card', amountMinor });
          if (act === 'short' || paid) continue;
          ordinal += 1;
          expected.push(`HS-${till.epoch}-${ordinal}`);
        }
        expect(till.receipts()).toEqual(expected);
      }),
    );
  });
});
