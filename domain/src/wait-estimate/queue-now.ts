// What a wait estimate is made from: the queue of one moment as plain numbers and ids. Who is next stays the queue's own
// rule, as a function; everything else of it can be posted to a thread.

import type { ServiceId, ServicePointId, StaffId, TicketId } from '@foyer/contracts/ids.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export interface QueueNow {
  readonly at: EpochMs;
  /** Everybody who waits or is still to come; the order of the list means nothing. */
  readonly people: readonly PersonInQueue[];
  readonly points: readonly PointNow[];
  /** How long one patient of a service takes by the clinic's plan; what was learned outweighs it. */
  readonly plannedMs: ReadonlyMap<ServiceId, number>;
  readonly order: CallingOrder;
}

export interface PersonInQueue {
  /** Of the ticket; of the appointment, for who is still to come. */
  readonly id: TicketId;
  readonly serviceId: ServiceId;
  /** Null: waits here. Otherwise has not come yet, and is booked for then; gets no estimate, but may be called first. */
  readonly bookedAt: EpochMs | null;
}

export interface PointNow {
  readonly id: ServicePointId;
  /** What it calls; an urgent case of any of these that is still to come is taken before everybody. */
  readonly serviceIds: readonly ServiceId[];
  readonly practitionerId: StaffId | null;
  /** Who was called to it, and how long ago: since the call, without gaps. */
  readonly serving: { readonly serviceId: ServiceId; readonly forMs: number } | null;
  /** Present while it pauses or is closed: when it goes on by plan; null when nobody said. */
  readonly away?: { readonly until: EpochMs | null };
  /** Planned and still to come, in order: it finishes with whom it serves, then is away for as long as planned. */
  readonly breaks?: readonly { readonly from: EpochMs; readonly until: EpochMs }[];
  /** From then on it calls nobody; absent: until all are served. */
  readonly closesAt?: EpochMs;
}

/** The queue's own rule of who is next. Points and people are named by their places in `QueueNow`. */
export interface CallingOrder {
  /** A new path begins: whatever the rule remembers of its calls is as it is now. */
  begin?(): void;
  /** This person is here from now on, in this path. */
  came?(person: number): void;
  /** The one of those who are here (1 at their place) whom the point calls at this moment; -1: nobody. */
  next(point: number, isHere: Uint8Array, at: EpochMs): number;
}

/** `configured`: of the service too little is known but its planned duration. */
export type EstimateBasis = 'configured' | 'learned';

/** From now until called, as an interval (P20 to P80). */
export interface WaitEstimate {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly medianMs: number;
  readonly meanMs: number;
  readonly basis: EstimateBasis;
}

/** Every service that somebody waits for or a point calls, each once. Its place here is its number in a path. */
export function serviceIdsOf({ people, points }: Pick<QueueNow, 'people' | 'points'>): readonly ServiceId[] {
  return [
    ...new Set([
      ...people.map(({ serviceId }) => serviceId),
      ...points.flatMap(({ serviceIds, serving }) =>
        serving === null ? serviceIds : [...serviceIds, serving.serviceId],
      ),
    ]),
  ];
}
