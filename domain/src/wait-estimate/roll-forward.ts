// The queue, rolled forward many times: in each path every point calls, serves, is away and calls again as the rules and
// the draws have it, until everybody who waits now was called. Who would have given up by then is called in vain, and the
// moment counts all the same: it answers how long somebody waits who stays.

import { hourMs } from '@foyer/contracts/time.ts';
import type { Draws } from './draws.ts';
import { serviceIdsOf, type QueueNow } from './queue-now.ts';

export interface Paths {
  /** From now until called, one for each path, of each person who was asked for; Infinity where a path never comes to it. */
  readonly calledInMs: readonly Float64Array[];
}

/** A path that goes on for longer comes to nothing for whoever still waits. */
const horizonMs = 16 * hourMs;
/** Nobody who is booked comes earlier than so. */
const earliestMs = hourMs;

/** `asked` are the places of the people who are rolled forward to; all of them wait. */
export function rollForward(now: QueueNow, draws: Draws, count: number, asked: readonly number[]): Paths {
  const queue = compile(now);
  const calledInMs = new Map(asked.map((person) => [person, new Float64Array(count).fill(Infinity)]));
  const path = newPath(queue, calledInMs);
  for (let index = 0; index < count; index += 1) rollOnce(queue, path, draws, index);
  return { calledInMs: asked.map((person) => calledInMs.get(person)!) };
}

/** `QueueNow` with places for ids and times from now, so that a path touches numbers alone. */
interface Compiled {
  readonly now: QueueNow;
  readonly serviceOf: Int32Array;
  readonly waiting: readonly number[];
  /** Who is still to come, by when they are booked. */
  readonly booked: readonly { readonly person: number; readonly inMs: number }[];
  readonly services: number;
  readonly points: readonly CompiledPoint[];
}

interface CompiledPoint {
  readonly services: readonly number[];
  readonly serving: { readonly service: number; readonly forMs: number } | null;
  /** Undefined: it is there. */
  readonly backInMs: number | undefined;
  readonly breaks: readonly { readonly fromMs: number; readonly forMs: number }[];
  readonly closesInMs: number;
}

function compile(now: QueueNow): Compiled {
  const services = serviceIdsOf(now);
  const placeOf = new Map(services.map((id, place) => [id, place]));
  const inMs = (at: number | null): number => (at === null ? Infinity : at - now.at);
  return {
    now,
    serviceOf: Int32Array.from(now.people, ({ serviceId }) => placeOf.get(serviceId)!),
    waiting: now.people.flatMap(({ bookedAt }, person) => (bookedAt === null ? [person] : [])),
    booked: now.people
      .flatMap(({ bookedAt }, person) => (bookedAt === null ? [] : [{ person, inMs: bookedAt - now.at }]))
      .sort((a, b) => a.inMs - b.inMs),
    services: services.length,
    points: now.points.map(({ serviceIds, serving, away, breaks = [], closesAt }) => ({
      services: serviceIds.map((id) => placeOf.get(id)!),
      serving: serving === null ? null : { service: placeOf.get(serving.serviceId)!, forMs: serving.forMs },
      backInMs: away === undefined ? undefined : inMs(away.until),
      breaks: breaks.map(({ from, until }) => ({ fromMs: from - now.at, forMs: until - from })),
      closesInMs: closesAt === undefined ? Infinity : closesAt - now.at,
    })),
  };
}

/** Made once and filled anew for each path. */
interface Path {
  readonly freeAt: Float64Array;
  readonly breaksTaken: Int32Array;
  readonly isHere: Uint8Array;
  /** When whoever is here came, from now; what they waited before is not counted. */
  readonly arrivesAt: Float64Array;
  /** Who of `booked` comes in this path, in the order in which they do: `come` of them are here, `willCome` were drawn. */
  readonly coming: Int32Array;
  come: number;
  willCome: number;
  /** Of `booked`, for so many it is decided whether and when they come. */
  drawn: number;
  readonly nextUrgentAt: Float64Array;
  readonly urgentWaiting: Int32Array;
  /** At the place of each person who is asked for: where the paths write when that one was called. */
  readonly calledInMs: readonly (Float64Array | undefined)[];
  readonly asked: number;
}

function newPath({ now, points, services, booked }: Compiled, calledInMs: ReadonlyMap<number, Float64Array>): Path {
  const people = now.people.length;
  return {
    calledInMs: now.people.map((_, person) => calledInMs.get(person)),
    asked: calledInMs.size,
    freeAt: new Float64Array(points.length),
    breaksTaken: new Int32Array(points.length),
    isHere: new Uint8Array(people),
    arrivesAt: new Float64Array(people),
    coming: new Int32Array(booked.length),
    come: 0,
    willCome: 0,
    drawn: 0,
    nextUrgentAt: new Float64Array(services),
    urgentWaiting: new Int32Array(services),
  };
}

