// Tickets, calls and service points, as every screen and an integrator may know them. Plain types: a screen imports them without a byte.

import type { CallId, PublicId, ServiceId, ServicePointId, TicketId } from './ids.ts';
import type { Need, PriorityClass, ServicePointState, TicketState } from './ticket-state.ts';
import type { BusinessDay, EpochMs } from './time.ts';

export interface Ticket {
  readonly id: TicketId;
  readonly publicId: PublicId;
  readonly number: string;
  readonly serviceId: ServiceId;
  readonly state: TicketState;
  readonly priorityClass: PriorityClass;
  readonly needs: readonly Need[];
  readonly businessDay: BusinessDay;
  readonly issuedAt: EpochMs;
  readonly servicePointId?: ServicePointId;
  readonly callCount: number;
}

export interface Call {
  readonly id: CallId;
  readonly ticketId: TicketId;
  readonly number: string;
  readonly servicePointId: ServicePointId;
  /** When it was called last (a recall moves it). */
  readonly at: EpochMs;
}

export interface BoardServicePoint {
  readonly id: ServicePointId;
  readonly name: string;
  readonly state: ServicePointState;
  readonly ticketId?: TicketId;
}

export interface Board {
  readonly epoch: number;
  readonly seq: number;
  readonly serverTime: EpochMs;
  readonly businessDay: BusinessDay;
  readonly tickets: readonly Ticket[];
  readonly calls: readonly Call[];
  readonly servicePoints: readonly BoardServicePoint[];
}
