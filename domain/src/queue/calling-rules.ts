// The rules of calling as they are set: refused where nobody could call by them, in force from the next decision on, and
// kept by their revision, so that an old call is explained by the rules of its time.

import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import { callingRulesFaults, type CallingPlace } from '@foyer/contracts/calling-rules-faults.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { FactOf } from '@foyer/contracts/events.ts';
import { accept, noEffect, refuse, type Decision, type Sender } from '../decision.ts';
import type { FactRow } from './evolve.ts';
import { revisionKey, rulesNow, type CallingRulesRecord, type QueueChanges, type QueueState } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';
import { withStaffReason } from './sealed-reason.ts';

export function decideCallingRules(
  { rules, reason, type }: CommandOf<'set-calling-rules'>,
  sender: Sender,
  state: QueueState,
  world: Pick<QueueWorld, 'configuration' | 'knowsStaff'>,
): Decision {
  const faults = rules === null ? [] : callingRulesFaults(rules, callingPlace(world));
  if (faults.length > 0) return refuse('calling-rules-impossible', { faults });
  const before = state.callingRules.get(rulesNow);
  if (JSON.stringify(before?.rules ?? null) === JSON.stringify(rules)) return noEffect(type, {});
  const body = { revision: (before?.revision ?? 0) + 1, rules };
  return accept(withStaffReason({ type: 'v1.CallingRulesSet', body }, reason, sender.staffId));
}

/** What rules may name at this clinic. */
export function callingPlace({
  configuration,
  knowsStaff,
}: Pick<QueueWorld, 'configuration' | 'knowsStaff'>): CallingPlace {
  const { services, servicePoints } = configuration;
  return { serviceIds: services.map(({ id }) => id), servicePoints, knowsStaff };
}

export function rulesSet(row: FactRow & FactOf<'v1.CallingRulesSet'>): QueueChanges {
  const { at, actor: by } = row;
  const { revision, rules } = row.body;
  const record = { revision, at, by, rules };
  return {
    callingRules: [
      { id: rulesNow, ...record },
      { id: revisionKey(revision), ...record },
    ],
  };
}

/** Those in force; undefined: the class, then the longest wait. */
export function rulesOf({
  callingRules,
}: Pick<QueueState, 'callingRules'>): (CallingRulesRecord & { readonly rules: CallingRules }) | undefined {
  const record = callingRules.get(rulesNow);
  return record === undefined || record.rules === null ? undefined : { ...record, rules: record.rules };
}

/** The state under other rules, as if they were the next revision. */
export function underRules(state: QueueState, rules: CallingRules | null): QueueState {
  const before = state.callingRules.get(rulesNow);
  const revision = (before?.revision ?? 0) + 1;
  const record: CallingRulesRecord = { id: rulesNow, revision, at: before?.at ?? 0, by: 'system', rules };
  return { ...state, callingRules: new Map([[rulesNow, record]]) };
}
