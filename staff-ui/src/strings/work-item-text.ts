// A work item in words: what befell, and what to do about it. Its kinds are of the log; a later one is told of by its
// code alone.

import type { StaffView, StaffWorkItem } from '@foyer/contracts/staff-view.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { strandedKind } from '../data/stranded.ts';
import { refusalText } from './refusal-text.ts';
import { t } from './strings.ts';

const strandedCauses = ['no-open-room', 'no-owner', 'no-next-step'] as const;

export function workItemTitle(
  { kind, at, about, overdue }: StaffWorkItem,
  { clinic }: Pick<StaffView, 'clinic'>,
): string {
  const time = formatTime(at, clinic.zone);
  switch (kind) {
    case 'left-unseen':
      return t('notice.left-unseen', { number: about['ticketNumber'] ?? '' });
    case 'another-day':
    case 'phone-patient':
      return about['ticketNumber'] === undefined
        ? t(`notice.${kind}-booked`)
        : t(`notice.${kind}`, { number: about['ticketNumber'] });
    case strandedKind:
      return t(overdue ? 'notice.stranded-overdue' : 'notice.stranded', { number: about['ticketNumber'] ?? '', time });
    case 'feed-failed':
      return t('notice.feed-failed', { time });
    case 'book-appointment':
    case 'move-appointment':
    case 'cancel-appointment':
      return t('notice.booking-refused', { time });
    default:
      return t('notice.work-item', { time });
  }
}

export function workItemText({ kind, code, about }: StaffWorkItem, { patients }: Pick<StaffView, 'patients'>): string {
  switch (kind) {
    case 'left-unseen': {
      const patient = patients[about['patientId'] ?? ''];
      if (!patient || patient.erased) return t('notice.left-unseen-what');
      return t('notice.left-unseen-who', { who: [patient.displayName, patient.phone].filter(Boolean).join(' ') });
    }
    case 'another-day':
    case 'phone-patient': {
      const patient = patients[about['patientId'] ?? ''];
      if (!patient || patient.erased) return t(`notice.${kind}-what`);
      return t(`notice.${kind}-who`, { who: [patient.displayName, patient.phone].filter(Boolean).join(' ') });
    }
    case strandedKind: {
      const cause = strandedCauses.find((known) => known === code);
      const number = about['ticketNumber'] ?? '';
      return cause === undefined ? refusalText(code, {}) : t(`notice.stranded-${cause}`, { number });
    }
    case 'feed-failed':
      return t('notice.feed-failed-what', { what: about['item'] ?? '', code });
    default:
      return refusalText(code, {});
  }
}
