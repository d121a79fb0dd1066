// A whole check of the database, in a process of its own: it folds the whole log anew.

import { join } from 'node:path';
import { askAside } from './aside.ts';
import type { CheckedDatabase, LogPlace } from './check-database.ts';

export interface CheckQuestion {
  readonly databasePath: string;
  readonly clinicKeyPath: string;
  readonly committed: LogPlace | undefined;
}

/** Rejects where it could not be asked or ended without an answer; an aborted one resolves with undefined. */
export function checkAside(question: CheckQuestion, signal: AbortSignal): Promise<CheckedDatabase | undefined> {
  return askAside(join(import.meta.dirname, 'check-process.ts'), question, signal);
}
