// What a past day would have been with other calling rules: its own arrivals, its own times with staff, its own opening
// of rooms; only who is called when is decided anew. `POST /api/v1/calling-rules/what-if` at the edge.

import type { Static } from 'typebox';
import { MaybeCallingRules } from './calling-rules.ts';
import type { ServiceId } from './ids.ts';
import { LocalDateText, strictObject } from './schema.ts';
import type { PriorityClass } from './ticket-state.ts';
import type { BusinessDay } from './time.ts';

export const WhatIfRequest = strictObject({ businessDay: LocalDateText, rules: MaybeCallingRules });
export type WhatIfRequest = Static<typeof WhatIfRequest>;

/** Of everybody who was called at least once; waits in whole minutes. */
export interface WaitsOf {
  readonly called: number;
  /** Went, or was still there at the end, without a call. */
  readonly uncalled: number;
  /** Half waited less, and nine of ten; absent where nobody was called. */
  readonly median?: number;
  readonly most?: number;
  readonly longest?: number;
}

/** The same people three times: as it was, and as the replay has it under the rules in force and under the others. */
export interface Compared {
  readonly recorded: WaitsOf;
  readonly inForce: WaitsOf;
  readonly changed: WaitsOf;
}

export interface WhatIf {
  readonly businessDay: BusinessDay;
  readonly all: Compared;
  /** By the class that each had on arrival; those that nobody had are left out. */
  readonly classes: readonly (Compared & { readonly priorityClass: PriorityClass })[];
  /** By the service that the number was drawn for; the most people first. */
  readonly services: readonly (Compared & { readonly serviceId: ServiceId })[];
}
