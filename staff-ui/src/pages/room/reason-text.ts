// Why this one is next, in words.

import { formatTime } from '@foyer/ui-kit/language/format.ts';
import type { NextReason } from '../../data/next-reason.ts';
import { t } from '../../strings/strings.ts';

export function reasonText(reason: NextReason, zone: string): string {
  const waited = { waited: reason.waitedMinutes, target: reason.targetMinutes };
  const first =
    reason.bookedFor === undefined || reason.priorityClass === 'walk-in'
      ? t(`room.because-${reason.priorityClass}`, waited)
      : t(reason.priorityClass === 'booked' ? 'room.because-booked-at' : `room.because-${reason.priorityClass}`, {
          ...waited,
          time: formatTime(reason.bookedFor, zone),
        });
  const { longestWaiting } = reason;
  const second = longestWaiting
    ? t('room.longer', {
        number: longestWaiting.ticket.number,
        class: t(`class.${longestWaiting.ticket.priorityClass}`),
        count: longestWaiting.waitedMinutes,
      })
    : t('room.nobody-longer');
  return t('common.two-sentences', { first, second });
}

/** Under calling rules the tablet alone cannot say which of them chose; what is behind "Why" does. */
export function ruledReasonText({ priorityClass, waitedMinutes, targetMinutes }: NextReason): string {
  return t('why.next', { class: t(`class.${priorityClass}`), waited: waitedMinutes, target: targetMinutes });
}
