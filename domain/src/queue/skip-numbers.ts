// What a box leaves out when it goes on from a copy or an older image: numbers that were given out after that ended.
// Whoever holds one of them meets nobody with the same.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { EventBody, Fact } from '@foyer/contracts/events.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { lastPaperOrdinal, paperPrefix } from '../numbering/paper-series.ts';
import type { OrdinalRecord, QueueState } from './queue-state.ts';
import { ordinalKey, printedKey } from './queue-state.ts';

/** Of each letter, on each of these days, and of the series that is printed ahead: so many after the last that is known. */
export function skippedNumbers(
  { ordinals }: Pick<QueueState, 'ordinals'>,
  configuration: Pick<ClinicConfiguration, 'paperPrefix' | 'services'>,
  days: readonly BusinessDay[],
  count: number,
): readonly Fact[] {
  const letters = [...new Set(configuration.services.map(({ prefix }) => prefix))];
  const ofDays = days.flatMap((businessDay) =>
    letters.map((prefix) => {
      const last = ordinals.get(ordinalKey(businessDay, prefix))?.last ?? 0;
      return skipped({ prefix, businessDay, lastOrdinal: last + count });
    }),
  );
  const prefix = paperPrefix(configuration);
  const printed = ordinals.get(printedKey(prefix))?.last ?? 0;
  // That series begins anew behind its last number.
  const lastOrdinal = ((printed + count - 1) % lastPaperOrdinal) + 1;
  return [...ofDays, skipped({ prefix, businessDay: null, lastOrdinal })];
}

/** The fold of it: the next number is behind them. */
export function numbersSkipped(
  { ordinals }: Pick<QueueState, 'ordinals'>,
  { prefix, businessDay, lastOrdinal }: EventBody<'v1.NumbersSkipped'>,
  writtenOn: BusinessDay,
): { readonly ordinals: readonly OrdinalRecord[] } {
  if (businessDay === null)
    return { ordinals: [{ id: printedKey(prefix), businessDay: writtenOn, prefix, last: lastOrdinal }] };
  const id = ordinalKey(businessDay, prefix);
  return { ordinals: [{ id, businessDay, prefix, last: Math.max(lastOrdinal, ordinals.get(id)?.last ?? 0) }] };
}

function skipped(body: EventBody<'v1.NumbersSkipped'>): Fact {
  return { type: 'v1.NumbersSkipped', body };
}
