// `GET /api/v1/tickets/{id}/why`: why a ticket is where it is in its queue, and why it was called when it was. Ids and
// what the queue knows; it names nobody.

import type { CallingOrder, ChoiceRule, PassedOverReason } from './calling-choices.ts';
import type { ChosenBy } from './calling-rules.ts';
import type { ServiceId, ServicePointId, TicketId } from './ids.ts';
import type { PriorityClass } from './ticket-state.ts';
import type { EpochMs } from './time.ts';

/** The rule that chooses, with what it goes by. */
export type ChoiceReason =
  | { readonly rule: 'emergency' }
  | { readonly rule: 'longest-wait'; readonly minutes: number }
  | { readonly rule: 'condition'; readonly serviceId: ServiceId; readonly overMinutes: number }
  /** So many of so many calls are of this class. */
  | { readonly rule: 'share'; readonly priorityClass: PriorityClass; readonly share: number; readonly of: number }
  | { readonly rule: 'order'; readonly order: CallingOrder };

export interface Explanation {
  readonly rule: 'class-then-longest-wait' | 'calling-rules';
  readonly state: string;
  readonly serviceId: ServiceId;
  readonly priorityClass: PriorityClass;
  readonly placeAt: EpochMs;
  /** Bound to this point after a transfer: others of its service take it only while that one is closed. */
  readonly forServicePointId?: ServicePointId;
  /** Who waits where it is called soonest, itself included; of a ticket that does not wait, who waits for its service. */
  readonly waiting: number;
  /** Where it is called soonest: 1 is next; absent when the ticket does not wait. */
  readonly position?: number;
  /** Its position at every point that may call it. */
  readonly points: readonly {
    readonly servicePointId: ServicePointId;
    readonly position: number;
    /** What keeps that point from calling it yet. */
    readonly heldBack?: PassedOverReason;
    /** Under calling rules, where nothing holds it back: by what it is called there in its turn. */
    readonly reason?: ChoiceReason;
    /** Under calling rules, where it is next: who waits as long or longer, the longest wait first. */
    readonly passedOver?: readonly PassedOver[];
  }[];
  /** Who is called before it where it is called soonest. */
  readonly before: readonly {
    readonly ticketId: TicketId;
    readonly number: string;
    /** Without rules one of the first two, else the rule that calls it. */
    readonly because: 'higher-class' | 'longer-wait' | ChoiceRule;
    readonly priorityClass: PriorityClass;
    readonly placeAt: EpochMs;
  }[];
  /** Under calling rules, while it waits. */
  readonly claim?: {
    readonly revision: number;
    /** What it counts as: who came late is a walk-in. */
    readonly priorityClass: PriorityClass;
    /** From when its wait is measured: of who is booked, the booked time. */
    readonly since: EpochMs;
    readonly waitedMinutes: number;
    /** How many of these minutes are counted because of its needs. */
    readonly earlierMinutes?: number;
    /** Whether it may be called before others yet. */
    readonly isDue: boolean;
    /** From when nothing holds it back at any point. */
    readonly opensAt: EpochMs;
    /** From when it is called before all but emergencies. */
    readonly longestWaitAt: EpochMs;
  };
  /** Of the latest call that the rules chose. */
  readonly call?: CallExplanation;
}

/** Recomputed from the log. */
export interface CallExplanation {
  readonly servicePointId: ServicePointId;
  readonly at: EpochMs;
  readonly chosenBy: ChosenBy;
  readonly reason: ChoiceReason;
  /** As the rules measure the wait. */
  readonly waitedMinutes: number;
  /** Who waited as long or longer and was not called, the longest wait first. */
  readonly passedOver: readonly PassedOver[];
}
export interface PassedOver {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly waitedMinutes: number;
  readonly because: PassedOverReason;
}
