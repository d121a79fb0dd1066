// What a waiting ticket counts as under the rules at a moment: its class, from when its wait is measured, whether its time
// has come, and what holds it back at a service point.

import type { CallingOrder, PassedOverReason } from '@foyer/contracts/calling-choices.ts';
import type { Calling, CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { TicketRecord } from './queue-state.ts';

export interface Claim {
  readonly ticket: TicketRecord;
  readonly priorityClass: PriorityClass;
  /** Of who is booked, the booked time; of who came late, or was moved in the queue, the place; earlier by needs. */
  readonly since: EpochMs;
  readonly waitedMs: number;
  /** False: booked, and not to be called before others yet. */
  readonly isDue: boolean;
}

/** A place where somebody calls by the rules. */
export interface CallingPost {
  readonly servicePointId: string;
  /** Of the services that the point offers. */
  readonly serves: readonly string[];
  readonly calling: Calling;
  /** Who works there. */
  readonly staffId: string | null;
}

export function claimOf(
  ticket: TicketRecord,
  rules: Pick<CallingRules, 'appointments' | 'needsEarlier'>,
  now: EpochMs,
): Claim {
  const { placeAt, priorityClass } = ticket.standing;
  const { appointmentAt, issuedAt } = ticket;
  const { appointments } = rules;
  const earlierMs = earlierMinutes(ticket, rules) * minuteMs;
  const waits = (from: EpochMs) => ({ since: from - earlierMs, waitedMs: Math.max(0, now - from + earlierMs) });
  if (appointments === undefined || appointmentAt === null) {
    return { ticket, priorityClass, ...waits(placeAt), isDue: true };
  }
  const arrivedAt = Math.min(issuedAt, placeAt);
  if (isLate(arrivedAt, appointmentAt, appointments)) {
    const counted = priorityClass === 'booked' ? 'walk-in' : priorityClass;
    return { ticket, priorityClass: counted, ...waits(placeAt), isDue: true };
  }
  const isMoved = placeAt !== issuedAt;
  return {
    ticket,
    priorityClass,
    ...waits(isMoved ? placeAt : appointmentAt),
    isDue: isMoved || now >= appointmentAt - appointments.earlyMinutes * minuteMs,
  };
}

/** How many minutes more than it has waited a ticket counts as having waited, because of its needs. */
export function earlierMinutes(
  { needs }: Pick<TicketRecord, 'needs'>,
  { needsEarlier }: Pick<CallingRules, 'needsEarlier'>,
): number {
  return needsEarlier?.needs.some((need) => needs.includes(need)) === true ? needsEarlier.minutes : 0;
}

export function wholeMinutes({ waitedMs }: Claim): number {
  return Math.floor(waitedMs / minuteMs);
}

export function isLate(
  arrivedAt: EpochMs,
  appointmentAt: EpochMs,
  { lateMinutes }: NonNullable<CallingRules['appointments']>,
): boolean {
  return arrivedAt > appointmentAt + lateMinutes * minuteMs;
}

/** The longest wait first; total, so that no two are equal. */
export function compareWaits(a: Claim, b: Claim): number {
  return (
    a.since - b.since ||
    a.ticket.ordinal - b.ticket.ordinal ||
    (a.ticket.id < b.ticket.id ? -1 : a.ticket.id > b.ticket.id ? 1 : 0)
  );
}

/** An emergency is 0 in each; the others begin at 1. */
const ranks: { readonly [O in CallingOrder]: { readonly [C in PriorityClass]: number } } = {
  'by-class': { emergency: 0, priority: 1, booked: 2, 'walk-in': 3 },
  'by-arrival': { emergency: 0, priority: 1, booked: 1, 'walk-in': 1 },
  'appointments-first': { emergency: 0, booked: 1, priority: 2, 'walk-in': 3 },
  'urgent-first': { emergency: 0, priority: 1, booked: 2, 'walk-in': 2 },
};
const notDueRank = 9;

/** Lower is called earlier. It falls by one with every `ageingMinutes` of waiting, to 1 at the lowest. */
export function rankOf(
  { priorityClass, waitedMs, isDue }: Claim,
  order: CallingOrder,
  { ageingMinutes }: Pick<CallingRules, 'ageingMinutes'>,
): number {
  const rank = ranks[order][priorityClass];
  if (rank === 0) return rank;
  if (!isDue) return notDueRank;
  const aged = ageingMinutes === undefined ? 0 : Math.floor(waitedMs / (ageingMinutes * minuteMs));
  return Math.max(1, rank - aged);
}

/** Why this one is not called there yet; undefined when it may be. An emergency is held back by nothing. */
export function heldBack(claim: Claim, post: CallingPost, rules: CallingRules): PassedOverReason | undefined {
  const { ticket, waitedMs, priorityClass } = claim;
  const { forServicePointId, serviceId } = ticket.standing;
  if (forServicePointId === post.servicePointId || priorityClass === 'emergency') return undefined;
  if (waitedMs >= rules.opensAfterMinutes * minuteMs) return undefined;
  if (!post.serves.includes(serviceId)) return 'not-served';
  const { practitionerId } = ticket;
  if (rules.namedPractitioners === true && practitionerId !== undefined && practitionerId !== post.staffId) {
    return 'practitioner';
  }
  const skill = rules.services.find((service) => service.serviceId === serviceId)?.skill;
  if (skill === undefined) return undefined;
  const skills = rules.people.find(({ staffId }) => staffId === post.staffId)?.skills ?? [];
  return skills.includes(skill) ? undefined : 'skill';
}
