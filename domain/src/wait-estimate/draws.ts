/**
 * Everything uncertain that a path meets. Services and points are named by their places in `QueueNow` (services in the
 * order of `serviceIdsOf`); every time is in milliseconds from now, and Infinity where it never comes.
 */
export interface Draws {
  /** A new path begins: what is uncertain of the whole of it is drawn once. */
  begin(): void;
  serviceMs(service: number, point: number): number;
  /** What is left of a service that has lasted so long already. */
  remainingMs(service: number, point: number, elapsedMs: number): number;
  /** From the end of a service to the next call; of a point that is free already, what is left of it. */
  turnoverMs(point: number): number;
  /** When staff are back who planned it for then; the plan may be past, and they are not back yet. */
  backInMs(point: number, plannedInMs: number): number;
  /** When somebody comes who is booked for then and is not here. */
  arrivesInMs(service: number, bookedInMs: number): number;
  /** The time between two urgent cases. */
  untilUrgentMs(service: number): number;
  /** How long somebody goes on waiting before they give up. */
  patienceMs(service: number): number;
}
