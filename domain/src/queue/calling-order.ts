// Whom one service point calls by the rules, one after the other: a pure function of who waits, the rules, what it called
// last, and the moment. The first is its choice; the rest is the forecast that every position and "people ahead" is made
// of: as if this point called alone, at this moment, and nobody else came.
//
// Nobody is starved. Who waits as long as `longestWaitMinutes` comes before all but emergencies, the longest wait first.
// Where classes take turns, a class that somebody waits in is called within as many calls as all shares together and two.

import { sharedClasses, type ChoiceRule, type SharedClass } from '@foyer/contracts/calling-choices.ts';
import type { Calling, CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { ServiceId } from '@foyer/contracts/ids.ts';
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { compareWaits, rankOf, type Claim } from './calling-claim.ts';

export interface Choice {
  readonly claim: Claim;
  readonly rule: ChoiceRule;
  /** Which one, where the rule is `condition`. */
  readonly condition?: number;
}

/** Nobody twice, and everybody in the end. `turns`: the classes of the point's last calls, oldest first. */
export function* callsInOrder(
  claims: readonly Claim[],
  calling: Calling,
  rules: CallingRules,
  turns: readonly PriorityClass[],
): Generator<Choice, undefined> {
  const taken = new Set<Claim>();
  const line = (of: readonly Claim[] = []) => new Line(of, taken);
  const byWait = claims.toSorted(compareWaits);
  const byOrder = inRanks(byWait, calling, rules);
  const emergencies = line(byWait.filter(({ priorityClass }) => priorityClass === 'emergency'));
  const longest = line(byWait);
  const [waitIn, orderIn] = calling.conditions.length === 0 ? [] : [byWait, byOrder].map(byQueue);
  const conditions = calling.conditions.map(({ serviceId, overMinutes }) => ({
    overMs: overMinutes * minuteMs,
    longest: line(waitIn?.get(serviceId)),
    next: line(orderIn?.get(serviceId)),
  }));
  const classes = sharedClasses.map((priorityClass) => ({
    priorityClass,
    next: line(byWait.filter((claim) => claim.isDue && claim.priorityClass === priorityClass)),
  }));
  const order = line(byOrder);
  const sofar = [...turns];

  const choose = (): Choice | undefined => {
    const emergency = emergencies.first();
    if (emergency !== undefined) return { claim: emergency, rule: 'emergency' };
    const waitsLongest = longest.first();
    if (waitsLongest === undefined) return undefined;
    if (waitsLongest.waitedMs >= rules.longestWaitMinutes * minuteMs) {
      return { claim: waitsLongest, rule: 'longest-wait' };
    }
    const condition = conditions.findIndex((one) => (one.longest.first()?.waitedMs ?? 0) > one.overMs);
    const ofCondition = conditions[condition]?.next.first();
    if (ofCondition !== undefined) return { claim: ofCondition, rule: 'condition', condition };
    const inTurn = calling.shares === undefined ? undefined : nextTurn(classes, calling.shares, sofar);
    if (inTurn !== undefined) return { claim: inTurn, rule: 'share' };
    const first = order.first();
    return first === undefined ? undefined : { claim: first, rule: 'order' };
  };
  for (let choice = choose(); choice !== undefined; choice = choose()) {
    const { claim } = choice;
    taken.add(claim);
    if (claim.priorityClass !== 'emergency') sofar.push(claim.priorityClass);
    yield choice;
  }
}

/** In the order of the final rule: by rank, and in each rank as they were given. */
function inRanks(byWait: readonly Claim[], { order }: Calling, rules: CallingRules): readonly Claim[] {
  const ranks: Claim[][] = [];
  for (const claim of byWait) (ranks[rankOf(claim, order, rules)] ??= []).push(claim);
  return ranks.flat();
}

function byQueue(claims: readonly Claim[]): ReadonlyMap<ServiceId, readonly Claim[]> {
  const queues = new Map<ServiceId, Claim[]>();
  for (const claim of claims) {
    const { serviceId } = claim.ticket.standing;
    const queue = queues.get(serviceId);
    if (queue === undefined) queues.set(serviceId, [claim]);
    else queue.push(claim);
  }
  return queues;
}

/**
 * Of the classes in which somebody waits, the one that had least of its share lately: of their own last turns, one fewer
 * than their shares come to. One in which nobody waits leaves its turns to the others, and is owed nothing later.
 */
function nextTurn(
  classes: readonly { readonly priorityClass: SharedClass; readonly next: Line }[],
  shares: NonNullable<Calling['shares']>,
  turns: readonly PriorityClass[],
): Claim | undefined {
  const waiting = classes.flatMap(({ priorityClass, next }) => {
    const claim = next.first();
    return claim === undefined ? [] : [{ claim, priorityClass, share: shares[priorityClass] }];
  });
  const lookBack = waiting.reduce((sum, { share }) => sum + share, 0) - 1;
  const had = new Map<PriorityClass, number>(waiting.map(({ priorityClass }) => [priorityClass, 0]));
  for (let at = turns.length - 1, seen = 0; at >= 0 && seen < lookBack; at -= 1) {
    const turn = turns[at];
    const count = turn === undefined ? undefined : had.get(turn);
    if (turn === undefined || count === undefined) continue;
    had.set(turn, count + 1);
    seen += 1;
  }
  const least = ({ priorityClass, share }: (typeof waiting)[number]) => (had.get(priorityClass) ?? 0) / share;
  let best = waiting[0];
  for (const one of waiting) if (best !== undefined && least(one) < least(best)) best = one;
  return best?.claim;
}

/** Some of those who wait, in an order; whoever was taken from another line is gone from this one. */
class Line {
  readonly #claims: readonly Claim[];
  readonly #taken: ReadonlySet<Claim>;
  #at = 0;

  constructor(claims: readonly Claim[], taken: ReadonlySet<Claim>) {
    this.#claims = claims;
    this.#taken = taken;
  }

  first(): Claim | undefined {
    for (; this.#at < this.#claims.length; this.#at += 1) {
      const claim = this.#claims[this.#at];
      if (claim !== undefined && !this.#taken.has(claim)) return claim;
    }
    return undefined;
  }
}
