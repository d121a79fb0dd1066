// Who works behind time, as staff are told: by name, and with the room that it is felt at.

import type { ById } from '@foyer/contracts/by-id.ts';
import type { StaffDelay } from '@foyer/contracts/staff-view.ts';
import { delayView, pointOfDelay } from '@foyer/domain/queue/delay-view.ts';
import { delaysNow } from '@foyer/domain/queue/delay.ts';
import { byId } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';

export function staffDelays(state: ClinicState): { readonly delays?: ById<StaffDelay> } {
  const delays = delaysNow(state.queue, state.businessDay).map((record): StaffDelay => {
    const point = pointOfDelay(record, state);
    const { staffId, servicePointId } = record;
    return {
      ...delayView(record, state, true),
      ...(staffId === null ? {} : { staffId }),
      ...(servicePointId === null ? {} : { servicePointId }),
      ...(point === undefined ? {} : { atServicePointId: point.id }),
    };
  });
  return delays.length === 0 ? {} : { delays: byId(delays) };
}
