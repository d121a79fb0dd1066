// Where the people of a room, or of a member of staff, go when it is shut or they leave: what is proposed, and what is
// sent back to be applied.

import Type, { type Static } from 'typebox';
import { Uuid, oneOf, strictObject } from './schema.ts';
import { openStates } from './ticket-state.ts';

/** Of somebody, or of a room; exactly one of the two is named. */
export const whoseWork = { staffId: Type.Optional(Uuid), servicePointId: Type.Optional(Uuid) };

/** Where somebody goes. */
export const destinations = [
  /** To a room of their service that is open. */
  'service-point',
  /** As it was: who is in the room is finished there. */
  'stay',
  /** Home: somebody phones them to find another day. */
  'another-day',
  /** Nothing changes yet: somebody phones them. */
  'phone',
] as const;
export type Destination = (typeof destinations)[number];

const mostReassigned = 500;

export const ReassignedPerson = strictObject({
  /** Of who is here; of who is still to come it is the appointment. Exactly one of the two. */
  ticketId: Type.Optional(Uuid),
  appointmentId: Type.Optional(Uuid),
  /** The state of the ticket when it was looked at. */
  seen: Type.Optional(oneOf(openStates)),
  to: oneOf(destinations),
  toServicePointId: Type.Optional(Uuid),
});
export type ReassignedPerson = Static<typeof ReassignedPerson>;

export const ReassignedPeople = Type.Array(ReassignedPerson, { maxItems: mostReassigned });
