// What a kiosk sees. Plain types: a screen imports them without a byte.

import type { AppointmentMode } from './appointment-mode.ts';
import type { Ticket } from './board-view.ts';
import type { ById } from './by-id.ts';
import type { ClinicView, DelayView, EvacuationView, HelpView, PrintView } from './clinic-view.ts';
import type { ServiceConfiguration } from './configuration.ts';
import type { AppointmentId, ServiceId } from './ids.ts';
import type { LocalisedText } from './languages.ts';
import type { ScanFormat } from './scan-format.ts';
import type { StorageView } from './storage.ts';
import type { TicketState } from './ticket-state.ts';
import type { EpochMs } from './time.ts';
import type { WaitView } from './wait-view.ts';

/** An appointment as a kiosk may see it: no name. */
export interface AppointmentSummary {
  readonly id: AppointmentId;
  readonly serviceId: ServiceId;
  /** Local time of day, `HH:MM`. */
  readonly time: string;
  readonly at: EpochMs;
  /** Initials such as `M. O.`. */
  readonly initials: string;
  readonly checkedIn: boolean;
  /** Absent: in person. */
  readonly mode?: AppointmentMode;
  /** Of who checked in before and is still expected: the number, and how many are before it. */
  readonly ticket?: Ticket & { readonly ahead: number };
}

/** View of the namespace `/kiosk`. */
export interface KioskView {
  readonly clinic: ClinicView;
  readonly services: ById<
    Pick<ServiceConfiguration, 'id' | 'name' | 'waitingArea' | 'directions' | 'walkIn'> & {
      readonly waiting: number;
      /** Something is asked before it: `GET /api/v1/forms`. */
      readonly forms?: true;
      /** Today's walk-ins are given. */
      readonly full?: true;
      /** All its rooms pause: about when the first goes on. */
      readonly nextCallAt?: EpochMs;
      /** Of who takes a number for it now, without an appointment. */
      readonly wait?: WaitView;
    }
  >;
  /** Help asked for from this kiosk. */
  readonly help: ById<HelpView>;
  /** What became of the tickets printed for this kiosk within the last minutes. */
  readonly prints: ById<PrintView>;
  /** The latest code the scanner beside this kiosk read; it is gone after use or 30 s. */
  readonly scan?: { readonly id: string; readonly format?: ScanFormat; readonly text: string };
  /** What the scanner that types into this kiosk puts first, where it is set to. */
  readonly wedgePrefix?: string;
  readonly printer: 'ready' | 'unavailable';
  /** Whether the edge can speak (`GET /api/v1/voice`). */
  readonly voice: boolean;
  /** The service whose numbers are called at the desk, for who was not found; absent: the desk gives none. */
  readonly deskServiceId?: ServiceId;
  /** Somebody is at the desk. */
  readonly deskOpen?: true;
  /** The open tickets that this kiosk issued within the last ten minutes: how many people are before each. */
  readonly issued?: ById<{
    readonly ahead: number;
    readonly state: TicketState;
    readonly wait?: WaitView;
    /** Where to wait instead. */
    readonly sendTo?: LocalisedText;
  }>;
  /** Set while somebody works behind time. */
  readonly delays?: ById<DelayView>;
  /** Where a patient's phone reaches its page: the QR is `<ticketUrl>/t/<publicId>`; absent: no QR. */
  readonly ticketUrl?: string;
  readonly evacuation?: EvacuationView;
  readonly storage?: StorageView;
}
