// Facts of a reassignment. Every fact of one carries its id; `v1.ReassignmentApplied` is the last of them and says what
// the whole was of, so that all of it can be taken back.

import Type from 'typebox';
import { EpochMsNumber, Uuid, oneOf } from './schema.ts';
import { servicePointStates } from './ticket-state.ts';

const inReassignment = { reassignmentId: Uuid };
const onPaper = { occurredAt: Type.Optional(EpochMsNumber) };
const Standing = Type.Object({ state: oneOf(servicePointStates), staffId: Type.Optional(Uuid) });

export const reassignmentEvents = {
  /** It waits for another room, in its place; without `toServicePointId` for any room of its service. */
  'v1.TicketReassigned': Type.Object({
    ticketId: Uuid,
    fromServicePointId: Type.Optional(Uuid),
    toServicePointId: Type.Optional(Uuid),
    reassignmentId: Type.Optional(Uuid),
    ...onPaper,
  }),
  /** Whoever checks in with it waits for that room; without one for any room of the service, as before. */
  'v1.AppointmentReassigned': Type.Object({
    appointmentId: Uuid,
    toServicePointId: Type.Optional(Uuid),
    ...inReassignment,
    ...onPaper,
  }),
  'v1.ReassignmentApplied': Type.Object({
    ...inReassignment,
    kind: oneOf(['leaves', 'swaps-rooms']),
    staffId: Type.Optional(Uuid),
    servicePointId: Type.Optional(Uuid),
    from: Type.Optional(EpochMsNumber),
    until: Type.Optional(EpochMsNumber),
    ticketIds: Type.Array(Uuid),
    appointmentIds: Type.Array(Uuid),
    workItemIds: Type.Array(Uuid),
    /** The rooms whose state or staff changed. */
    servicePoints: Type.Array(Type.Object({ servicePointId: Uuid, from: Standing, to: Standing })),
    ...onPaper,
  }),
  /** `keptTicketIds`: whom something befell since, so that they stay where they are. */
  'v1.ReassignmentUndone': Type.Object({
    ...inReassignment,
    ticketIds: Type.Array(Uuid),
    keptTicketIds: Type.Array(Uuid),
    ...onPaper,
  }),
} as const;
