// The steps of a visit as a tablet asks about them. Pure. Which of them may change is for the edge to say; what cannot is
// not offered.

import type { JourneyStep } from '@foyer/contracts/journey.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';

type Standing = Pick<StaffTicket, 'journey' | 'state'>;

/** Those that are said to whoever asks: what is skipped is none of the way. */
export function wayOf({ journey }: Pick<StaffTicket, 'journey'>): readonly JourneyStep[] {
  return (journey?.steps ?? []).filter(({ state }) => state !== 'skipped');
}

/** The one it is at, from 1; undefined while it is at none of them. */
export function placeOnWay(ticket: Pick<StaffTicket, 'journey'>): number | undefined {
  const at = wayOf(ticket).findIndex(({ state }) => state === 'here');
  return at === -1 ? undefined : at + 1;
}

/** What is not ready yet, of the services that these rooms give; of all of them where none is named. */
export function toMakeReady(
  { journey, state }: Standing,
  servicePoint?: Pick<StaffView['servicePoints'][string], 'serviceIds'>,
): readonly JourneyStep[] {
  if (!isOpen(state)) return [];
  return (journey?.steps ?? []).filter(
    (step) =>
      step.whenReady === true &&
      step.ready !== true &&
      (step.state === 'ahead' || step.state === 'here') &&
      (servicePoint === undefined || servicePoint.serviceIds.includes(step.serviceId)),
  );
}

/** Not while somebody is with the patient for it, and not the only one that is left. */
export function maySkip({ journey, state }: Standing, step: JourneyStep): boolean {
  if (step.state === 'ahead') return true;
  const isElsewhere = state !== 'called' && state !== 'serving';
  return step.state === 'here' && isElsewhere && (journey?.steps ?? []).some((other) => other.state === 'ahead');
}

/** The step before which this one may be put: the last of those that are ahead of it. */
export function movableBefore({ journey }: Pick<StaffTicket, 'journey'>, step: JourneyStep): JourneyStep | undefined {
  if (step.state !== 'ahead') return undefined;
  const ahead = (journey?.steps ?? []).filter(({ state }) => state === 'ahead');
  return ahead[ahead.findIndex(({ id }) => id === step.id) - 1];
}

/** A way is begun where none is under way. */
export function mayBegin({ journey }: Pick<StaffTicket, 'journey'>): boolean {
  return !(journey?.steps ?? []).some(({ state }) => state === 'ahead');
}
