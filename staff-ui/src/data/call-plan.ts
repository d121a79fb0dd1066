// What the lit door of the room does now. One tap must never call two people, nor finish somebody who has not come:
// the plan says which question stands before the call. Source: API.md, `call-next`.

import type { ServicePointId } from '@foyer/contracts/ids.ts';
import { RoomState } from '@foyer/contracts/ticket-state.ts';
import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';

export type CallPlan =
  /** No line to the edge: calling waits, so that nobody is called twice. */
  | { readonly kind: 'no-line' }
  /** The room is closed or paused: opening it is the thing to do. */
  | { readonly kind: 'open-room'; readonly state: 'closed' | 'paused' }
  /** Nobody is called into it before somebody says that it is clean. */
  | { readonly kind: 'clean-room' }
  /** The room is cleaned between two patients: this one is finished first, and nobody called yet. */
  | { readonly kind: 'finish-first'; readonly current: StaffTicket }
  /** After a gap: whether this one is there still is answered first. */
  | { readonly kind: 'in-doubt'; readonly current: StaffTicket }
  | { readonly kind: 'nobody-waits'; readonly current?: StaffTicket }
  /** The current one was called and has not come: what became of it is asked first. */
  | { readonly kind: 'ask-outcome'; readonly next: StaffTicket; readonly current: StaffTicket }
  /** One tap. `finishes` is with staff now and is finished by the call. */
  | { readonly kind: 'call'; readonly next: StaffTicket; readonly finishes?: StaffTicket };

export function callPlan(view: StaffView, servicePointId: ServicePointId, hasLine: boolean): CallPlan {
  const point = view.servicePoints[servicePointId];
  if (!hasLine || !point) return { kind: 'no-line' };
  if (point.state !== 'open') return { kind: 'open-room', state: point.state };
  if (point.room.state === RoomState.toBeCleaned) return { kind: 'clean-room' };
  const current = currentAt(view, servicePointId);
  if (current?.inDoubtSince !== undefined) return { kind: 'in-doubt', current };
  if (current?.state === 'serving' && point.cleaning === true) return { kind: 'finish-first', current };
  const next = point.nextTicketId ? view.tickets[point.nextTicketId] : undefined;
  if (!next) return { kind: 'nobody-waits', ...(current ? { current } : {}) };
  if (current?.state === 'called') return { kind: 'ask-outcome', next, current };
  return { kind: 'call', next, ...(current ? { finishes: current } : {}) };
}

/** Who is called to this service point or served at it. */
export function currentAt(view: StaffView, servicePointId: ServicePointId): StaffTicket | undefined {
  const ticketId = view.servicePoints[servicePointId]?.ticketId;
  return ticketId ? view.tickets[ticketId] : undefined;
}

/** `finishCurrent` of a call, when nothing has to be asked. */
export function finishCurrentOf(plan: CallPlan & { kind: 'call' }): { finishCurrent?: true } {
  return plan.finishes ? { finishCurrent: true } : {};
}
