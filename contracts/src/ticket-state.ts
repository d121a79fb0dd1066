// The closed sets of the queue. Constants alone, so that a screen's bundle may carry them.

export const TicketState = {
  /** In the queue of a service. */
  waiting: 'waiting',
  /** Called to a service point, not yet there. */
  called: 'called',
  /** With staff. */
  serving: 'serving',
  /** Out of the queue for a while; keeps its place by time. */
  onHold: 'on-hold',
  /** Called and did not come; may come back. */
  notAnswered: 'not-answered',
  completed: 'completed',
  /** Went away without being seen. */
  left: 'left',
  cancelled: 'cancelled',
} as const;
export type TicketState = (typeof TicketState)[keyof typeof TicketState];

export const openStates: readonly TicketState[] = ['waiting', 'called', 'serving', 'on-hold', 'not-answered'];
export const closedStates: readonly TicketState[] = ['completed', 'left', 'cancelled'];
export function isOpen(state: TicketState): boolean {
  return openStates.includes(state);
}

/** In the order in which they are called when they wait equally long. */
export const priorityClasses = ['emergency', 'priority', 'booked', 'walk-in'] as const;
export type PriorityClass = (typeof priorityClasses)[number];

export const needs = ['hearing', 'sight', 'mobility', 'interpreter', 'companion', 'infant', 'isolate'] as const;
export type Need = (typeof needs)[number];
/** For staff alone to say: a kiosk neither shows nor changes them. */
export const staffNeeds: readonly Need[] = ['isolate'];

export const servicePointStates = ['open', 'paused', 'closed'] as const;
export type ServicePointState = (typeof servicePointStates)[number];

/** What goes on in a room, beside whether its service point is open. */
export const RoomState = {
  /** Free for the next patient. */
  empty: 'empty',
  /** A patient sits there, and staff come to them. */
  waiting: 'waiting',
  withNurse: 'with-nurse',
  withDoctor: 'with-doctor',
  /** With somebody of whom no more is known. */
  withStaff: 'with-staff',
  readyForDoctor: 'ready-for-doctor',
  /** Nobody is called to it until it is clean. */
  toBeCleaned: 'to-be-cleaned',
} as const;
export type RoomState = (typeof RoomState)[keyof typeof RoomState];
export const roomStates = Object.values(RoomState);

/** Those in which a patient is in the room: its ticket is `serving`. */
export const occupiedRoomStates = [
  'waiting',
  'with-nurse',
  'with-doctor',
  'with-staff',
  'ready-for-doctor',
] as const satisfies readonly RoomState[];
export type OccupiedRoomState = (typeof occupiedRoomStates)[number];
export function isOccupied(state: RoomState): state is OccupiedRoomState {
  return (occupiedRoomStates as readonly RoomState[]).includes(state);
}

/** Why a point pauses: what its staff are told of it, and nobody else. */
export const pauseKinds = ['break', 'lunch', 'other'] as const;
export type PauseKind = (typeof pauseKinds)[number];

/** How many may be ahead of somebody who stepped out when they are called back inside. */
export const stepOutThresholds = [2, 3, 5] as const;
export type StepOutThreshold = (typeof stepOutThresholds)[number];

/** Why somebody who is called is fetched: they may not hear or see it, or are outside. */
export const walkReasons = ['hearing', 'sight', 'outside'] as const;
export type WalkReason = (typeof walkReasons)[number];

export const placements = ['front', 'by-time', 'back'] as const;
export type Placement = (typeof placements)[number];

export const helpKinds = ['assistance', 'emergency'] as const;
export type HelpKind = (typeof helpKinds)[number];

export const paymentMeans = ['cash', 'external-card'] as const;
export type PaymentMeans = (typeof paymentMeans)[number];

/** Where a ticket was made. */
export const ticketSources = ['kiosk', 'desk', 'tablet', 'button', 'phone', 'paper'] as const;
export type TicketSource = (typeof ticketSources)[number];

/** What became of a visit that was kept on paper; who has no outcome still waits. */
export const paperOutcomes = ['completed', 'left', 'cancelled'] as const;
export type PaperOutcome = (typeof paperOutcomes)[number];
