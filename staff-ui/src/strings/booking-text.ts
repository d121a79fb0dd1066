// A booking in words: who, when and for what, and where it stands between the clinic and its centre.

import { BookingKind, BookingState, type BookingRequestView } from '@foyer/contracts/booking.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { dateIn } from '../data/clinic-moment.ts';
import { dayText, weekdayText } from './dates.ts';
import { isolated } from './isolated.ts';
import { refusalText } from './refusal-text.ts';
import { t } from './strings.ts';

/** "Thu 26 Nov, 10:30". */
export function whenText(at: EpochMs, zone: string): string {
  const date = dateIn(at, zone);
  return t('booking.when', { day: `${weekdayText(date)} ${dayText(date)}`, time: formatTime(at, zone) });
}

const whatKeys = {
  [BookingKind.book]: 'booking.what-book',
  [BookingKind.move]: 'booking.what-move',
  [BookingKind.cancel]: 'booking.what-cancel',
} as const;
const acceptedKeys = {
  [BookingKind.book]: 'booking.accepted-book',
  [BookingKind.move]: 'booking.accepted-move',
  [BookingKind.cancel]: 'booking.accepted-cancel',
} as const;

/** What was asked for. */
export function bookingText(
  { kind, patientId, serviceId, at, fromAt }: BookingRequestView,
  { clinic, patients, services }: Pick<StaffView, 'clinic' | 'patients' | 'services'>,
  name = patients[patientId ?? '']?.displayName ?? t('reception.unknown'),
): string {
  const service = services[serviceId ?? ''];
  const when = (moment: EpochMs | undefined) => (moment === undefined ? '' : whenText(moment, clinic.zone));
  return t(whatKeys[kind], {
    name: isolated(name),
    when: isolated(when(at)),
    from: isolated(when(fromAt)),
    service: isolated(service ? localised(service.name) : ''),
  });
}

/** What became of it. */
export function bookingStateText(
  { kind, state, askedAt, code }: BookingRequestView,
  { clinic }: Pick<StaffView, 'clinic'>,
): string {
  switch (state) {
    case BookingState.waiting:
      return t('booking.waiting', { time: formatTime(askedAt, clinic.zone) });
    case BookingState.refused:
      return t('booking.refused', { why: refusalText(code ?? 'request-refused', {}) });
    case BookingState.accepted:
      return t(acceptedKeys[kind]);
  }
}
