/**
 * A simulated day, event by event: people come, wait, give up or are called by class and then by when they came; staff
 * come late, serve, go to lunch and come back late. Whoever watches is told what a clinic's edge would see, when it does.
 */
import { priorityClasses } from '@foyer/contracts/ticket-state.ts';
import type { ClinicDay, Visitor } from './clinic-day.ts';
import type { Truth } from './truth.ts';

export interface PointState {
  readonly serving: { readonly visitor: Visitor; readonly since: number } | null;
  /** When they are back by plan, while they are away; null: there. */
  readonly backAt: number | null;
  readonly hadLunch: boolean;
}

export interface ClinicNow {
  readonly at: number;
  readonly day: ClinicDay;
  /** Everybody who waits, in order of their coming. */
  readonly waiting: readonly Visitor[];
  /** Who is booked and has not come, as far as the day has gone. */
  readonly toCome: readonly Visitor[];
  readonly points: readonly PointState[];
}

export interface Watcher {
  /** Somebody came and was not called at once. */
  waits?(visitor: Visitor, now: ClinicNow): void;
  /** `idleMs`: since the point was free of the one before, where the visitor waited already then. */
  called?(visitor: Visitor, waitedMs: number, at: number, idleMs: number | undefined): void;
  arrived?(visitor: Visitor): void;
  left?(visitor: Visitor, waitedMs: number): void;
  served?(visitor: Visitor, point: number, durationMs: number, at: number): void;
  returned?(plannedAt: number, returnedAt: number): void;
  dayOver?(day: ClinicDay): void;
}

interface Point {
  serving: { readonly visitor: Visitor; readonly since: number } | null;
  backAt: number | null;
  hadLunch: boolean;
  /** When something happens to it next. */
  nextAt: number;
  /** The end of the service before, while the next cannot be called yet. */
  turnsSince: number | null;
}

export function compareVisitors(a: Visitor, b: Visitor): number {
  return (
    priorityClasses.indexOf(a.priorityClass) - priorityClasses.indexOf(b.priorityClass) ||
    a.arrivesAt - b.arrivesAt ||
    (a.id < b.id ? -1 : 1)
  );
}

export function runDay(truth: Truth, day: ClinicDay, watchers: readonly Watcher[]): void {
  const points = day.shifts.map(({ beginsAt }, place): Point => ({
    serving: null,
    backAt: beginsAt,
    hadLunch: false,
    nextAt: beginsAt + truth.backInMs(place, 0),
    turnsSince: null,
  }));
  const coming = day.visitors.filter(({ arrivesAt }) => arrivesAt < Infinity);
  const booked = day.visitors.filter(({ bookedAt }) => bookedAt !== null);
  let waiting: readonly Visitor[] = [];
  let come = 0;

  const callNext = (place: number, at: number, freeSince: number | null): void => {
    const point = points[place]!;
    const candidates = waiting.filter(({ point: only }) => only === null || only === place);
    const visitor = candidates.toSorted(compareVisitors)[0];
    const { lunch } = day.shifts[place]!;
    if (visitor === undefined) {
      point.nextAt = lunch === null || point.hadLunch ? Infinity : lunch.from;
      return;
    }
    waiting = waiting.filter((other) => other !== visitor);
    const idleMs = freeSince !== null && visitor.arrivesAt <= freeSince ? at - freeSince : undefined;
    point.serving = { visitor, since: at };
    point.nextAt = at + truth.serviceMs(visitor.kind, place);
    for (const watcher of watchers) watcher.called?.(visitor, at - visitor.arrivesAt, at, idleMs);
  };

  const turn = (place: number, at: number): void => {
    const point = points[place]!;
    if (point.serving !== null) {
      const { visitor, since } = point.serving;
      point.serving = null;
      point.turnsSince = at;
      point.nextAt = at + truth.turnoverMs(place);
      for (const watcher of watchers) watcher.served?.(visitor, place, at - since, at);
      return;
    }
    const freeSince = point.turnsSince;
    point.turnsSince = null;
    if (point.backAt !== null) {
      for (const watcher of watchers) watcher.returned?.(point.backAt, at);
      point.backAt = null;
    }
    const { lunch } = day.shifts[place]!;
    if (lunch !== null && !point.hadLunch && at >= lunch.from) {
      point.hadLunch = true;
      point.backAt = at + lunch.until - lunch.from;
      point.nextAt = at + truth.backInMs(place, lunch.until - lunch.from);
      return;
    }
    callNext(place, at, freeSince);
  };

  const arrive = (visitor: Visitor): void => {
    const at = visitor.arrivesAt;
    waiting = [...waiting, visitor];
    for (const watcher of watchers) watcher.arrived?.(visitor);
    const idle = points.findIndex(
      ({ serving, backAt, turnsSince }, place) =>
        serving === null &&
        backAt === null &&
        turnsSince === null &&
        (visitor.point === null || visitor.point === place),
    );
    if (idle >= 0) {
      callNext(idle, at, null);
      return;
    }
    const toCome = booked.filter(({ arrivesAt }) => arrivesAt > at);
    const now = { at, day, waiting, toCome, points };
    for (const watcher of watchers) watcher.waits?.(visitor, now);
  };

  while (come < coming.length || waiting.length > 0 || points.some(({ serving }) => serving !== null)) {
    const place = points.reduce((first, { nextAt }, index) => (nextAt < points[first]!.nextAt ? index : first), 0);
    const leaver = waiting.reduce<Visitor | undefined>(
      (first, visitor) => (first === undefined || visitor.leavesAt < first.leavesAt ? visitor : first),
      undefined,
    );
    const pointAt = points[place]!.nextAt;
    const arrivalAt = coming[come]?.arrivesAt ?? Infinity;
    const leavesAt = leaver?.leavesAt ?? Infinity;
    if (arrivalAt <= pointAt && arrivalAt <= leavesAt) {
      arrive(coming[come]!);
      come += 1;
    } else if (leaver !== undefined && leavesAt < pointAt) {
      waiting = waiting.filter((other) => other !== leaver);
      for (const watcher of watchers) watcher.left?.(leaver, leavesAt - leaver.arrivesAt);
    } else turn(place, pointAt);
  }
  for (const watcher of watchers) watcher.dayOver?.(day);
}
