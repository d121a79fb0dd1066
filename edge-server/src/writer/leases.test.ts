// Walk-ins of a service that several clinics share, through the writer and its tables.

import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import type { GrantedLease, Lease } from '@foyer/contracts/lease.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { composeAudit } from './compose-audit.ts';
import { anId, consultation, EngineUnderTest, kiosk, laboratory } from './testing/a-writer.ts';

let number = 100;
function feed(clinic: EngineUnderTest, ...leases: readonly GrantedLease[]): void {
  const items = leases.map((body): FeedItem => ({ kind: 'lease', id: body.id, body, number: (number += 1) }));
  clinic.perform({ kind: 'feed', page: { version: 1, serverTime: clinic.clock.wall(), items, next: number } });
}
function aLease(clinic: EngineUnderTest, given: Partial<Lease> = {}): Lease {
  const businessDay = clinic.reading((read) => read.lastBusinessDay()) ?? '';
  return { id: anId(), poolId: anId(), serviceId: laboratory, businessDay, first: 41, last: 42, epoch: 1, ...given };
}
function facts(clinic: EngineUnderTest, type: string): unknown[] {
  const rows = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000));
  return rows.filter((row) => row.type === type).map((row) => JSON.parse(row.body) as unknown);
}
const walksIn = (clinic: EngineUnderTest) => clinic.result('issue-ticket', { serviceId: laboratory }, kiosk);

describe('a lease', () => {
  it('is used unit by unit, without a line, and then a kiosk gives no more numbers while staff may', () => {
    const clinic = new EngineUnderTest().initialise();
    const lease = aLease(clinic);
    feed(clinic, lease);
    const ids = [walksIn(clinic), walksIn(clinic)].map(({ ticket }) => (ticket as { id: string }).id);
    expect(facts(clinic, 'v1.LeaseUsed')).toEqual([
      { leaseId: lease.id, unit: 41, usedFor: ids[0] },
      { leaseId: lease.id, unit: 42, usedFor: ids[1] },
    ]);
    expect(clinic.refusal('issue-ticket', { serviceId: laboratory }, kiosk)).toBe('day-full');
    clinic.issue({ serviceId: laboratory });
    expect(facts(clinic, 'v1.LeaseUsed')).toHaveLength(2);
    expect(clinic.send('issue-ticket', { serviceId: consultation }, kiosk)).toMatchObject({ ok: true });
  });

  it('is taken once, however often it comes down, and never in another life of the log', () => {
    const clinic = new EngineUnderTest().initialise();
    const lease = aLease(clinic);
    feed(clinic, lease, aLease(clinic, { epoch: 2 }));
    walksIn(clinic);
    feed(clinic, lease);
    expect(facts(clinic, 'v1.LeaseTaken')).toEqual([{ lease }]);
    clinic.perform({ kind: 'begin-epoch' });
    expect(clinic.refusal('issue-ticket', { serviceId: laboratory }, kiosk)).toBe('day-full');
  });

  it('goes back with what was not used once its day is over, and the next day’s is used', () => {
    const clinic = new EngineUnderTest().initialise();
    const lease = aLease(clinic, { last: 45 });
    feed(clinic, lease);
    walksIn(clinic);
    clinic.clock.pass(dayMs);
    clinic.perform({ kind: 'look-at-clock' });
    const tomorrow = aLease(clinic, { first: 60, last: 61 });
    feed(clinic, tomorrow);
    expect(facts(clinic, 'v1.LeaseReturned')).toEqual([{ leaseId: lease.id, units: 4 }]);
    walksIn(clinic);
    expect(facts(clinic, 'v1.LeaseUsed')).toContainEqual(expect.objectContaining({ leaseId: tomorrow.id, unit: 60 }));
  });

  it('goes back where the clinic shares no more, and the service is its own again', () => {
    const clinic = new EngineUnderTest().initialise();
    const lease = aLease(clinic);
    feed(clinic, lease);
    walksIn(clinic);
    const over: FeedItem = { kind: 'lease', id: lease.poolId, body: null, number: (number += 1) };
    clinic.perform({
      kind: 'feed',
      page: { version: 1, serverTime: clinic.clock.wall(), items: [over], next: number },
    });
    expect(facts(clinic, 'v1.LeaseReturned')).toEqual([{ leaseId: lease.id, units: 1 }]);
    for (let walkIn = 0; walkIn < 3; walkIn += 1) walksIn(clinic);
    expect(facts(clinic, 'v1.LeaseUsed')).toHaveLength(1);
  });

  it('goes back when the centre wants it back, with what is not used, once, and also where it was never taken', () => {
    const clinic = new EngineUnderTest().initialise();
    const [held, other] = [aLease(clinic), aLease(clinic, { first: 60, last: 64 })];
    feed(clinic, held);
    walksIn(clinic);
    for (let time = 0; time < 2; time += 1) {
      feed(clinic, { ...held, takenBack: true }, { ...other, takenBack: true });
    }
    expect(facts(clinic, 'v1.LeaseReturned')).toEqual([
      { leaseId: held.id, units: 1 },
      { leaseId: other.id, units: 5 },
    ]);
    expect(facts(clinic, 'v1.LeaseTaken')).toEqual([{ lease: held }, { lease: other }]);
    expect(clinic.refusal('issue-ticket', { serviceId: laboratory }, kiosk)).toBe('day-full');
  });

  it('is folded from the log alone', () => {
    const clinic = new EngineUnderTest().initialise();
    feed(clinic, aLease(clinic));
    walksIn(clinic);
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});
