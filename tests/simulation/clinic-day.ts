/** Who comes on a simulated day, when, for what, and how long they would wait; and who works, when, by plan and really. */
import type { Random } from '@foyer/domain/wait-estimate/random.ts';
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import { arrivalsPerHour, hour, kinds, minute, type Truth } from './truth.ts';

export interface Visitor {
  readonly id: string;
  /** Its place in `kinds`. */
  readonly kind: number;
  readonly priorityClass: PriorityClass;
  /** Null: has no appointment. */
  readonly bookedAt: number | null;
  /** The place of the point that alone calls them; null: any. */
  readonly point: number | null;
  /** Infinity: does not come. */
  readonly arrivesAt: number;
  readonly leavesAt: number;
}

export interface Shift {
  readonly beginsAt: number;
  readonly lunch: { readonly from: number; readonly until: number } | null;
}

export interface ClinicDay {
  readonly opensAt: number;
  readonly closesAt: number;
  /** In the order in which they come; who does not is at the end. */
  readonly visitors: readonly Visitor[];
  /** One for each point, by plan. */
  readonly shifts: readonly Shift[];
}

const dayLength = 24 * hour;
const opens = 8 * hour;

export function makeDay(truth: Truth, day: number, random: Random): ClinicDay {
  const { cell } = truth;
  const opensAt = day * dayLength + opens;
  const closesAt = opensAt + cell.openHours * hour;
  const perHour = arrivalsPerHour(cell);
  const planned = perHour * (1 - cell.urgentShare);
  const booked = bookedVisitors(truth, planned * cell.bookedShare, { day, opensAt }, random);
  const walkIns = poisson(planned * (1 - cell.bookedShare), opensAt, closesAt, random).map((at, index) =>
    walkIn(truth, 'walk-in', `${day}/w${index}`, at, random),
  );
  const urgent = poisson(perHour * cell.urgentShare, opensAt, closesAt, random).map((at, index) =>
    walkIn(truth, 'emergency', `${day}/u${index}`, at, random),
  );
  const visitors = [...booked, ...walkIns, ...urgent].sort((a, b) =>
    a.arrivesAt === b.arrivesAt ? 0 : a.arrivesAt - b.arrivesAt,
  );
  return { opensAt, closesAt, visitors, shifts: shiftsOf(truth, opensAt) };
}

function bookedVisitors(
  truth: Truth,
  perHour: number,
  { day, opensAt }: { readonly day: number; readonly opensAt: number },
  random: Random,
): readonly Visitor[] {
  const { cell } = truth;
  const slots = Math.round((perHour * cell.openHours) / (1 - cell.missedShare));
  return Array.from({ length: slots }, (_, index) => {
    const bookedAt = opensAt + (index * cell.openHours * hour) / slots;
    const isNamed = cell.practitioners > 1 && random.next() < cell.namedShare;
    const late = -cell.earlyMinutes * minute + cell.punctualityMinutes * minute * random.normal();
    const arrivesAt = random.next() < cell.missedShare ? Infinity : bookedAt + late;
    const kind = someKind(random);
    return {
      id: `${day}/b${index}`,
      kind,
      priorityClass: 'booked',
      bookedAt,
      point: isNamed ? Math.floor(random.next() * cell.practitioners) : null,
      arrivesAt,
      leavesAt: arrivesAt + truth.patienceMs(kind),
    };
  });
}

function walkIn(truth: Truth, priorityClass: PriorityClass, id: string, arrivesAt: number, random: Random): Visitor {
  const kind = someKind(random);
  const leavesAt = priorityClass === 'emergency' ? Infinity : arrivesAt + truth.patienceMs(kind);
  return { id, kind, priorityClass, bookedAt: null, point: null, arrivesAt, leavesAt };
}

function poisson(perHour: number, from: number, until: number, random: Random): readonly number[] {
  const times: number[] = [];
  if (perHour <= 0) return times;
  for (let at = from; ; times.push(at)) {
    at += (hour / perHour) * random.exponential();
    if (at >= until) return times;
  }
}

function someKind(random: Random): number {
  return random.next() < kinds[0].share ? 0 : 1;
}

/** Lunch is taken one after the other, from the middle of the day on. */
function shiftsOf({ cell, paces }: Truth, opensAt: number): readonly Shift[] {
  return paces.map((_, point) => {
    const from = opensAt + (cell.openHours / 2 - 0.5) * hour + (point % 4) * cell.lunchMinutes * minute;
    const lunch = cell.lunchMinutes === 0 ? null : { from, until: from + cell.lunchMinutes * minute };
    return { beginsAt: opensAt, lunch };
  });
}