function rollOnce(queue: Compiled, path: Path, draws: Draws, index: number): void {
  const { now, points, serviceOf } = queue;
  const { freeAt, isHere, arrivesAt, calledInMs } = path;
  begin(queue, path, draws);
  let left = path.asked;
  while (left > 0) {
    const point = earliest(freeAt);
    const at = point < 0 ? Infinity : freeAt[point]!;
    if (at > horizonMs) return;
    admit(queue, path, draws, at);
    const { services, closesInMs } = points[point]!;
    if (at >= closesInMs) {
      freeAt[point] = Infinity;
      continue;
    }
    const back = afterBreak(queue, path, draws, point, at);
    if (back > at) {
      freeAt[point] = back;
      continue;
    }
    const urgent = takeUrgent(path, services);
    if (urgent >= 0) {
      freeAt[point] = at + draws.serviceMs(urgent, point) + draws.turnoverMs(point);
      continue;
    }
    const person = now.order.next(point, isHere, now.at + at);
    if (person < 0) {
      freeAt[point] = Math.min(nextArrival(queue, path, draws, services), nextBreak(queue, path, point));
      continue;
    }
    isHere[person] = 0;
    const asked = calledInMs[person];
    if (asked !== undefined) {
      asked[index] = at;
      left -= 1;
    }
    const service = serviceOf[person]!;
    const hasLeft = at > arrivesAt[person]! + draws.patienceMs(service);
    if (!hasLeft) freeAt[point] = at + draws.serviceMs(service, point) + draws.turnoverMs(point);
  }
}

function begin(queue: Compiled, path: Path, draws: Draws): void {
  const { now, points, waiting } = queue;
  draws.begin();
  now.order.begin?.();
  path.isHere.fill(0);
  path.breaksTaken.fill(0);
  path.urgentWaiting.fill(0);
  for (const [place, point] of points.entries()) path.freeAt[place] = firstFreeAt(point, place, draws);
  for (let service = 0; service < queue.services; service += 1) {
    path.nextUrgentAt[service] = draws.untilUrgentMs(service);
  }
  path.come = 0;
  path.willCome = 0;
  path.drawn = 0;
  for (const person of waiting) {
    path.arrivesAt[person] = 0;
    isHereNow(queue, path, person);
  }
}

function isHereNow({ now }: Compiled, { isHere }: Path, person: number): void {
  isHere[person] = 1;
  now.order.came?.(person);
}

function firstFreeAt({ serving, backInMs }: CompiledPoint, place: number, draws: Draws): number {
  const served = serving === null ? 0 : draws.remainingMs(serving.service, place, serving.forMs);
  if (backInMs === undefined) return served + draws.turnoverMs(place);
  return backInMs === Infinity ? Infinity : Math.max(served, draws.backInMs(place, backInMs));
}

function earliest(freeAt: Float64Array): number {
  let first = -1;
  let at = Infinity;
  for (let point = 0; point < freeAt.length; point += 1) {
    if (freeAt[point]! >= at) continue;
    first = point;
    at = freeAt[point]!;
  }
  return first;
}

/** Everybody who has come by then. */
function admit(queue: Compiled, path: Path, draws: Draws, at: number): void {
  const { nextUrgentAt, urgentWaiting, coming, arrivesAt } = path;
  for (let service = 0; service < queue.services; service += 1) {
    while (nextUrgentAt[service]! <= at) {
      urgentWaiting[service]! += 1;
      nextUrgentAt[service]! += draws.untilUrgentMs(service);
    }
  }
  drawArrivals(queue, path, draws, at);
  while (path.come < path.willCome && arrivesAt[coming[path.come]!]! <= at) {
    isHereNow(queue, path, coming[path.come]!);
    path.come += 1;
  }
}

/** Those who are booked for long after that cannot come by then, and most paths end before it. */
function drawArrivals({ booked, serviceOf }: Compiled, path: Path, draws: Draws, by: number): void {
  const { coming, arrivesAt } = path;
  for (; path.drawn < booked.length && booked[path.drawn]!.inMs < by + earliestMs; path.drawn += 1) {
    const { person, inMs } = booked[path.drawn]!;
    const comesAt = draws.arrivesInMs(serviceOf[person]!, inMs);
    if (comesAt === Infinity) continue;
    arrivesAt[person] = comesAt;
    // They come nearly in the order of their times: each moves but a few places.
    let slot = path.willCome;
    for (; slot > path.come && arrivesAt[coming[slot - 1]!]! > comesAt; slot -= 1) coming[slot] = coming[slot - 1]!;
    coming[slot] = person;
    path.willCome += 1;
  }
}

/** When a break is due: the moment at which the point is back from it; otherwise the moment itself. */
function afterBreak({ points }: Compiled, { breaksTaken }: Path, draws: Draws, point: number, at: number): number {
  const due = points[point]!.breaks[breaksTaken[point]!];
  if (due === undefined || at < due.fromMs) return at;
  breaksTaken[point]! += 1;
  return Math.max(at, draws.backInMs(point, at + due.forMs));
}

function takeUrgent({ urgentWaiting }: Path, services: readonly number[]): number {
  for (const service of services) {
    if (urgentWaiting[service]! === 0) continue;
    urgentWaiting[service]! -= 1;
    return service;
  }
  return -1;
}

/** When somebody comes next whom a point that calls nobody now might call. */
function nextArrival(queue: Compiled, path: Path, draws: Draws, services: readonly number[]): number {
  const { coming, arrivesAt, nextUrgentAt } = path;
  let at = Infinity;
  for (const service of services) at = Math.min(at, nextUrgentAt[service]!);
  for (;;) {
    const next = path.come < path.willCome ? arrivesAt[coming[path.come]!]! : Infinity;
    const undrawn = queue.booked[path.drawn];
    if (undrawn === undefined || undrawn.inMs - earliestMs > Math.min(next, at)) return Math.min(next, at);
    drawArrivals(queue, path, draws, undrawn.inMs - earliestMs + 1);
  }
}

function nextBreak({ points }: Compiled, { breaksTaken }: Path, point: number): number {
  return points[point]!.breaks[breaksTaken[point]!]?.fromMs ?? Infinity;
}
