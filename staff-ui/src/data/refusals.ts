// Every "no" that can reach a tablet, in words that say what to do. The words are in the catalogue under
// `refusal.<code>`; a code without words of its own is named, so that support can look it up.

import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import type { Sent } from '@foyer/ui-kit/connection/commands.ts';

/** Codes with words of their own. */
export const spokenCodes = [
  'unauthenticated',
  'wrong-badge',
  'service-point-needed',
  'wrong-pin',
  'pin-locked',
  'not-allowed',
  'other-service-point',
  'device-token-needed',
  'https-needed',
  'rate-limited',
  'storage-full',
  'storage-failed',
  'log-unproven',
  'shutting-down',
  'not-ready',
  'internal',
  'invalid-request',
  'not-found',
  'command-id-in-future',
  'occurred-at-out-of-range',
  'unknown-ticket',
  'unknown-service',
  'unknown-service-point',
  'unknown-patient',
  'unknown-appointment',
  'unknown-staff',
  'wrong-state',
  'service-point-closed',
  'service-point-paused',
  'service-point-busy',
  'call-in-doubt',
  'calling-rules-impossible',
  'current-outcome-needed',
  'queue-empty',
  'not-in-that-queue',
  'not-at-service-point',
  'service-not-offered',
  'already-identified',
  'patient-has-open-ticket',
  'no-sender',
  'unknown-journey',
  'journey-running',
  'unknown-step',
  'wrong-step-state',
  'last-step',
  'too-many-steps',
  'reason-needed',
  'nothing-to-undo',
  'has-payment',
  'open-ticket',
  'wrong-room-state',
  'room-not-ready',
  'reassignment-stale',
  'unknown-reassignment',
  'unknown-help',
  'unknown-conflict',
  'unknown-work-item',
  'unknown-form',
  'form-of-another-service',
  'questionnaire-changed',
  'answer-unknown',
  'answer-not-fitting',
  'answer-not-asked',
  'answer-missing',
  'answers-too-long',
  'signature-empty',
  'signature-too-large',
  'until-out-of-range',
  'return-out-of-range',
  'too-few-ahead',
  'staff-name-taken',
  'pin-too-easy',
  'pin-length',
  'badge-of-another',
  'unknown-display',
  'unknown-thing',
  'thing-set-up-faulty',
  'unknown-device',
  'device-cannot',
  'setting-invalid',
  'message-time-out-of-range',
  'unknown-message',
  'too-many-messages',
  'file-type-unknown',
  'file-too-large',
  'media-full',
  'clip-too-long',
  'clips-full',
  'day-closed',
  'paper-number-used',
  'not-a-paper-number',
  'paper-visit-incomplete',
  'day-frozen',
  'evacuating',
  'no-evacuation',
  'no-appointment-today',
  'appointment-cancelled',
  'till-closed',
  'till-already-open',
  'variance-unexplained',
  'no-price',
  'unknown-charge',
  'already-paid',
  'already-charged',
  'wrong-amount',
  'tendered-too-little',
  'body-too-large',
  'centre-owns-schedule',
  'too-many-rows',
  'table-unreadable',
  'appointment-used',
  'appointment-time-out-of-range',
  'already-set-up',
  'set-up-faulty',
  'centre-owns-part',
  'clinic-changed-meanwhile',
  'service-has-patients',
  'service-has-appointments',
  'room-has-patients',
  'centre-owns-clinic',
  'enrolment-expired',
  'unknown-enrolment',
  'printer-off',
  'printer-mute',
  'paper-out',
  'cover-open',
  'print-expired',
  'no-printer',
  'request-refused',
  'slot-taken',
  'slot-full',
  'outside-opening-hours',
  'appointment-time-over',
  'request-answered',
  'request-withdrawn',
  'unknown-request',
  'unconfirmed',
] as const satisfies readonly ErrorCode[];
export type SpokenCode = (typeof spokenCodes)[number];

export interface Refused {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
export interface Wording {
  readonly key: `refusal.${SpokenCode}` | 'refusal.unreachable' | 'refusal.other';
  readonly params: { readonly code: string };
}

/** The refusal or fault in an answer to a command or a request; undefined when there is none. */
export function refusedIn(answer: Sent | ApiAnswer<unknown>): Refused | undefined {
  if (answer.ok) return undefined;
  if ('unanswered' in answer) return { code: 'unreachable', facts: {} };
  if ('refusal' in answer) return { code: answer.refusal.code, facts: answer.refusal };
  return { code: answer.error?.code ?? 'internal', facts: {} };
}

export function wordingOf(code: string): Wording {
  if (code === 'unreachable') return { key: 'refusal.unreachable', params: { code } };
  const spoken = spokenCodes.find((known) => known === code);
  return { key: spoken ? `refusal.${spoken}` : 'refusal.other', params: { code } };
}
