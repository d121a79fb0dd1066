// Where a visit stands, in words: "Step 2 of 4: Laboratory. Then: Pharmacy".

import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { language, localised } from '@foyer/ui-kit/language/language.ts';
import { placeOnWay, wayOf } from '../data/journey.ts';
import { t } from './strings.ts';

export function serviceText(serviceId: string, { services }: Pick<StaffView, 'services'>): string {
  const service = services[serviceId];
  return service ? localised(service.name) : '';
}

/** Empty for a visit of one step. */
export function wayText(ticket: Pick<StaffTicket, 'journey'>, view: Pick<StaffView, 'services'>): string {
  const way = wayOf(ticket);
  if (way.length < 2) return '';
  const step = placeOnWay(ticket);
  const here = way.find(({ state }) => state === 'here');
  const next = way.filter(({ state }) => state === 'ahead').map(({ serviceId }) => serviceText(serviceId, view));
  return [
    step === undefined || here === undefined
      ? ''
      : t('journey.step-of', { step, count: way.length, service: serviceText(here.serviceId, view) }),
    next.length === 0 ? '' : t('journey.then', { services: new Intl.ListFormat(language.code).format(next) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Who sent it, by the room where that is known. */
export function senderText(
  { cameFrom }: Pick<StaffTicket, 'cameFrom'>,
  view: Pick<StaffView, 'services' | 'servicePoints'>,
): string {
  const point = view.servicePoints[cameFrom?.servicePointId ?? ''];
  return point ? localised(point.name) : serviceText(cameFrom?.serviceId ?? '', view);
}

/** What becomes of the place of who did not answer; empty where it is kept without an end. */
export function graceText({ graceUntil }: Pick<StaffTicket, 'graceUntil'>, zone: string, now: number): string {
  if (graceUntil === undefined) return '';
  return t(now <= graceUntil ? 'journey.place-until' : 'journey.place-over', { time: formatTime(graceUntil, zone) });
}
