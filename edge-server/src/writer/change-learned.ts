// What was learned of waits, read and written in parts, so that a step costs no more than what it teaches.

import { invariant } from '@foyer/contracts/app-error.ts';
import type { WaitModel } from '@foyer/domain/wait-estimate/wait-model.ts';
import { learnedAt, waitModelOf } from '../ports/learned-waits.ts';
import type { LearnedPart, WaitRecords } from '../ports/wait-records.ts';
import type { FoldedRow } from './fold.ts';

export type Part = readonly [part: LearnedPart, key: string];

/** Reads and writes no more of what was learned than the parts that `act` touches. */
export function changeLearned(
  records: WaitRecords,
  touched: readonly Part[],
  act: (model: WaitModel) => WaitModel,
): void {
  const before = waitModelOf(touched.flatMap(([part, key]) => records.learnedWait(part, key) ?? []));
  const after = act(before);
  for (const part of Object.keys(after) as LearnedPart[]) {
    const isTouched = after[part] === before[part] || touched.some(([other]) => other === part);
    invariant(isTouched, `what was learned of ${part} would be lost`);
  }
  for (const [part, key] of touched) {
    const value = learnedAt(after, part, key);
    if (value === learnedAt(before, part, key)) continue;
    records.putLearnedWait({ part, key, value: JSON.stringify(value) });
  }
}

/** Nobody knows the times well of what was written on paper first. */
export function isOnPaper({ body }: FoldedRow): boolean {
  return 'occurredAt' in body && body.occurredAt !== undefined;
}
