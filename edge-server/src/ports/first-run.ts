// How an empty box becomes a clinic, seen from its door.

import type { FirstRunAnswer, FirstRunRequest, FirstRunStatus } from '@foyer/contracts/clinic-set-up.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { SetUpFault } from '@foyer/contracts/set-up-faults.ts';

export type SetUpOutcome =
  | { readonly ok: true; readonly answer: FirstRunAnswer }
  /** `faults` is there with `set-up-faulty` alone. */
  | { readonly ok: false; readonly code: ErrorCode; readonly faults?: readonly SetUpFault[] };

export interface FirstRun {
  /** Whether a code stands on the console that lets somebody begin. */
  isOpen(): boolean;
  status(): FirstRunStatus;
  /** Makes the clinic, and lets in the tablet that asked. The same request again gets the same answer. */
  setUp(request: FirstRunRequest): Promise<SetUpOutcome>;
}
