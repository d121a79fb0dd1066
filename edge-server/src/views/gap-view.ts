// What screens of staff are told of gaps: which waits they do not count in, and where somebody has to be asked for.

import { dayMs } from '@foyer/contracts/time.ts';
import type { ById } from '@foyer/contracts/by-id.ts';
import type { GapView } from '@foyer/contracts/staff-view.ts';
import { byId } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';

export function recentGaps({ queue, now }: Pick<ClinicState, 'queue' | 'now'>): { readonly gaps?: ById<GapView> } {
  const gaps = [...queue.gaps.values()].filter(({ until }) => now - until < dayMs);
  return gaps.length === 0 ? {} : { gaps: byId(gaps) };
}

export function doubtAt(servicePointId: string, { queue }: Pick<ClinicState, 'queue'>): { readonly inDoubt?: true } {
  const ticketId = queue.servicePoints.get(servicePointId)?.ticketId ?? '';
  return queue.tickets.get(ticketId)?.inDoubtSince === undefined ? {} : { inDoubt: true };
}
