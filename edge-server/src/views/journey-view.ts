// What staff see of a ticket's way: its steps, who sent it, and until when its place is kept.

import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { byId } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';

export function journeyOf({
  standing: { journey, cameFrom, graceUntil },
}: Pick<TicketRecord, 'standing'>): Pick<StaffTicket, 'journey' | 'cameFrom' | 'graceUntil'> {
  return {
    ...(journey === undefined ? {} : { journey }),
    ...(cameFrom == null ? {} : { cameFrom }),
    ...(graceUntil === undefined ? {} : { graceUntil }),
  };
}

/** Those that staff may begin; absent where the clinic has none. */
export function journeysOf({ configuration }: ClinicState): Pick<StaffView, 'journeys'> {
  const { journeys = [] } = configuration;
  return journeys.length === 0 ? {} : { journeys: byId(journeys.map(({ id, name }) => ({ id, name }))) };
}
