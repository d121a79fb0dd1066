// What a patient's own page of an appointment shows, at the centre: when and where, and the codes to check in with. It
// names nobody. Types alone, so that the page's bundle may carry them.

import type { AppointmentMode } from './appointment-mode.ts';
import type { LocalDate, TimeOfDay } from './time.ts';
import type { Names } from './by-id.ts';

export const AppointmentPageState = {
  /** On a later day. */
  ahead: 'ahead',
  today: 'today',
  /** Checked in. */
  arrived: 'arrived',
  cancelled: 'cancelled',
  /** Its day is over. */
  over: 'over',
} as const;
export type AppointmentPageState = (typeof AppointmentPageState)[keyof typeof AppointmentPageState];

export interface AppointmentPageView {
  readonly clinicName: string;
  readonly address?: string;
  readonly phone?: string;
  readonly serviceName?: Names;
  readonly date: LocalDate;
  /** Local at the clinic. */
  readonly time: TimeOfDay;
  readonly mode: AppointmentMode;
  readonly state: AppointmentPageState;
  /** The appointment's own code, while there is something to check in for: good on its day, without a network. */
  readonly code?: string;
  /** Today alone: made just now. */
  readonly live?: LiveCodeView;
}

export interface LiveCodeView {
  readonly code: string;
  /** How long it still holds by the centre's clock: a phone's own clock may be anything. */
  readonly endsInMs: number;
}
