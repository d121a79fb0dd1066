// The clinic's set-up as an administrator reads it, and a look ahead at a change of it.

import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import type { ClinicFault } from '@foyer/contracts/clinic-faults.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';

export type ClinicCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: Refusal & { readonly faults?: readonly ClinicFault[] } };

export interface ClinicSetUpReading {
  /** Undefined until the first run has named the clinic. */
  asSetUp(): ClinicAsSetUp | undefined;
  /** What the command would answer now to these changes, whatever they are; a wrong shape is a fault with its path. */
  check(changes: object): Promise<ClinicCheck | undefined>;
}
