// The closed sets of the calling rules. Constants alone, so that a screen's bundle may carry them.

import type { PriorityClass } from './ticket-state.ts';

/** Who is called before whom where no other rule chooses. An emergency is first in each; then who has waited longest. */
export const callingOrders = [
  /** Priority, then booked, then walk-ins. */
  'by-class',
  /** Whoever has waited longest, of whatever class. */
  'by-arrival',
  /** Booked, then priority, then walk-ins. */
  'appointments-first',
  /** Priority, then everybody else by their wait. */
  'urgent-first',
] as const;
export type CallingOrder = (typeof callingOrders)[number];

/** By which rule somebody is called, in the order in which the rules are asked. */
export const choiceRules = [
  /** An emergency is called before everybody. */
  'emergency',
  /** Has waited as long as anybody may. */
  'longest-wait',
  /** Somebody in this queue has waited too long. */
  'condition',
  /** The turn of this class. */
  'share',
  'order',
] as const;
export type ChoiceRule = (typeof choiceRules)[number];

/** Why somebody who waits as long or longer was not called. */
export const passedOverReasons = [
  'emergency',
  'condition',
  'share',
  'class',
  /** Booked, and before their time. */
  'not-due',
  /** Whoever works here does not serve that queue yet. */
  'not-served',
  'skill',
  'practitioner',
] as const;
export type PassedOverReason = (typeof passedOverReasons)[number];

/** Those that take turns. */
export const sharedClasses = ['priority', 'booked', 'walk-in'] as const satisfies readonly PriorityClass[];
export type SharedClass = (typeof sharedClasses)[number];
export const mostShare = 9;
