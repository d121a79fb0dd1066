// Somebody leaves, or a room is shut: of whom it may be said, and what was chosen for everybody who is affected, over
// what the edge proposes. A choice is kept through every change of the list while it still can be made.

import { anyPointRoles } from '@foyer/contracts/authorisation.ts';
import type { ServicePointId, StaffId } from '@foyer/contracts/ids.ts';
import type { Destination, ReassignedPerson } from '@foyer/contracts/reassignment.ts';
import type { AffectedPerson, ReassignmentProposal } from '@foyer/contracts/reassignment-view.ts';
import { hourMs, minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';

/** Exactly one of the two is named. */
export interface WhoseWork {
  readonly staffId?: StaffId | undefined;
  readonly servicePointId?: ServicePointId | undefined;
  readonly from?: EpochMs | undefined;
  readonly until?: EpochMs | undefined;
}

/** Somebody who works, and where; in no room when they only have appointments today. */
export interface Working {
  readonly staffId: StaffId;
  readonly name: string;
  readonly servicePointId?: ServicePointId | undefined;
}

export interface Choice {
  readonly to: Destination;
  readonly toServicePointId?: ServicePointId | undefined;
}
export type Choices = ReadonlyMap<string, Choice>;

export function whoseQuery({ staffId, servicePointId, from, until }: WhoseWork): string {
  const query = new URLSearchParams();
  if (staffId !== undefined) query.set('staffId', staffId);
  if (servicePointId !== undefined) query.set('servicePointId', servicePointId);
  if (from !== undefined) query.set('from', String(from));
  if (until !== undefined) query.set('until', String(until));
  return query.toString();
}

/** Those of whom this person may say it: a nurse of themselves. `names` are those of the clinic's staff. */
export function whoWorks(view: StaffView, names: ReadonlyMap<StaffId, string>): readonly Working[] {
  const inRooms = Object.values(view.servicePoints).flatMap(({ id, state, staffId, staffName }): Working[] =>
    staffId === undefined || state === 'closed' ? [] : [{ staffId, name: staffName ?? '', servicePointId: id }],
  );
  const known = new Set(inRooms.map(({ staffId }) => staffId));
  const booked = new Set(Object.values(view.appointments).map(({ practitionerId }) => practitionerId));
  const others = [...booked].flatMap((staffId): Working[] => {
    const name = names.get(staffId ?? '');
    return staffId === undefined || name === undefined || known.has(staffId) ? [] : [{ staffId, name }];
  });
  const all = [...new Map([...inRooms, ...others].map((working) => [working.staffId, working])).values()];
  return all
    .filter(({ staffId }) => actsAnywhere(view) || staffId === view.me.id)
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.staffId.localeCompare(b.staffId));
}

export function roomsToShut(view: StaffView): readonly StaffView['servicePoints'][string][] {
  const own = ({ id }: { readonly id: string }) => actsAnywhere(view) || id === view.me.servicePointId;
  return Object.values(view.servicePoints).filter((point) => point.state !== 'closed' && own(point));
}

/** The half hours within the next eight hours, at which somebody may say that they leave or are back. */
export function halfHours(now: EpochMs): readonly EpochMs[] {
  const step = 30 * minuteMs;
  const first = Math.ceil((now + minuteMs) / step) * step;
  return Array.from({ length: (8 * hourMs) / step }, (_, index) => first + index * step);
}

/** What was chosen where it still can be, and what is proposed for everybody else. */
export function choicesFor({ people }: ReassignmentProposal, chosen: Choices): Choices {
  return new Map(
    people.map((person) => {
      const choice = chosen.get(person.id);
      return [person.id, choice !== undefined && isPossible(choice, person) ? choice : person.proposal];
    }),
  );
}

/** Whom a choice was made for that cannot be made any more. */
export function lostChoices({ people }: ReassignmentProposal, chosen: Choices): readonly string[] {
  return people
    .filter((person) => {
      const choice = chosen.get(person.id);
      return choice !== undefined && !isPossible(choice, person);
    })
    .map(({ id }) => id);
}

function isPossible({ to, toServicePointId }: Choice, person: AffectedPerson): boolean {
  if (to === 'service-point') return person.servicePointIds.some((id) => id === toServicePointId);
  return person.destinations.includes(to);
}

export function stepsOf({ people }: ReassignmentProposal, choices: Choices): ReassignedPerson[] {
  return people.map(({ id, ticketId, state, proposal }) => {
    const { to, toServicePointId } = choices.get(id) ?? proposal;
    return {
      ...(ticketId === undefined ? { appointmentId: id } : { ticketId }),
      ...(state === undefined ? {} : { seen: state as NonNullable<ReassignedPerson['seen']> }),
      to,
      ...(to === 'service-point' && toServicePointId !== undefined ? { toServicePointId } : {}),
    };
  });
}

export interface Effect {
  readonly rooms: readonly {
    readonly servicePointId: ServicePointId;
    readonly before: number;
    readonly after: number;
  }[];
  readonly stay: number;
  readonly anotherDay: number;
  readonly phone: number;
  /** How many do not stay as they are. */
  readonly moved: number;
}

/** Whoever then waits for whom: every person is counted once. */
export function effectOf({ people, rooms }: ReassignmentProposal, choices: Choices): Effect {
  const chosen = people.map(({ id, proposal }) => choices.get(id) ?? proposal);
  const count = (to: Destination) => chosen.filter((choice) => choice.to === to).length;
  return {
    rooms: rooms.map(({ servicePointId, people: before }) => ({
      servicePointId,
      before,
      after: before + chosen.filter((choice) => choice.toServicePointId === servicePointId).length,
    })),
    stay: count('stay'),
    anotherDay: count('another-day'),
    phone: count('phone'),
    moved: people.length - count('stay'),
  };
}

function actsAnywhere({ me }: StaffView): boolean {
  return me.roles.some((role) => anyPointRoles.includes(role));
}
