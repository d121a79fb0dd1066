// Why a change of the set-up was refused, with the name of what it is about.

import type { ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Refused } from '../data/refusals.ts';
import { refusalText } from './refusal-text.ts';
import { t } from './strings.ts';

/** `before`: the clinic as it is, in which what would be taken away still stands. */
export function setUpRefusalText({ code, facts }: Refused, before: ClinicDocument): string {
  const service = before.services.find(({ id }) => id === facts['serviceId']);
  const room = before.servicePoints.find(({ id }) => id === facts['servicePointId']);
  if (code === 'service-has-patients' && service)
    return t('set-up.refused-service', { name: localised(service.name), count: Number(facts['waiting']) });
  if (code === 'service-has-appointments' && service)
    return t('set-up.refused-booked', { name: localised(service.name), count: Number(facts['booked']) });
  if (code === 'room-has-patients' && room)
    return t('set-up.refused-room', { name: localised(room.name), count: Number(facts['waiting']) });
  return refusalText(code, facts);
}
