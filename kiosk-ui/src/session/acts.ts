// What a page of the kiosk asks the attendant for.

import type { AppointmentSummary } from '@foyer/contracts/kiosk-view.ts';
import type { IdentificationRequest } from '@foyer/contracts/http-api.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { ScanFormat } from '@foyer/contracts/scan-format.ts';
import type { Filling } from './filling.ts';
import type { Correction } from './known-details.ts';
import type { Screen } from './screens.ts';
import type { Told } from './told.ts';

/** What a page may ask for. */
export type Act =
  | { readonly act: 'go'; readonly screen: Screen }
  | { readonly act: 'back' }
  /** Done; `leaving` when nobody stays who set this screen up (language, size, height). */
  | { readonly act: 'finish'; readonly leaving?: boolean }
  | { readonly act: 'identify'; readonly by: IdentificationRequest }
  /** The kiosk's own camera read something. */
  | { readonly act: 'read'; readonly scan: Scan }
  | { readonly act: 'take-number'; readonly serviceId: string; readonly identificationId?: string }
  /** `onBehalf`: somebody comes for a patient, and is none. */
  | { readonly act: 'desk-number'; readonly onBehalf?: true }
  /** Goes on to `next`, or one step back. */
  | { readonly act: 'tell'; readonly told: Told; readonly next?: Screen }
  /** What is written of the person who was found is to be changed. */
  | { readonly act: 'correct'; readonly changed: Correction; readonly told?: Told }
  /** Somebody else of the same family: their number belongs to this one. */
  | { readonly act: 'another' }
  | { readonly act: 'check-in'; readonly identificationId: string; readonly appointment: AppointmentSummary }
  /** The number that was given before, on paper once more. */
  | { readonly act: 'reprint' }
  | { readonly act: 'register'; readonly patient: PatientDetails }
  /** Something was answered that is asked before the service. */
  | { readonly act: 'say'; readonly filling: Filling }
  /** The rest is asked at the desk: the number comes at once. */
  | { readonly act: 'leave-forms'; readonly filling: Filling }
  | { readonly act: 'not-me' }
  | { readonly act: 'help'; readonly kind: 'assistance' | 'emergency' };

export interface Scan {
  readonly format?: ScanFormat;
  readonly text: string;
}
