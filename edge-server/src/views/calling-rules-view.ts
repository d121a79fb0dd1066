// The rules of calling as an answer, and what others would do to the queue of this moment.

import type { CallingPreview, CallingRules, CallingRulesNow } from '@foyer/contracts/calling-rules.ts';
import { callingRulesFaults, type CallingFault } from '@foyer/contracts/calling-rules-faults.ts';
import { callingPlace } from '@foyer/domain/queue/calling-rules.ts';
import { previewRules } from '@foyer/domain/queue/preview-rules.ts';
import { rulesNow } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicState } from './clinic-state.ts';

export function callingRulesView({ queue }: Pick<ClinicState, 'queue'>): CallingRulesNow {
  const record = queue.callingRules.get(rulesNow);
  if (record === undefined) return { revision: 0, rules: null };
  const { revision, rules, at } = record;
  return { revision, rules, setAt: at };
}

export function callingPreview(
  state: Pick<ClinicState, 'queue' | 'configuration' | 'now' | 'staff'>,
  rules: CallingRules | null,
): CallingPreview | { readonly faults: readonly CallingFault[] } {
  const faults = faultsOf(state, rules);
  return faults.length > 0 ? { faults } : previewRules(state.queue, rules, state);
}

/** By what nobody could call under these. */
export function faultsOf(
  { configuration, staff }: Pick<ClinicState, 'configuration' | 'staff'>,
  rules: CallingRules | null,
): readonly CallingFault[] {
  const place = callingPlace({ configuration, knowsStaff: (id) => staff.has(id) });
  return rules === null ? [] : callingRulesFaults(rules, place);
}
