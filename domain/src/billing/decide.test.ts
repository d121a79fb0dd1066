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

  /** A command of the queue, as the till follows it. */
  follow(command: object): void {
    this.queue.send(command as never);
    const row = this.queue.rows.at(-1) as FactRow;
    this.state = withBillingChanges(this.state, evolveBilling(this.state, row));
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
    expect(till.send({ type: 'close-till', countedMinor: 14_500 })).toMatchObject({
      facts: [{ body: { expectedMinor: 14_500, varianceMinor: 0, zNumber: 'HS-1-Z1' } }],
    });
  });

  it('keeps a charge with the patient whom its ticket belongs to', () => {
    const till = new TestTill();
    const chargeId = till.charge();
    const [ticketId] = [...till.queue.state.tickets.keys()];
    const patientOf = () => till.state.charges.get(chargeId)?.patientId;
    till.follow({ type: 'identify-ticket', ticketId, patientId: idOf(400) });
    expect(patientOf()).toBe(idOf(400));
    const { epoch, seq } = till.queue.ticket(ticketId ?? '').last;
    till.follow({ type: 'undo', ticketId, epoch, seq });
    expect(patientOf()).toBeNull();
    till.follow({ type: 'identify-ticket', ticketId, patientId: idOf(401) });
    expect(patientOf()).toBe(idOf(401));
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

describe('closing the till', () => {
  it('asks why the count differs, says by how much, and seals the answer', () => {
    const till = new TestTill();
    till.send({ type: 'open-till', floatMinor: 10_000 });
    const close = { type: 'close-till', countedMinor: 9_900 };
    const unexplained = { refusal: { code: 'variance-unexplained', expectedMinor: 10_000, varianceMinor: -100 } };
    expect(till.send(close)).toMatchObject(unexplained);
    expect(till.send({ ...close, reason: ' ' })).toMatchObject(unexplained);
    expect(till.send({ ...close, reason: 'a coin fell behind the drawer' })).toMatchObject({
      facts: [{ body: { varianceMinor: -100 }, sealed: { reason: 'a coin fell behind the drawer' } }],
    });
  });

  it('happens once: the second has no till to close and takes no number', () => {
    const till = new TestTill();
    till.send({ type: 'open-till', floatMinor: 0 });
    till.send({ type: 'close-till', countedMinor: 0 });
    expect(till.send({ type: 'close-till', countedMinor: 0 })).toMatchObject({ refusal: { code: 'till-closed' } });
    till.send({ type: 'open-till', floatMinor: 0 });
    expect(till.send({ type: 'close-till', countedMinor: 0 })).toMatchObject({
      facts: [{ body: { zNumber: 'HS-1-Z2', zOrdinal: 2 } }],
    });
  });

  it('keeps the receipts from the first to the last, and is printed again when that is wanted', () => {
    const till = new TestTill();
    expect(till.send({ type: 'print-till-report' })).toMatchObject({ refusal: { code: 'till-closed' } });
    till.send({ type: 'open-till', floatMinor: 0 });
    for (let visit = 0; visit < 3; visit += 1) {
      const chargeIds = [till.charge()];
      till.send({ type: 'take-payment', chargeIds, means: 'external-card', amountMinor: 4500 });
    }
    const [tillId] = till.state.tills.keys();
    expect(till.send({ type: 'print-till-report' })).toMatchObject({ facts: [{ body: { tillId } }] });
    till.send({ type: 'close-till', countedMinor: 0 });
    expect(till.send({ type: 'print-till-report', tillId })).toMatchObject({ facts: [{ body: { tillId } }] });
    expect(till.state.tills.get(tillId!)).toMatchObject({
      payments: 3,
      firstReceipt: 'HS-1-1',
      lastReceipt: 'HS-1-3',
      zNumber: 'HS-1-Z1',
    });
  });

  it('never takes a payment without an open till, and always expects float and cash less change', () => {
    const act = fc.oneof(
      fc.record({ act: fc.constant('open'), floatMinor: fc.nat({ max: 100_000 }) }),
      fc.record({
        act: fc.constant('pay'),
        means: fc.constantFrom('cash', 'external-card'),
        more: fc.nat({ max: 9_000 }),
      }),
      fc.record({ act: fc.constant('close'), off: fc.integer({ min: -500, max: 500 }) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40, size: 'max' }), (acts) => {
        const till = new TestTill();
        let drawer: number | undefined;
        let closings = 0;
        for (const step of acts) {
          if ('floatMinor' in step) {
            const { ok } = till.send({ type: 'open-till', floatMinor: step.floatMinor });
            expect(ok).toBe(drawer === undefined);
            drawer ??= step.floatMinor;
          } else if ('means' in step) {
            const tenderedMinor = step.means === 'cash' ? 4500 + step.more : 4500;
            const paid = till.send({
              type: 'take-payment',
              chargeIds: [till.charge()],
              means: step.means,
              amountMinor: 4500,
              tenderedMinor,
            });
            expect(paid.ok).toBe(drawer !== undefined);
            const change = paid.ok ? (paid.facts[0]!.body as { changeMinor: number }).changeMinor : 0;
            if (drawer !== undefined && step.means === 'cash') drawer += tenderedMinor - change;
          } else {
            const countedMinor = Math.max(0, (drawer ?? 0) + step.off);
            const closed = till.send({ type: 'close-till', countedMinor, reason: 'counted twice' });
            expect(closed.ok).toBe(drawer !== undefined);
            if (!closed.ok) continue;
            closings += 1;
            expect(closed.facts[0]!.body).toMatchObject({
              expectedMinor: drawer,
              varianceMinor: countedMinor - drawer!,
              zOrdinal: closings,
            });
            drawer = undefined;
          }
        }
      }),
    );
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
