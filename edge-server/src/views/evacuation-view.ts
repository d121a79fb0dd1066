import type { EvacuationView } from '@foyer/contracts/clinic-view.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import type { ClinicState } from './clinic-state.ts';

/** What every screen is told while it lasts. Who started it is a place, and no name. */
export function evacuationView(state: ClinicState): { readonly evacuation?: EvacuationView } {
  const now = evacuationNow(state.queue);
  if (now === undefined) return {};
  const points = [...state.queue.servicePoints.values()];
  const at = points.find(({ staffId }) => staffId !== null && now.startedBy === `staff:${staffId}`);
  const from = state.configuration.servicePoints.find(({ id }) => id === at?.id);
  const meetingPoint = state.configuration.evacuation?.meetingPoint;
  return {
    evacuation: {
      startedAt: now.startedAt,
      ...(from === undefined ? {} : { startedFrom: from.name }),
      ...(meetingPoint === undefined ? {} : { meetingPoint }),
    },
  };
}
