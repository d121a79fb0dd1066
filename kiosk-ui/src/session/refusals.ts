// Every "no" that a patient may meet, in kind words, each with a way on: a refusal is never the end of the road.

import type { StringKey } from '../strings/strings.ts';

export type WayOn = 'desk' | 'other-way' | 'walk-in' | 'other-service';

interface KindScreen {
  readonly title: StringKey;
  readonly what: StringKey;
  /** The first is the lit door. */
  readonly ways: readonly WayOn[];
}

export const refusals = {
  'not-found': { title: 'refusal.notFound', what: 'refusal.notFoundWhat', ways: ['desk', 'other-way', 'walk-in'] },
  'none-today': { title: 'refusal.noneToday', what: 'refusal.noneTodayWhat', ways: ['walk-in', 'desk', 'other-way'] },
  'other-day': { title: 'refusal.otherDay', what: 'refusal.otherDayWhat', ways: ['desk', 'walk-in', 'other-way'] },
  'other-clinic': {
    title: 'refusal.otherClinic',
    what: 'refusal.otherClinicWhat',
    ways: ['desk', 'walk-in', 'other-way'],
  },
  'code-invalid': {
    title: 'refusal.codeInvalid',
    what: 'refusal.codeInvalidWhat',
    ways: ['desk', 'other-way', 'walk-in'],
  },
  'live-expired': {
    title: 'refusal.liveExpired',
    what: 'refusal.liveExpiredWhat',
    ways: ['other-way', 'desk', 'walk-in'],
  },
  'live-used': { title: 'refusal.liveUsed', what: 'refusal.liveUsedWhat', ways: ['desk', 'other-way', 'walk-in'] },
  cancelled: { title: 'refusal.cancelled', what: 'refusal.cancelledWhat', ways: ['desk', 'walk-in'] },
  'document-unreadable': { title: 'refusal.document', what: 'refusal.documentWhat', ways: ['other-way', 'desk'] },
  'document-expired': { title: 'refusal.documentOld', what: 'refusal.documentWhat', ways: ['desk', 'other-way'] },
  'open-ticket': { title: 'refusal.openTicket', what: 'refusal.openTicketWhat', ways: ['desk', 'walk-in'] },
  'too-late': { title: 'refusal.tooLate', what: 'refusal.tooLateWhat', ways: ['desk', 'other-way'] },
  'session-over': { title: 'refusal.sessionOver', what: 'refusal.sessionOverWhat', ways: ['other-way', 'desk'] },
  closed: { title: 'refusal.closed', what: 'closed.unknown', ways: [] },
  'day-full': { title: 'refusal.dayFullUnknown', what: 'full.unknown', ways: ['desk', 'other-service'] },
  busy: { title: 'refusal.busy', what: 'refusal.busyWhat', ways: ['desk', 'walk-in'] },
  broken: { title: 'refusal.broken', what: 'refusal.brokenWhat', ways: ['desk'] },
} as const satisfies Readonly<Record<string, KindScreen>>;

export type RefusalKind = keyof typeof refusals;

/** The kind screen of a code; what has none of its own is "this kiosk cannot finish this", which sends to the desk. */
export function refusalKind(code: string | undefined): RefusalKind {
  switch (code) {
    case 'not-found':
    case 'unknown-appointment':
    case 'unknown-patient':
      return 'not-found';
    case 'no-appointment-today':
      return 'none-today';
    case 'code-of-another-day':
      return 'other-day';
    case 'code-of-another-clinic':
      return 'other-clinic';
    case 'code-invalid':
    case 'unknown-ticket':
      return 'code-invalid';
    case 'live-code-expired':
    case 'live-code-ahead':
      return 'live-expired';
    case 'live-code-used':
      return 'live-used';
    case 'appointment-cancelled':
      return 'cancelled';
    case 'document-unreadable':
    case 'document-unknown':
    case 'document-too-long':
    case 'document-check-digit':
    case 'document-offsets':
    case 'document-field':
      return 'document-unreadable';
    case 'document-expired':
      return 'document-expired';
    case 'patient-has-open-ticket':
      return 'open-ticket';
    case 'undo-too-late':
    case 'wrong-state':
      return 'too-late';
    case 'identification-expired':
    case 'identification-needed':
      return 'session-over';
    case 'day-closed':
      return 'closed';
    case 'day-full':
      return 'day-full';
    case 'rate-limited':
      return 'busy';
    default:
      return 'broken';
  }
}
