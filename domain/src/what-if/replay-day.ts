// A past day once more, with other rules: everybody comes when they came and needs staff for as long as they did; whom a
// free point calls is decided by the queue's own rule. A stay that was never called lasts as long as half of its service.

import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { ServicePointId } from '@foyer/contracts/ids.ts';
import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import { underRules } from '../queue/calling-rules.ts';
import { evolve, type FactRow } from '../queue/evolve.ts';
import { nextFor } from '../queue/order.ts';
import { emptyQueue, withChanges, type QueueState, type ServicePointRecord } from '../queue/queue-state.ts';
import type { PastDay, Stay } from './past-day.ts';
import { done, type Steps } from './steps.ts';

export interface ReplayedCall {
  readonly at: EpochMs;
  readonly servicePointId: ServicePointId;
}
/** Each stay's call in the replay, by its place in the day's; undefined: never. */
export type Replayed = readonly (ReplayedCall | undefined)[];

type Happening =
  | { readonly at: EpochMs; readonly kind: 'comes'; readonly stay: number }
  | { readonly at: EpochMs; readonly kind: 'gives-up'; readonly stay: number }
  | { readonly at: EpochMs; readonly kind: 'leaves'; readonly stay: number }
  | { readonly at: EpochMs; readonly kind: 'free'; readonly servicePointId: string }
  | { readonly at: EpochMs; readonly kind: 'point'; readonly change: PastDay['points'][number] };

/** What ends at a moment ends before what begins at it. */
const kinds = ['leaves', 'free', 'gives-up', 'point', 'comes'] as const;

export function replayDay(day: PastDay, rules: CallingRules | null, configuration: ClinicConfiguration): Replayed {
  return done(replay(day, rules, configuration));
}

/** A step for each thing that happens. */
export function replay(day: PastDay, rules: CallingRules | null, configuration: ClinicConfiguration): Steps<Replayed> {
  return new Replay(day, rules, configuration).run();
}

class Replay {
  readonly #day: PastDay;
  readonly #configuration: ClinicConfiguration;
  readonly #calls: (ReplayedCall | undefined)[];
  readonly #usualMs: ReadonlyMap<string, number>;
  readonly #ahead: Happening[] = [];
  /** The stay that each ticket is in. */
  readonly #stayOf = new Map<string, number>();
  #state: QueueState;
  #seq = 0;

  constructor(day: PastDay, rules: CallingRules | null, configuration: ClinicConfiguration) {
    this.#day = day;
    this.#configuration = configuration;
    this.#calls = day.stays.map(() => undefined);
    this.#usualMs = usualTimes(day);
    this.#state = underRules(emptyQueue, rules);
    for (const change of day.points) this.#ahead.push({ at: change.at, kind: 'point', change });
    for (const [stay, { after, from }] of day.stays.entries()) {
      if (after === undefined) this.#ahead.push({ at: from, kind: 'comes', stay });
    }
  }

  *run(): Steps<Replayed> {
    for (let next = this.#take(); next !== undefined; next = this.#take()) {
      yield;
      if (next.at > this.#day.until) break;
      this.#happen(next);
      this.#call(next.at);
    }
    return this.#calls;
  }

  /** The earliest of what is ahead. */
  #take(): Happening | undefined {
    let best = -1;
    for (const [index, one] of this.#ahead.entries()) {
      const first = this.#ahead[best];
      if (first === undefined || compare(one, first) < 0) best = index;
    }
    return best === -1 ? undefined : this.#ahead.splice(best, 1)[0];
  }

  #happen(happening: Happening): void {
    switch (happening.kind) {
      case 'comes':
        return this.#comes(happening.stay, happening.at);
      case 'gives-up': {
        const { ticketId } = this.#stay(happening.stay);
        // Who was called meanwhile, or waits in a later stay, has not given up.
        if (this.#stayOf.get(ticketId) !== happening.stay || this.#calls[happening.stay] !== undefined) return;
        this.#without(ticketId);
        return this.#follow(happening.stay, happening.at);
      }
      case 'leaves': {
        this.#without(this.#stay(happening.stay).ticketId);
        return this.#follow(happening.stay, happening.at);
      }
      case 'free':
        return this.#put({ ...this.#point(happening.servicePointId), ticketId: null });
      case 'point': {
        const { servicePointId, isOpen, staffId } = happening.change;
        this.#put({ ...this.#point(servicePointId), state: isOpen ? 'open' : 'closed', staffId });
      }
    }
  }

