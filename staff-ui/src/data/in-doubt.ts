// Who was called, or with staff, when a gap began: the tablet asks of each whether they are there still, and every answer
// is one touch. Until it is given the edge announces nothing of them. Source: API.md, `confirm-still-here`.

import { anyPointRoles } from '@foyer/contracts/authorisation.ts';
import type { ServicePointId } from '@foyer/contracts/ids.ts';
import type { StaffTicket, StaffView, TabletView } from '@foyer/contracts/staff-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { currentAt } from './call-plan.ts';
import { maySend } from './ticket-acts.ts';

export type StillHere = 'yes' | 'finished' | 'left' | 'queue';
export const stillHere: readonly StillHere[] = ['yes', 'finished', 'left', 'queue'];

export interface InDoubt {
  readonly point: StaffView['servicePoints'][string];
  readonly ticket: StaffTicket;
}

export function inDoubtAt(view: StaffView, servicePointId: ServicePointId): InDoubt | undefined {
  const point = view.servicePoints[servicePointId];
  const ticket = currentAt(view, servicePointId);
  return point && ticket?.inDoubtSince !== undefined ? { point, ticket } : undefined;
}

/** Those whom this person may answer for: of every room, or of the own one. */
export function inDoubtFor(view: StaffView): readonly InDoubt[] {
  const { me, servicePoints } = view;
  if (!maySend(me.roles, 'confirm-still-here')) return [];
  const anywhere = me.roles.some((role) => anyPointRoles.includes(role));
  return Object.keys(servicePoints)
    .filter((id) => anywhere || id === me.servicePointId)
    .flatMap((id) => inDoubtAt(view, id) ?? []);
}

/** Rooms that have to say who is there, as a tablet knows it that nobody is signed in on. */
export function roomsInDoubt({ servicePoints }: TabletView) {
  return Object.values(servicePoints).filter(({ inDoubt }) => inDoubt === true);
}

/** `whyLeft`: what the log keeps as the reason. */
export function answerOf(answer: StillHere, { point, ticket }: InDoubt, whyLeft: string): CommandBody {
  const [servicePointId, ticketId] = [point.id, ticket.id];
  switch (answer) {
    case 'yes':
      return { type: 'confirm-still-here', servicePointId, ticketId };
    case 'finished':
      return { type: 'finish-service', servicePointId, ticketId };
    case 'left':
      return { type: 'mark-left', ticketId, reason: whyLeft };
    case 'queue':
      // It was their turn.
      return { type: 'transfer', ticketId, toServiceId: ticket.serviceId, placement: 'front' };
  }
}
