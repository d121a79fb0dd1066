// A clinic changes its own set-up: parts of it, each as a whole. What does not fit is refused by its path, what the centre
// owns belongs there, and nobody who waits, is served or is booked loses the service or the room. Source: ADR 0015.

import type { ClinicChanges, ClinicDocument, ClinicPrice } from '@foyer/contracts/clinic-document.ts';
import { rulesWithout } from '@foyer/contracts/calling-rules-without.ts';
import { clinicFaults } from '@foyer/contracts/clinic-faults.ts';
import { centreParts, changesBetween, clinicDocument, inOrder, partsOf } from '@foyer/contracts/clinic-parts.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import { accept, noEffect, refuse, type Decision, type Sender } from '../decision.ts';
import { rulesOf } from '../queue/calling-rules.ts';
import type { QueueState } from '../queue/queue-state.ts';
import { withStaffReason } from '../queue/sealed-reason.ts';
import { withNewVersions } from './form-versions.ts';
import { stranded, taken } from './stranded.ts';

export interface ClinicNow {
  readonly configuration: ClinicConfiguration;
  readonly version: number;
  readonly prices: readonly ClinicPrice[];
  /** Whether a centre owns what is the centre's. */
  readonly isAdopted: boolean;
  readonly queue: Pick<QueueState, 'tickets' | 'servicePoints' | 'callingRules'>;
  /** Of each appointment that is ahead. */
  readonly bookedServiceIds: () => readonly string[];
}

export function decideClinicChange(
  { type, version, changes, reason }: Pick<CommandOf<'change-clinic'>, 'type' | 'version' | 'changes' | 'reason'>,
  sender: Pick<Sender, 'staffId'>,
  now: ClinicNow,
): Decision {
  const { configuration, queue } = now;
  if (version !== now.version) return refuse('clinic-changed-meanwhile', { version: now.version });
  const before = clinicDocument(configuration, now.prices);
  const wanted = withPrices({ ...before, ...versioned(changes, configuration) }, changes);
  const changed = changesBetween(before, wanted);
  if (partsOf(changed).length === 0) return noEffect(type, {});
  const theirs = now.isAdopted ? partsOf(changed).filter((part) => part in changes && centreParts.includes(part)) : [];
  if (theirs.length > 0) return refuse('centre-owns-part', { parts: theirs });
  const faults = clinicFaults(wanted, now.isAdopted);
  if (faults.length > 0) return refuse('set-up-faulty', { faults });
  const left = stranded(changed, configuration, queue, now.bookedServiceIds());
  if (left !== undefined) return left;
  const fact = { type: 'v1.ClinicChanged', body: { version: version + 1, changes: changed } } as const;
  return accept(...closings(changed, now), withStaffReason(fact, reason, sender.staffId), ...rulesLeft(changed, now));
}

/** The price of a service goes with it; one that was named of nothing stays, and is a fault. */
function withPrices(wanted: ClinicDocument, { prices }: ClinicChanges): ClinicDocument {
  if (prices === undefined) return { ...wanted, prices: inOrder(wanted.prices, wanted.services) };
  const known = inOrder(prices, wanted.services);
  return { ...wanted, prices: known.length === prices.length ? known : prices };
}

function versioned(changes: ClinicChanges, { consents = [], questionnaires = [] }: ClinicConfiguration): ClinicChanges {
  return {
    ...changes,
    ...(changes.consents === undefined ? {} : { consents: withNewVersions(changes.consents, consents) }),
    ...(changes.questionnaires === undefined
      ? {}
      : { questionnaires: withNewVersions(changes.questionnaires, questionnaires) }),
  };
}

/** A room that is taken away is closed first: nobody answers for it any more. */
function closings(changes: ClinicChanges, { configuration, queue }: ClinicNow): readonly Fact[] {
  return taken(configuration.servicePoints, changes.servicePoints)
    .filter((id) => (queue.servicePoints.get(id)?.state ?? 'closed') !== 'closed')
    .map((servicePointId) => ({ type: 'v1.ServicePointClosed', body: { servicePointId } }));
}

/** What the calling rules say of a service or a room goes with it. */
function rulesLeft(changes: ClinicChanges, { configuration, queue }: ClinicNow): readonly Fact[] {
  const inForce = rulesOf(queue);
  if (inForce === undefined) return [];
  const gone = new Set([
    ...taken(configuration.services, changes.services),
    ...taken(configuration.servicePoints, changes.servicePoints),
  ]);
  const rules = rulesWithout(inForce.rules, gone);
  if (saysTheSame(rules, inForce.rules)) return [];
  return [{ type: 'v1.CallingRulesSet', body: { revision: inForce.revision + 1, rules } }];
}
