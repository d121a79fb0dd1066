// The clinic as somebody is changing it: nothing counts before it is applied, every step can be taken back, and a reload
// or a lock loses nothing. What is changed is what a file of the clinic holds.

import type { ClinicAsSetUp, ClinicChanges } from '@foyer/contracts/clinic-document.ts';
import { changesBetween } from '@foyer/contracts/clinic-parts.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import type { ClinicFile } from './clinic-file.ts';

export interface SetUpDraft {
  readonly clinicId: string;
  /** Of the clinic that `before` tells of. */
  readonly version: number;
  readonly before: ClinicFile;
  readonly now: ClinicFile;
  /** What it was before each step, the newest last. */
  readonly steps: readonly { readonly step: string; readonly before: ClinicFile }[];
}

export function beginDraft(
  { clinicId, version, document }: ClinicAsSetUp,
  others: Omit<ClinicFile, 'clinic'>,
): SetUpDraft {
  const before = { clinic: document, ...others };
  return { clinicId, version, before, now: before, steps: [] };
}

/** `step` names what is being changed: typing on in one thing is one step. */
export function changed(draft: SetUpDraft, changes: Partial<ClinicFile>, step: string): SetUpDraft {
  const goesOn = draft.steps.at(-1)?.step === step;
  const steps = goesOn ? draft.steps : [...draft.steps, { step, before: draft.now }];
  return { ...draft, now: { ...draft.now, ...changes }, steps };
}

/** Without its last step. */
export function takenBack(draft: SetUpDraft): SetUpDraft {
  const last = draft.steps.at(-1);
  return last === undefined ? draft : { ...draft, now: last.before, steps: draft.steps.slice(0, -1) };
}

export interface DraftChanges {
  readonly clinic: ClinicChanges;
  /** Undefined: as they are; null: none any more. */
  readonly callingRules: ClinicFile['callingRules'] | undefined;
  /** Those that differ, by the id of the display. */
  readonly displays: ClinicFile['displays'];
}

export function changesOf({ before, now }: Pick<SetUpDraft, 'before' | 'now'>): DraftChanges {
  const displays = Object.entries(now.displays).filter(
    ([id, layout]) => !saysTheSame(layout, before.displays[id] ?? null),
  );
  return {
    clinic: changesBetween(before.clinic, now.clinic),
    callingRules: saysTheSame(before.callingRules, now.callingRules) ? undefined : now.callingRules,
    displays: Object.fromEntries(displays),
  };
}

export function isChanged({ clinic, callingRules, displays }: DraftChanges): boolean {
  return Object.keys(clinic).length > 0 || callingRules !== undefined || Object.keys(displays).length > 0;
}

/** Upon the clinic as it is now: what was changed here stands, the rest is that of the clinic. */
export function rebased(draft: SetUpDraft, fresh: SetUpDraft): SetUpDraft {
  if (draft.clinicId !== fresh.clinicId) return fresh;
  if (saysTheSame(draft.before, fresh.before)) return { ...draft, version: fresh.version };
  const { clinic, callingRules, displays } = changesOf(draft);
  const { now } = fresh;
  return {
    ...fresh,
    now: {
      clinic: { ...now.clinic, ...clinic },
      callingRules: callingRules === undefined ? now.callingRules : callingRules,
      displays: { ...now.displays, ...displays },
    },
  };
}