  #comes(index: number, at: EpochMs): void {
    const { ticket, from, gaveUpAfterMs } = this.#stay(index);
    const standing = { ...ticket.standing, placeAt: ticket.standing.placeAt + (at - from) };
    this.#stayOf.set(ticket.id, index);
    this.#state = withChanges(this.#state, { tickets: [{ ...ticket, standing }] });
    if (gaveUpAfterMs !== undefined) this.#ahead.push({ at: at + gaveUpAfterMs, kind: 'gives-up', stay: index });
  }

  /** The next stay of the same visit begins as long after this one as it did. */
  #follow(index: number, at: EpochMs): void {
    for (const [next, { after }] of this.#day.stays.entries()) {
      if (after?.stay === index) this.#ahead.push({ at: at + after.ms, kind: 'comes', stay: next });
    }
  }

  /** Every point that is free takes whom its rule takes. */
  #call(now: EpochMs): void {
    for (const point of this.#configuration.servicePoints) {
      const record = this.#state.servicePoints.get(point.id);
      if (record === undefined || record.state !== 'open' || record.ticketId !== null) continue;
      const world = { configuration: this.#configuration, now };
      const { ticket, waiting, chosenBy } = nextFor(this.#state, point, world);
      if (ticket === undefined) continue;
      const index = this.#stayOf.get(ticket.id)!;
      this.#calls[index] = { at: now, servicePointId: point.id };
      this.#seq += 1;
      const call = { ticketId: ticket.id, servicePointId: point.id, callId: `call-${this.#seq}` };
      const row: FactRow = {
        type: 'v1.TicketCalled',
        body: { ...call, rule: 'next', waiting, ...(chosenBy === undefined ? {} : { chosenBy }) },
        epoch: 1,
        seq: this.#seq,
        at: now,
        businessDay: this.#day.businessDay,
        actor: 'system',
      };
      this.#state = withChanges(this.#state, evolve(this.#state, row));
      const { atPointMs, restMs, ticket: as } = this.#stay(index);
      const lasts = atPointMs ?? this.#usualMs.get(as.standing.serviceId) ?? usualWhereNothingIsKnownMs;
      this.#ahead.push({ at: now + lasts, kind: 'leaves', stay: index });
      this.#ahead.push({ at: now + lasts + restMs, kind: 'free', servicePointId: point.id });
    }
  }

  #without(ticketId: string): void {
    const tickets = new Map(this.#state.tickets);
    tickets.delete(ticketId);
    this.#state = { ...this.#state, tickets };
  }

  #point(id: string): ServicePointRecord {
    const room = { state: 'empty', since: 0, staffId: null } as const;
    return this.#state.servicePoints.get(id) ?? { id, state: 'closed', staffId: null, ticketId: null, room };
  }

  #put(point: ServicePointRecord): void {
    this.#state = withChanges(this.#state, { servicePoints: [point] });
  }

  #stay(index: number): Stay {
    return this.#day.stays[index]!;
  }
}

const usualWhereNothingIsKnownMs = 10 * minuteMs;

/** By service: what half of its stays at a point lasted less than. */
function usualTimes({ stays }: PastDay): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>();
  for (const { ticket, atPointMs } of stays) {
    if (atPointMs === undefined) continue;
    const { serviceId } = ticket.standing;
    times.set(serviceId, [...(times.get(serviceId) ?? []), atPointMs]);
  }
  return new Map(
    [...times].map(([serviceId, all]) => [serviceId, all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0]),
  );
}

function compare(a: Happening, b: Happening): number {
  return a.at - b.at || kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
}
