// A past day three times: as it was, replayed under the rules in force, and under others. The replay of those in force
// beside the record says how far a replay is to be believed.

import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { priorityClasses } from '@foyer/contracts/ticket-state.ts';
import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { Compared, WaitsOf, WhatIf } from '@foyer/contracts/what-if.ts';
import type { PastDay } from './past-day.ts';
import { replay, type Replayed } from './replay-day.ts';
import { done, type Steps } from './steps.ts';

export function compareRules(
  day: PastDay,
  inForce: CallingRules | null,
  changed: CallingRules | null,
  configuration: ClinicConfiguration,
): WhatIf {
  return done(comparison(day, inForce, changed, configuration));
}

/** As many steps as its two replays have. */
export function* comparison(
  day: PastDay,
  inForce: CallingRules | null,
  changed: CallingRules | null,
  configuration: ClinicConfiguration,
): Steps<WhatIf> {
  const recorded = day.stays.map(({ calledAt }) => calledAt);
  const under = yield* replay(day, inForce, configuration);
  const other = yield* replay(day, changed, configuration);
  const calledAt = (replayed: Replayed) => replayed.map((call) => call?.at);
  const runs = [recorded, calledAt(under), calledAt(other)] as const;
  const compared = (isIn: (stay: PastDay['stays'][number]) => boolean): Compared => {
    const [was, now, then] = runs.map((run) => waitsOf(day, run, isIn)) as [WaitsOf, WaitsOf, WaitsOf];
    return { recorded: was, inForce: now, changed: then };
  };
  const some = ({ recorded: { called, uncalled } }: Compared) => called + uncalled > 0;
  const serviceIds = [...new Set(day.stays.map(({ ticket }) => ticket.issuedServiceId))];
  return {
    businessDay: day.businessDay,
    all: compared(() => true),
    classes: priorityClasses
      .map((priorityClass) => ({
        priorityClass,
        ...compared(({ ticket }) => ticket.standing.priorityClass === priorityClass),
      }))
      .filter(some),
    services: serviceIds
      .map((serviceId) => ({ serviceId, ...compared(({ ticket }) => ticket.issuedServiceId === serviceId) }))
      .filter(some)
      .toSorted((a, b) => b.recorded.called + b.recorded.uncalled - (a.recorded.called + a.recorded.uncalled)),
  };
}

/** Of first stays: a visit's wait is the one for its first call. */
function waitsOf(
  day: PastDay,
  calledAt: readonly (EpochMs | undefined)[],
  isIn: (stay: PastDay['stays'][number]) => boolean,
): WaitsOf {
  const waits: number[] = [];
  let uncalled = 0;
  for (const [index, stay] of day.stays.entries()) {
    if (stay.after !== undefined || !isIn(stay)) continue;
    const at = calledAt[index];
    if (at === undefined) uncalled += 1;
    else waits.push(at - stay.from);
  }
  waits.sort((a, b) => a - b);
  const below = (share: number) => Math.ceil((waits[Math.ceil(waits.length * share) - 1] ?? 0) / minuteMs);
  if (waits.length === 0) return { called: 0, uncalled };
  return { called: waits.length, uncalled, median: below(0.5), most: below(0.9), longest: below(1) };
}
