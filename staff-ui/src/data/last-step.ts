// Which step "Undo" takes back: the last one that this tablet took, or else the latest at its service point.
// A first event and an undo cannot be taken back. Source: API.md, `undo`.

import type { EventType } from '@foyer/contracts/events.ts';
import type { ServicePointId, TicketId } from '@foyer/contracts/ids.ts';
import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';

/** Steps that a person took with a ticket. */
export const undoableTypes = [
  'v1.TicketCalled',
  'v1.TicketRecalled',
  'v1.ServiceStarted',
  'v1.ServiceFinished',
  'v1.TicketNotAnswered',
  'v1.TicketHeld',
  'v1.TicketResumed',
  'v1.TicketTransferred',
  'v1.TicketClosed',
  'v1.PriorityChanged',
  'v1.TicketMovedInQueue',
  'v1.TicketIdentified',
  'v1.RoomStateChanged',
  'v1.JourneyStarted',
  'v1.JourneyStepAdded',
  'v1.JourneyStepMoved',
  'v1.JourneyStepSkipped',
  'v1.JourneyStepReady',
  'v1.JourneyWentOn',
] as const satisfies readonly EventType[];
export type UndoableType = (typeof undoableTypes)[number];

export interface Step {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly epoch: number;
  readonly seq: number;
  readonly type: UndoableType;
}

/** `remembered` is the ticket of this tablet's last accepted command. */
export function lastStep(
  view: StaffView,
  servicePointId: ServicePointId | undefined,
  remembered?: TicketId,
): Step | undefined {
  const own = remembered === undefined ? undefined : view.tickets[remembered];
  const step = own && stepOf(own);
  if (step) return step;
  if (servicePointId === undefined) return undefined;
  return Object.values(view.tickets)
    .filter((ticket) => ticket.servicePointId === servicePointId)
    .map(stepOf)
    .filter((candidate) => candidate !== undefined)
    .toSorted((a, b) => b.epoch - a.epoch || b.seq - a.seq)[0];
}

function stepOf(ticket: StaffTicket): Step | undefined {
  const { epoch, seq, type } = ticket.last;
  const undoable = undoableTypes.find((candidate) => candidate === type);
  return undoable && { ticketId: ticket.id, number: ticket.number, epoch, seq, type: undoable };
}
