// A table of appointments at the door: looked at, and taken over by one command.

import type { ImportAnswer, ImportRequest } from '@foyer/contracts/appointment-import.ts';
import type { Credential } from './access.ts';
import type { StatusAnswer } from './writer.ts';

/** What is not ok has the shape of every door's answer. */
export type ImportOutcome = ImportAnswer | Extract<StatusAnswer, { readonly ok: false }>;

export interface AppointmentImports {
  take(request: ImportRequest, credential: Credential): Promise<ImportOutcome>;
}
