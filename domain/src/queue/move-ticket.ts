// A ticket in its next standing, with the service points that it came from and went to: what almost every fact of the
// queue comes to.

import type { FactOf, TicketStanding } from '@foyer/contracts/events.ts';
import type { PatientId } from '@foyer/contracts/ids.ts';
import { RoomState, TicketState, isOccupied, isOpen } from '@foyer/contracts/ticket-state.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { FactRow } from './evolve.ts';
import { withoutDoubt } from './gap.ts';
import { withoutGrace } from './not-answered.ts';
import { leftAt } from './point-shift.ts';
import type { QueueChanges, QueueState, RoomRecord, ServicePointRecord, TicketRecord } from './queue-state.ts';
import { endedOutside } from './step-out.ts';

/** Not at a point, not on hold. */
export const away = {
  servicePointId: null,
  callId: null,
  calledAt: null,
  servingSince: null,
  heldUntil: null,
  heldByTicket: false,
  room: null,
} as const satisfies Partial<TicketStanding>;

interface MoveOptions {
  readonly undoable: boolean;
  readonly patientId?: PatientId | null | undefined;
  /** False: the room never knew of it. */
  readonly enters?: boolean;
  /** The standing that takes the place of the one before, and of all that it had besides. */
  readonly whole?: TicketStanding;
}

/** The ticket in its new standing, and the service points it came from and went to. */
export function moved(
  state: QueueState,
  row: FactRow,
  ticketId: string,
  change: Partial<TicketStanding> | ((before: TicketStanding) => Partial<TicketStanding>),
  options: MoveOptions = { undoable: true },
): QueueChanges {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return {};
  const before = ticket.standing;
  const changed = { ...before, ...(typeof change === 'function' ? change(before) : change) };
  const standing = options.whole ?? withoutGrace(changed);
  const holds = isAtPoint(standing);
  const points: ServicePointRecord[] = [];
  if (
    before.servicePointId !== null &&
    isAtPoint(before) &&
    (!holds || standing.servicePointId !== before.servicePointId)
  ) {
    const left = state.servicePoints.get(before.servicePointId);
    if (left?.ticketId === ticketId) {
      points.push({ ...leftAt(left, row.at), ticketId: null, room: roomOf(left, null, row) });
    }
  }
  if (holds && standing.servicePointId !== null) {
    const entered = state.servicePoints.get(standing.servicePointId);
    // Whoever was there on paper alone never took the room from who is in it now.
    const enters =
      (options.enters ?? true) && !(isAtPoint(before) && before.servicePointId === standing.servicePointId);
    const stays = entered?.ticketId === ticketId && before.room !== standing.room;
    if (entered !== undefined && ((enters && entered.ticketId !== ticketId) || stays)) {
      points.push({ ...entered, ticketId, room: roomOf(entered, standing.room, row) });
    }
  }
  const next: TicketRecord = {
    ...withoutDoubt(ticket),
    patientId: options.patientId === undefined ? ticket.patientId : options.patientId,
    standing,
    closedAt: isOpen(standing.state) ? null : happenedAt(row),
    last: step(row, options.undoable ? before : null),
  };
  const tickets = [endedOutside(next)];
  return points.length === 0 ? { tickets } : { tickets, servicePoints: points };
}

export function onTicket(
  state: QueueState,
  ticketId: string,
  change: (ticket: TicketRecord) => TicketRecord,
): QueueChanges {
  const ticket = state.tickets.get(ticketId);
  return ticket === undefined ? {} : { tickets: [change(ticket)] };
}

export function step(row: FactRow, before: TicketStanding | null): TicketRecord['last'] {
  return { epoch: row.epoch, seq: row.seq, type: row.type, businessDay: row.businessDay, before };
}

/** What was written on paper first counts from when it was so. */
export function happenedAt({ at, body }: FactRow): EpochMs {
  return ('occurredAt' in body ? body.occurredAt : undefined) ?? at;
}

export function inRoom({
  at,
  body,
}: FactRow & FactOf<'v1.ServiceStarted' | 'v1.TicketIssued'>): NonNullable<TicketStanding['room']> {
  return { state: body.roomState ?? RoomState.withStaff, since: at, staffId: body.staffId ?? null };
}

/** As its ticket's stay has it; without one as it was, or empty from now on. */
function roomOf({ room }: ServicePointRecord, stay: TicketStanding['room'], row: FactRow): RoomRecord {
  if (stay !== null) return stay;
  return isOccupied(room.state) ? { state: RoomState.empty, since: row.at, staffId: null } : room;
}

function isAtPoint(standing: TicketStanding): boolean {
  return standing.state === TicketState.called || standing.state === TicketState.serving;
}
