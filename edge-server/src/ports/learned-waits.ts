// The model of waits in the parts that it is kept in, so that what ends a visit reads and writes those of its service.

import { emptyModel, type WaitModel } from '@foyer/domain/wait-estimate/wait-model.ts';
import type { LearnedPart, LearnedWait } from './wait-records.ts';

/** Those that are one thing, whatever the service. */
const singleParts = ['attendance', 'lateness', 'punctuality', 'turnover'] as const satisfies readonly LearnedPart[];
const isSingle = (part: LearnedPart): boolean => (singleParts as readonly string[]).includes(part);

/** Of whatever was read; what was not counts as not seen. */
export function waitModelOf(learned: Iterable<LearnedWait>): WaitModel {
  const model: Record<string, unknown> = { ...emptyModel };
  for (const { part, key, value } of learned) {
    const parsed: unknown = JSON.parse(value);
    model[part] = isSingle(part) ? parsed : { ...(model[part] as object), [key]: parsed };
  }
  return model as unknown as WaitModel;
}

export function learnedAt(model: WaitModel, part: LearnedPart, key: string): unknown {
  return isSingle(part) ? model[part] : (model[part] as Readonly<Record<string, unknown>>)[key];
}
