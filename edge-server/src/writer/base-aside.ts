// A base, made in a process of its own: it folds the log as far as its checkpoint.

import { join } from 'node:path';
import type { MadeBase } from '../ports/log-pruning.ts';
import { askAside } from './aside.ts';
import type { BaseQuestion } from './make-base.ts';

/** Undefined where the log has no such row, or it was aborted. Rejects where it could not be made. */
export function makeBaseAside(question: BaseQuestion, signal: AbortSignal): Promise<MadeBase | undefined> {
  return askAside(join(import.meta.dirname, 'base-process.ts'), question, signal);
}
