/** What a supervisor alone does at random: the day is closed and goes on, the rules and the places in the queue change. */
import { callingOrders } from '@foyer/contracts/calling-choices.ts';
import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { Random } from '../../bench/kit/random.ts';
import { pickOne } from './pick-one.ts';
import type { Orderer, QueueOrder } from './queue-orders.ts';

const reason = 'said by the supervisor';

/** Undefined: what any desk does. */
export function aSupervisorsOrder({ known, random, serviceIds, pointIds }: Orderer): QueueOrder | undefined {
  if (known.isDayClosed && random.below(2) === 0) return { type: 'reopen-day' };
  const what = random.below(100);
  if (what < 2) {
    const ticketId = known.one(random)?.ticket.id;
    const outcomes = ticketId === undefined ? [] : [{ ticketId, outcome: 'undecided' as const }];
    return { type: 'close-day', outcomes };
  }
  if (what < 3) return { type: 'reopen-day' };
  if (what < 8) return { type: 'set-calling-rules', rules: someRules(serviceIds, pointIds, random) };
  if (what >= 50) return undefined;
  const moved = known.one(random, 'waiting')?.ticket.id;
  const before = random.below(4) === 0 ? undefined : known.one(random, 'waiting')?.ticket.id;
  if (moved === undefined) return undefined;
  return {
    type: 'move-in-queue',
    ticketId: moved,
    reason,
    ...(before === undefined ? {} : { beforeTicketId: before }),
  };
}

/** Half of the time none. No wait of a history is so long that a rule of minutes decides, but for that of needs. */
function someRules(serviceIds: readonly string[], pointIds: readonly string[], random: Random): CallingRules | null {
  if (random.below(2) === 0) return null;
  const order = pickOne(callingOrders, random)!;
  const shares = { priority: 1 + random.below(3), booked: 1, 'walk-in': 1 + random.below(2) };
  const usual = { conditions: [], order, ...(random.below(2) === 0 ? { shares } : {}) };
  const profile = {
    servicePointId: pointIds[0]!,
    serves: [...serviceIds],
    conditions: [],
    order: 'by-arrival' as const,
  };
  return {
    usual,
    profiles: random.below(2) === 0 ? [profile] : [],
    longestWaitMinutes: 720,
    opensAfterMinutes: 720,
    ...(random.below(2) === 0 ? { needsEarlier: { needs: ['hearing' as const], minutes: 5 } } : {}),
    services: [],
    people: [],
  };
}
