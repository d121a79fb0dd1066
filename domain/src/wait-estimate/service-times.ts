// How long a service takes at a point, as far as is known: a mean in three steps, each drawn towards the one before it
// as long as little was seen. The clinic's own pace against its plan; the service; who gives it.

import type { ServiceId, StaffId } from '@foyer/contracts/ids.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { Moments } from './moments.ts';
import { practiceKey, type WaitModel } from './wait-model.ts';

export interface ServiceTime {
  readonly meanMs: number;
  /** The coefficient of variation of one service. */
  readonly variation: number;
  /** How far the mean itself may be off, relative to it: of the service wherever it is given, and of this practitioner. */
  readonly sharedDoubt: number;
  readonly ownDoubt: number;
}

type Planned = ReadonlyMap<ServiceId, number>;

/** Relative standard deviations: of a clinic's pace against its plan, of a service's, of a practitioner's. */
const spread = { clinic: 0.3, service: 0.2, practice: 0.12 } as const;
/** Before anything was seen, and for how many services that counts. */
const usualVariation = 0.6;
const usualVariationWeight = 12;
/** A service without a plan. */
export const unplannedMs = 10 * minuteMs;

export function serviceTime(
  model: WaitModel,
  planned: Planned,
  serviceId: ServiceId,
  practitionerId: StaffId | null,
): ServiceTime {
  const plannedMs = plannedOf(planned, serviceId) ?? unplannedMs;
  const seen = model.services[serviceId];
  const variation = variationOf(seen);
  const pace = paceOfOthers(model, planned, serviceId);
  const ofService = drawnTo(
    { mean: plannedMs * pace.mean, doubt: Math.hypot(pace.doubt, spread.service) },
    seen,
    variation,
  );
  const own = practitionerId === null ? undefined : model.practice[practiceKey(serviceId, practitionerId)];
  const doubt = Math.hypot(ofService.doubt, spread.practice);
  const { mean: meanMs, doubt: left } = drawnTo({ mean: ofService.mean, doubt }, own, variation);
  const sharedDoubt = Math.min(left, ofService.doubt);
  return { meanMs, variation, sharedDoubt, ownDoubt: Math.sqrt(left ** 2 - sharedDoubt ** 2) };
}

/** A plan of nothing is no plan. */
function plannedOf(planned: Planned, serviceId: ServiceId): number | undefined {
  const plannedMs = planned.get(serviceId) ?? 0;
  return plannedMs > 0 ? plannedMs : undefined;
}

interface Belief {
  readonly mean: number;
  /** Relative to the mean. */
  readonly doubt: number;
}

/** The clinic's pace by its other services: 1.2 where they take a fifth longer than planned. */
function paceOfOthers(model: WaitModel, planned: Planned, serviceId: ServiceId): Belief {
  let precision = 1 / spread.clinic ** 2;
  let sum = precision;
  for (const [id, seen] of Object.entries(model.services)) {
    const plannedMs = plannedOf(planned, id);
    if (id === serviceId || plannedMs === undefined) continue;
    const weight = 1 / (variationOf(seen) ** 2 / seen.weight + spread.service ** 2);
    precision += weight;
    sum += weight * (seen.mean / plannedMs);
  }
  return { mean: sum / precision, doubt: Math.sqrt(1 / precision) };
}

function drawnTo({ mean, doubt }: Belief, seen: Moments | undefined, variation: number): Belief {
  if (seen === undefined || seen.weight === 0) return { mean, doubt };
  const before = 1 / (mean * doubt) ** 2;
  const observed = seen.weight / (mean * variation) ** 2;
  const precision = before + observed;
  const next = (before * mean + observed * seen.mean) / precision;
  return { mean: next, doubt: Math.sqrt(1 / precision) / next };
}

function variationOf(seen: Moments | undefined): number {
  if (seen === undefined || seen.weight <= 1 || seen.mean <= 0) return usualVariation;
  const relative = seen.squares / seen.mean ** 2;
  const square = (usualVariationWeight * usualVariation ** 2 + relative) / (usualVariationWeight + seen.weight - 1);
  return Math.sqrt(square);
}
