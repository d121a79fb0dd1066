// What this clinic shares with others, within what it was granted: a walk-in of a shared service takes the next unit, with
// or without a line. A kiosk gives no number beyond; staff may, and that one takes no unit.

import type { Fact } from '@foyer/contracts/events.ts';
import type { GrantedLease } from '@foyer/contracts/lease.ts';
import type { Decision, Moment, Sender } from '@foyer/domain/decision.ts';
import { nextUnit, returned, returnsDue, taken } from '@foyer/domain/leases/lease.ts';
import type { Projections } from '../ports/projections.ts';
import { refused } from './context.ts';

type Leases = Pick<Projections, 'lease' | 'openLeases' | 'isShared' | 'sharesIn'>;

/** A decision to give a number, with the unit that it takes. */
export function withinLease(
  decision: Decision,
  serviceId: string,
  sender: Sender,
  { records, moment, epoch }: { readonly records: Leases; readonly moment: Moment; readonly epoch: number },
): Decision {
  if (!decision.ok || !records.isShared(serviceId)) return decision;
  const issued = decision.facts.find((fact) => fact.type === 'v1.TicketIssued');
  if (issued === undefined) return decision;
  const open = records.openLeases();
  const over = returnsDue(open, moment.businessDay, epoch);
  const own = open.filter((lease) => lease.serviceId === serviceId);
  const unit = nextUnit(own, moment.businessDay, epoch);
  if (unit === undefined) {
    if (sender.roles.includes('kiosk')) return refused('day-full', { serviceId });
    return { ok: true, facts: [...over, ...decision.facts] };
  }
  const used: Fact = { type: 'v1.LeaseUsed', body: { ...unit, usedFor: issued.body.ticketId } };
  return { ok: true, facts: [...over, used, ...decision.facts] };
}

/**
 * One that the centre granted: taken once, and what is over goes back, as does what the centre wants back. None of another
 * life of this log.
 */
export function leaseGranted(
  { takenBack, ...lease }: GrantedLease,
  { records, businessDay, epoch }: { readonly records: Leases; readonly businessDay: string; readonly epoch: number },
): readonly Fact[] {
  if (lease.epoch !== epoch) return [];
  const held = records.lease(lease.id);
  if (held !== undefined) return takenBack === true && !held.ended ? [returned(held)] : [];
  const begun: Fact = { type: 'v1.LeaseTaken', body: { lease } };
  if (takenBack) return [begun, returned(taken(lease))];
  return [begun, ...returnsDue([...records.openLeases(), taken(lease)], businessDay, epoch)];
}

/** Of a pool that this clinic shares in no more: what it holds goes back, and the service is its own again. */
export function sharingEnded(poolId: string, records: Leases): readonly Fact[] {
  if (!records.sharesIn(poolId)) return [];
  const open = records.openLeases().filter((lease) => lease.poolId === poolId);
  return [...open.map(returned), { type: 'v1.SharingEnded', body: { poolId } }];
}
