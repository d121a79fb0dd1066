// A service point in its next state, whether it was heard of before or not.

import { RoomState } from '@foyer/contracts/ticket-state.ts';
import type { FactRow } from './evolve.ts';
import type { QueueChanges, QueueState, ServicePointRecord } from './queue-state.ts';

export function point(state: QueueState, row: FactRow, id: string, change: Partial<ServicePointRecord>): QueueChanges {
  return { servicePoints: [{ ...pointBefore(state, row, id), ...change }] };
}

export function shifted(
  state: QueueState,
  row: FactRow & { readonly body: { readonly servicePointId: string } },
  change: (point: ServicePointRecord) => ServicePointRecord,
): QueueChanges {
  return { servicePoints: [change(pointBefore(state, row, row.body.servicePointId))] };
}

function pointBefore(state: QueueState, row: FactRow, id: string): ServicePointRecord {
  const untouched = { state: RoomState.empty, since: row.at, staffId: null };
  return state.servicePoints.get(id) ?? { id, state: 'closed', staffId: null, ticketId: null, room: untouched };
}
