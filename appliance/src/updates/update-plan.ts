// The planner of updates: from what is seen to the one step that is next. It remembers nothing, so that a box that was cut
// off at any moment goes on from what lies on its disk. Invariants:
// 1. `current` names a release that is unpacked, whole, and either kept or on trial.
// 2. The version that was kept stays unpacked until the next one is kept.
// 3. A trial is begun only with nobody waiting, or urgently, and after a rehearsal on a copy of the clinic.
// 4. A database that holds what was accepted is never replaced. Source: docs/adr/0016-updates.md

import { assertNever } from '@foyer/contracts/app-error.ts';
import type { UpdateEnd } from '@foyer/contracts/box-health.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import { type Release, releaseFolder } from '../bundle/manifest.ts';
import type { GivenUp, Trial, UpdateLimits, UpdateSeen, WantedUpdate } from './update-facts.ts';

export type UpdateStep =
  | { readonly kind: 'rest' }
  /** What was wanted has its end: it is wanted no more. */
  | { readonly kind: 'forget' }
  | { readonly kind: 'refuse'; readonly updateId: string; readonly code: ErrorCode }
  | { readonly kind: 'unpack'; readonly release: Release; readonly folder: string; readonly updateId: string }
  | { readonly kind: 'rehearse'; readonly release: Release }
  /** Stops what runs, copies its database, and writes down that the trial has begun. */
  | { readonly kind: 'begin-trial'; readonly release: Release; readonly updateId: string }
  | { readonly kind: 'switch'; readonly release: Release }
  | { readonly kind: 'stop' }
  | { readonly kind: 'start' }
  /** Counts the start first. */
  | { readonly kind: 'start-trial' }
  | { readonly kind: 'give-up'; readonly why: GivenUp['why'] }
  | { readonly kind: 'judge-database' }
  | { readonly kind: 'bring-database-back' }
  | { readonly kind: 'end'; readonly kept: Release; readonly updateId: string; readonly end: UpdateEnd };

export function planUpdate(seen: UpdateSeen, limits: UpdateLimits): UpdateStep {
  const { state, wanted } = seen;
  if (state.trial !== null) return planTrial(seen, state.trial, limits);
  if (wanted !== null && wanted.updateId === state.last?.updateId) return { kind: 'forget' };
  if (state.kept === null) return wanted === null ? { kind: 'rest' } : planFirst(seen, wanted);
  if (seen.current !== releaseFolder(state.kept)) return { kind: 'switch', release: state.kept };
  if (seen.process === null) return { kind: 'start' };
  return wanted === null ? { kind: 'rest' } : planWanted(seen, wanted);
}

/** Nothing is installed: there is nobody to disturb, and nothing to go back to. */
function planFirst({ bundle, current }: UpdateSeen, { updateId, folder }: WantedUpdate): UpdateStep {
  if (bundle === null) return { kind: 'rest' };
  if (typeof bundle === 'string') return { kind: 'refuse', updateId, code: bundle };
  if (bundle.refusal !== undefined) return { kind: 'refuse', updateId, code: bundle.refusal };
  if (!bundle.isUnpacked) return { kind: 'unpack', release: bundle, folder, updateId };
  if (current !== releaseFolder(bundle)) return { kind: 'switch', release: bundle };
  return { kind: 'end', kept: bundle, updateId, end: 'kept' };
}

function planWanted({ bundle, process }: UpdateSeen, { updateId, folder, urgent }: WantedUpdate): UpdateStep {
  if (bundle === null) return { kind: 'rest' };
  if (typeof bundle === 'string') return { kind: 'refuse', updateId, code: bundle };
  if (bundle.refusal !== undefined) return { kind: 'refuse', updateId, code: bundle.refusal };
  const waiting = process?.waiting;
  // What runs may still be coming up after a power cut; until it says who waits, only what is urgent goes on.
  if (!urgent && waiting === undefined) return { kind: 'rest' };
  if (!urgent && waiting !== 0) return { kind: 'refuse', updateId, code: 'patients-waiting' };
  if (!bundle.isUnpacked) return { kind: 'unpack', release: bundle, folder, updateId };
  if (bundle.rehearsal === undefined) return { kind: 'rehearse', release: bundle };
  if (bundle.rehearsal === 'failed') return { kind: 'refuse', updateId, code: 'rehearsal-failed' };
  return { kind: 'begin-trial', release: bundle, updateId };
}

function planTrial({ state, current, process }: UpdateSeen, trial: Trial, limits: UpdateLimits): UpdateStep {
  if (trial.givenUp !== null) return planWayBack(state.kept, { current, process }, trial, trial.givenUp);
  if (current !== releaseFolder(trial)) return { kind: 'switch', release: trial };
  if (process === null)
    return trial.starts >= limits.starts ? { kind: 'give-up', why: 'starts' } : { kind: 'start-trial' };
  if (process.runs !== releaseFolder(trial)) return { kind: 'stop' };
  if (process.illForMs >= limits.illMs) return { kind: 'give-up', why: 'ill' };
  if (process.wellForMs < limits.provenMs) return { kind: 'rest' };
  return { kind: 'end', kept: trial, updateId: trial.updateId, end: 'kept' };
}

function planWayBack(
  kept: Release | null,
  { current, process }: Pick<UpdateSeen, 'current' | 'process'>,
  trial: Trial,
  { database }: GivenUp,
): UpdateStep {
  const { updateId } = trial;
  if (process !== null) return { kind: 'stop' };
  switch (database) {
    case 'undecided':
      return { kind: 'judge-database' };
    case 'bring-back':
      return { kind: 'bring-database-back' };
    case 'moved-on':
      return { kind: 'end', kept: trial, updateId, end: 'stuck' };
    case 'as-it-is':
      if (kept === null) return { kind: 'end', kept: trial, updateId, end: 'stuck' };
      if (current !== releaseFolder(kept)) return { kind: 'switch', release: kept };
      return { kind: 'end', kept, updateId, end: 'rolled-back' };
    default:
      return assertNever(database);
  }
}
