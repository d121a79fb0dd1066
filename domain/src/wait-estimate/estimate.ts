// How long everybody who waits still waits, as intervals. Pure: the same queue, model and seed give the same answer, and
// a seed that stays the same keeps an answer from fluttering where nothing happened. Source: docs/adr/0012.

import type { ServiceId, TicketId } from '@foyer/contracts/ids.ts';
import { uncalibrated } from './calibration.ts';
import { learnedDraws } from './learned-draws.ts';
import type { EstimateBasis, QueueNow, WaitEstimate } from './queue-now.ts';
import { createRandom } from './random.ts';
import { rollForward } from './roll-forward.ts';
import type { WaitModel } from './wait-model.ts';

export interface EstimateOptions {
  readonly seed: number;
  /** At least 60. */
  readonly paths?: number;
  /** Absent: everybody who waits. */
  readonly ticketIds?: readonly TicketId[];
}

const usualPaths = 120;
const leastPaths = 60;
/** Services of a kind that are remembered when its estimates count as learned. */
const learnedFrom = 10;

/**
 * One for each ticket that waits. A ticket is not in the answer where more often than one time in five no point would
 * ever call it: nobody who calls it is there, and nobody said when they will be.
 */
export function estimate(
  now: QueueNow,
  model: WaitModel,
  { seed, paths = usualPaths, ticketIds }: EstimateOptions,
): ReadonlyMap<TicketId, WaitEstimate> {
  const count = Math.max(leastPaths, paths);
  const wanted = ticketIds === undefined ? undefined : new Set(ticketIds);
  const asked = now.people.flatMap(({ id, bookedAt }, person) =>
    bookedAt === null && wanted?.has(id) !== false ? [person] : [],
  );
  const draws = learnedDraws(model, now, createRandom(seed));
  const { calledInMs } = rollForward(now, draws, count, asked);
  const answer = new Map<TicketId, WaitEstimate>();
  for (const [index, person] of asked.entries()) {
    const { id, serviceId } = now.people[person]!;
    const read = readInterval(calledInMs[index]!, model.calibration[serviceId] ?? uncalibrated);
    if (read !== undefined) answer.set(id, { ...read, basis: basisOf(model, serviceId) });
  }
  return answer;
}

/** From the waits of all paths; undefined where the upper end is never reached. */
export function readInterval(
  waits: Float64Array,
  { low, high }: { readonly low: number; readonly high: number },
): Omit<WaitEstimate, 'basis'> | undefined {
  const samples = waits.toSorted();
  const untilMs = quantile(samples, high);
  if (!Number.isFinite(untilMs)) return undefined;
  let sum = 0;
  let reached = 0;
  for (const sample of samples) {
    if (sample === Infinity) break;
    sum += sample;
    reached += 1;
  }
  return { fromMs: quantile(samples, low), untilMs, medianMs: quantile(samples, 0.5), meanMs: sum / reached };
}

function quantile(samples: Float64Array, level: number): number {
  const rank = level * (samples.length + 1) - 1;
  const below = Math.min(Math.max(Math.floor(rank), 0), samples.length - 1);
  const above = Math.min(below + 1, samples.length - 1);
  const share = Math.min(Math.max(rank - below, 0), 1);
  if (share === 0 || samples[below] === samples[above]) return samples[below]!;
  return samples[below]! + (samples[above]! - samples[below]!) * share;
}

function basisOf(model: WaitModel, serviceId: ServiceId): EstimateBasis {
  return (model.services[serviceId]?.weight ?? 0) >= learnedFrom ? 'learned' : 'configured';
}
