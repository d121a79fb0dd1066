// A tablet on which nobody is signed in: help, and what does not answer, so that both are noticed on every tablet. It
// names nobody: who of the staff asked is a place.

import type { TabletView } from '@foyer/contracts/staff-view.ts';
import type { HelpRecord } from '@foyer/domain/queue/queue-state.ts';
import { callView } from '@foyer/domain/queue/ticket-view.ts';
import { quietView } from './alarms-view.ts';
import type { ClinicState } from './clinic-state.ts';
import { byId, clinicView, helpView, servicePointName } from './clinic-view.ts';
import { currentCalls } from './display-view.ts';
import { evacuationView } from './evacuation-view.ts';
import { storageView } from './storage-view.ts';
import { doubtAt } from './gap-view.ts';
import { withFollowers } from './party-calls.ts';

export function tabletView(state: ClinicState): TabletView {
  const sounding = [...state.queue.help.values()].filter(({ acknowledgedAt }) => acknowledgedAt === null);
  return {
    clinic: clinicView(state),
    servicePoints: byId(
      state.configuration.servicePoints.map((point) => ({
        ...point,
        state: state.queue.servicePoints.get(point.id)?.state ?? 'closed',
        ...doubtAt(point.id, state),
      })),
    ),
    help: byId(sounding.map((help) => ({ ...helpView(help, state), ...placeOf(help, state) }))),
    devices: byId(state.devices.filter(({ connected }) => !connected)),
    ...quietView(state),
    calls: byId(withFollowers(currentCalls(state), state.queue).map(callView)),
    ...evacuationView(state),
    ...storageView(state),
  };
}

/** In place of the name of who asked: the service point that the person is at, or nothing. */
function placeOf({ by }: HelpRecord, state: ClinicState): { readonly from?: string } {
  if (!by.startsWith('staff:')) return {};
  const points = [...state.queue.servicePoints.values()];
  const at = points.find(({ staffId }) => staffId !== null && by === `staff:${staffId}`);
  return { from: at === undefined ? '' : servicePointName(state, at.id) };
}
