import { callingRulesFaults, type CallingFault } from '@foyer/contracts/calling-rules-faults.ts';
import type { ClinicFile } from './clinic-file.ts';
import { changesOf, type SetUpDraft } from './set-up-draft.ts';

/** Of the rules, over the services and rooms as they would be. */
export function rulesFaults(
  { callingRules, clinic }: ClinicFile,
  staff: readonly { readonly id: string }[],
): readonly CallingFault[] {
  if (callingRules === null) return [];
  return callingRulesFaults(callingRules, {
    serviceIds: clinic.services.map(({ id }) => id),
    servicePoints: clinic.servicePoints,
    knowsStaff: (staffId) => staff.some(({ id }) => id === staffId),
  });
}

/** Those that the draft brings about: rules that somebody who left has made faulty keep nothing else from being applied. */
export function rulesFaultsOf(
  draft: Pick<SetUpDraft, 'before' | 'now'>,
  staff: readonly { readonly id: string }[],
): readonly CallingFault[] {
  const isOld = changesOf(draft).callingRules === undefined && rulesFaults(draft.before, staff).length > 0;
  return isOld ? [] : rulesFaults(draft.now, staff);
}
