// A past day under other rules. A busy day takes longer than a screen may wait for its own answer, so everything else goes
// on in between.

import { setImmediate } from 'node:timers/promises';
import type { CallingFault } from '@foyer/contracts/calling-rules-faults.ts';
import type { WhatIf, WhatIfRequest } from '@foyer/contracts/what-if.ts';
import { rulesNow } from '@foyer/domain/queue/queue-state.ts';
import { comparison } from '@foyer/domain/what-if/compare-rules.ts';
import { pastDay } from '@foyer/domain/what-if/past-day.ts';
import type { Steps } from '@foyer/domain/what-if/steps.ts';
import { faultsOf } from './calling-rules-view.ts';
import type { ClinicState } from './clinic-state.ts';
import { factsOf, type LogHistory } from './log-facts.ts';

/** About ten milliseconds of a busy day. */
const stepsAtOnce = 50;

/** Undefined for a day of which the log has nothing. */
export async function whatIf(
  state: Pick<ClinicState, 'queue' | 'configuration' | 'staff'>,
  { businessDay, rules }: WhatIfRequest,
  history: LogHistory,
): Promise<WhatIf | { readonly faults: readonly CallingFault[] } | undefined> {
  const faults = faultsOf(state, rules);
  if (faults.length > 0) return { faults };
  const { configuration, queue } = state;
  const inForce = queue.callingRules.get(rulesNow)?.rules ?? null;
  const day = await inSlices(pastDay(businessDay, factsOf(businessDay, history), configuration));
  return day.until === 0 ? undefined : inSlices(comparison(day, inForce, rules, configuration));
}

async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (count % stepsAtOnce === 0) await setImmediate();
  }
}
