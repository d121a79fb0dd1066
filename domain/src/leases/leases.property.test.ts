// A centre and two clinics that share a pool, with a line that loses answers, clocks that jump a day ahead, and boxes that
// are lost and restored from an older image, and a centre that takes back and grants again: nobody uses more than the pool has, no unit is used twice, and the account
// is right to the last unit.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '@foyer/contracts/events.ts';
import type { Lease, LeaseAccount } from '@foyer/contracts/lease.ts';
import { ended, nextUnit, returned, returnsDue, taken, used, type LeaseRecord } from './lease.ts';
import { accountOf, sumOf, unitsToGrant } from './pool.ts';

const limits = { perDay: 20, share: 6 };
const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];

interface Held {
  readonly lease: Lease;
  readonly clinic: number;
  used: number;
  returned: number;
  isLost: boolean;
}

/** A box: what it folded, and the rows that the centre has not acknowledged. */
class Box {
  epoch = 1;
  day = 0;
  leases: LeaseRecord[] = [];
  rows: Fact[] = [];
  image: { readonly leases: LeaseRecord[]; readonly rows: Fact[]; readonly day: number } | undefined;

  append(...facts: readonly Fact[]): void {
    for (const fact of facts) {
      this.rows.push(fact);
      const change = (id: string, by: (record: LeaseRecord) => LeaseRecord) => {
        this.leases = this.leases.map((record) => (record.id === id ? by(record) : record));
      };
      if (fact.type === 'v1.LeaseTaken') this.leases = [...this.leases, taken(fact.body.lease)];
      if (fact.type === 'v1.LeaseUsed') change(fact.body.leaseId, used);
      if (fact.type === 'v1.LeaseReturned') change(fact.body.leaseId, ended);
    }
  }
}

class Pool {
  readonly boxes = [new Box(), new Box()];
  readonly granted: Held[] = [];
  /** The clinics from which everything is taken back. */
  readonly withheld = new Set<number>();
  /** Every unit that a ticket ever took, whether or not the centre heard of it. */
  readonly units: { readonly unit: number; readonly day: string }[] = [];
  #next = 1;

  accounts(of: (held: Held) => boolean): LeaseAccount {
    const found = this.granted.filter(of).map(({ lease, ...account }) => {
      return accountOf({ ...account, units: lease.last - lease.first + 1 });
    });
    return sumOf(found);
  }

  /** The clinic asks for what is new; the answer may be lost. */
  poll(clinic: number, day: number, isLost: boolean): void {
    const box = this.boxes[clinic]!;
    const businessDay = days[day]!;
    const own = this.accounts((held) => held.clinic === clinic && held.lease.businessDay === businessDay);
    const all = this.accounts((held) => held.lease.businessDay === businessDay);
    const units = this.withheld.has(clinic) ? 0 : unitsToGrant(limits, own, all);
    if (units > 0) {
      const [first, last] = [this.#next, this.#next + units - 1];
      this.#next += units;
      const lease = { id: `lease ${first}`, poolId: 'pool', serviceId: 'service', businessDay, first, last };
      this.granted.push({
        lease: { ...lease, epoch: box.epoch },
        clinic,
        used: 0,
        returned: 0,
        isLost: false,
      });
    }
    if (isLost) return;
    for (const { lease } of this.granted.filter((held) => held.clinic === clinic)) {
      const isKnown = box.leases.some(({ id }) => id === lease.id);
      if (lease.epoch === box.epoch && !isKnown) box.append({ type: 'v1.LeaseTaken', body: { lease } });
    }
    if (this.withheld.has(clinic)) {
      const open = box.leases.filter((lease) => !lease.ended && lease.epoch === box.epoch);
      box.append(...open.map(returned));
    }
    box.append(...returnsDue(box.leases, days[box.day]!, box.epoch));
  }

  use(clinic: number): void {
    const box = this.boxes[clinic]!;
    const day = days[box.day]!;
    box.append(...returnsDue(box.leases, day, box.epoch));
    const unit = nextUnit(box.leases, day, box.epoch);
    if (unit === undefined) return;
    this.units.push({ unit: unit.unit, day });
    box.append({ type: 'v1.LeaseUsed', body: { ...unit, usedFor: 'ticket' } });
  }

  rowsArrive(clinic: number, count: number): void {
    for (const { type, body } of this.boxes[clinic]!.rows.splice(0, count)) {
      const held = this.granted.find(({ lease }) => 'leaseId' in body && lease.id === body.leaseId);
      if (held === undefined || held.isLost) continue;
      if (type === 'v1.LeaseUsed') held.used += 1;
      if (type === 'v1.LeaseReturned') held.returned += body.units;
    }
  }

  /** The box is gone; another one has its last image and begins a new life of the log. */
  restore(clinic: number): void {
    const box = this.boxes[clinic]!;
    box.leases = box.image?.leases ?? [];
    box.rows = [];
    box.epoch += 1;
    for (const held of this.granted) {
      const isOver = held.lease.epoch < box.epoch && held.used + held.returned < held.lease.last - held.lease.first + 1;
      if (held.clinic === clinic && isOver) held.isLost = true;
    }
  }
}

const clinic = fc.constantFrom(0, 1);
const aStep = fc.oneof(
  fc.record({ type: fc.constant('poll'), clinic, ahead: fc.constantFrom(0, 1), isLost: fc.boolean() }),
  { weight: 4, arbitrary: fc.record({ type: fc.constant('use'), clinic }) },
  fc.record({ type: fc.constant('rows'), clinic, count: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ type: fc.constant('day'), clinic }),
  fc.record({ type: fc.constant('take-back'), clinic }),
  fc.record({ type: fc.constant('grant-again'), clinic }),
  fc.record({ type: fc.constant('image'), clinic }),
  fc.record({ type: fc.constant('restore'), clinic }),
);

describe('a pool that two clinics share', () => {
  it('never has more used than it has, no unit twice, and an account that is right to the last unit', () => {
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 20, maxLength: 120 }), (steps) => {
        const pool = new Pool();
        for (const step of steps) {
          const box = pool.boxes[step.clinic]!;
          if (step.type === 'poll') pool.poll(step.clinic, Math.min(box.day + step.ahead, 3), step.isLost);
          if (step.type === 'use') pool.use(step.clinic);
          if (step.type === 'take-back') pool.withheld.add(step.clinic);
          if (step.type === 'grant-again') pool.withheld.delete(step.clinic);
          if (step.type === 'rows') pool.rowsArrive(step.clinic, step.count);
          if (step.type === 'day') box.day = Math.min(box.day + 1, 3);
          if (step.type === 'image') box.image = { leases: box.leases, rows: [...box.rows], day: box.day };
          if (step.type === 'restore') pool.restore(step.clinic);
          for (const day of days) {
            const {
              granted,
              used: spent,
              returned,
              expired,
              held,
            } = pool.accounts(({ lease }) => lease.businessDay === day);
            expect(granted).toBe(spent + returned + expired + held);
            expect(Math.min(spent, returned, expired, held)).toBeGreaterThanOrEqual(0);
            expect(granted - returned).toBeLessThanOrEqual(limits.perDay);
            expect(pool.units.filter((unit) => unit.day === day).length).toBeLessThanOrEqual(limits.perDay);
          }
          expect(new Set(pool.units.map(({ unit }) => unit)).size).toBe(pool.units.length);
        }
      }),
      { numRuns: 100 },
    );
  });
});
