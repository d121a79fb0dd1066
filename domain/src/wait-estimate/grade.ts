// What the estimates of a day were worth, by service: how often the wait fell into the interval (three times in five is
// right), by how much they were off, and to which side.

import type { ServiceId, TicketId } from '@foyer/contracts/ids.ts';
import type { WaitEstimate } from './queue-now.ts';

export interface WaitPrediction {
  readonly ticketId: TicketId;
  readonly serviceId: ServiceId;
  readonly said: Pick<WaitEstimate, 'fromMs' | 'untilMs' | 'medianMs'>;
}

export interface WaitGrade {
  readonly serviceId: ServiceId;
  /** Tickets that were both estimated and called. */
  readonly predicted: number;
  readonly within: number;
  /** `within` of `predicted`. */
  readonly coverage: number;
  readonly rmseMs: number;
  /** Said minus waited, on average: above 0 where people were told too much. */
  readonly biasMs: number;
}

/** `waitedMs` holds, for each ticket that was called, the time from its prediction to the call, without gaps. */
export function grade(
  predictions: readonly WaitPrediction[],
  waitedMs: ReadonlyMap<TicketId, number>,
): readonly WaitGrade[] {
  const sums = new Map<ServiceId, { predicted: number; within: number; squares: number; errors: number }>();
  for (const { ticketId, serviceId, said } of predictions) {
    const waited = waitedMs.get(ticketId);
    if (waited === undefined) continue;
    const sum = sums.get(serviceId) ?? { predicted: 0, within: 0, squares: 0, errors: 0 };
    const error = said.medianMs - waited;
    sum.predicted += 1;
    sum.within += said.fromMs <= waited && waited <= said.untilMs ? 1 : 0;
    sum.squares += error ** 2;
    sum.errors += error;
    sums.set(serviceId, sum);
  }
  return [...sums].map(([serviceId, { predicted, within, squares, errors }]) => ({
    serviceId,
    predicted,
    within,
    coverage: within / predicted,
    rmseMs: Math.sqrt(squares / predicted),
    biasMs: errors / predicted,
  }));
}
