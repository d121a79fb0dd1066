// What screens and integrators see. Plain types: a screen imports them without a byte.

import type { ClinicConfiguration, ServiceConfiguration, ServicePointConfiguration } from './configuration.ts';
import type {
  AppointmentId,
  CallId,
  ChargeId,
  DeviceId,
  HelpId,
  JobId,
  PatientId,
  PaymentId,
  PublicId,
  ServiceId,
  ServicePointId,
  StaffId,
  TicketId,
  TillId,
} from './ids.ts';
import type { Language } from './languages.ts';
import type { StaffRole } from './roles.ts';
import type {
  HelpKind,
  Need,
  PaymentMeans,
  PriorityClass,
  ServicePointState,
  TicketSource,
  TicketState,
} from './ticket-state.ts';
import type { BusinessDay, EpochMs, LocalDate } from './time.ts';

export interface Ticket {
  readonly id: TicketId;
  readonly publicId: PublicId;
  readonly number: string;
  readonly serviceId: ServiceId;
  readonly state: TicketState;
  readonly priorityClass: PriorityClass;
  readonly needs: readonly Need[];
  readonly businessDay: BusinessDay;
  readonly issuedAt: EpochMs;
  readonly servicePointId?: ServicePointId;
  readonly callCount: number;
}

export interface Call {
  readonly id: CallId;
  readonly ticketId: TicketId;
  readonly number: string;
  readonly servicePointId: ServicePointId;
  /** When it was called last (a recall moves it). */
  readonly at: EpochMs;
}

export interface BoardServicePoint {
  readonly id: ServicePointId;
  readonly name: string;
  readonly state: ServicePointState;
  readonly ticketId?: TicketId;
}

export interface Board {
  readonly epoch: number;
  readonly seq: number;
  readonly serverTime: EpochMs;
  readonly businessDay: BusinessDay;
  readonly tickets: readonly Ticket[];
  readonly calls: readonly Call[];
  readonly servicePoints: readonly BoardServicePoint[];
}

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
}

export interface HelpView {
  readonly id: HelpId;
  readonly kind: HelpKind;
  readonly at: EpochMs;
  readonly state: 'sounding' | 'escalated' | 'acknowledged';
  readonly from: string;
  readonly ticketId?: TicketId;
  readonly deviceId?: DeviceId;
  /** Who took it, for staff screens alone. */
  readonly acknowledgedBy?: string;
}

/** The clinic as every screen needs it. */
export type ClinicView = Pick<ClinicConfiguration, 'code' | 'name' | 'zone' | 'currency' | 'languages'> & {
  readonly accent?: string;
  readonly businessDay: BusinessDay;
  /** Local time of day until which the clinic is open now; absent when it is closed. */
  readonly openUntil?: string;
};

export type ById<T> = { readonly [id: string]: T };

/** View of the namespace `/kiosk`. */
export interface KioskView {
  readonly clinic: ClinicView;
  readonly services: ById<
    Pick<ServiceConfiguration, 'id' | 'name' | 'waitingArea' | 'directions' | 'walkIn'> & { readonly waiting: number }
  >;
  /** Help asked for from this kiosk. */
  readonly help: ById<HelpView>;
  /** What became of the tickets printed for this kiosk within the last minutes. */
  readonly prints: ById<PrintView>;
  /** The latest code the scanner beside this kiosk read; it is gone after use or 30 s. */
  readonly scan?: { readonly id: string; readonly format: 'qr' | 'mrz'; readonly text: string };
  readonly printer: 'ready' | 'unavailable';
  /** Whether the edge can speak (`GET /api/v1/voice`). */
  readonly voice: boolean;
  /** The service whose numbers are called at the desk, for who was not found; absent: the desk gives none. */
  readonly deskServiceId?: ServiceId;
  /** The open tickets that this kiosk issued within the last ten minutes: how many people are before each. */
  readonly issued?: ById<{ readonly ahead: number; readonly state: TicketState }>;
  /** Where a patient's phone reaches its page: the QR is `<ticketUrl>/t/<publicId>`; absent: no QR. */
  readonly ticketUrl?: string;
}

export interface PrintView {
  readonly jobId: JobId;
  readonly ticketId?: TicketId;
  readonly state: 'printing' | 'printed' | 'failed';
  readonly code?: string;
}

/** View of the namespace `/display`. */
export interface DisplayView {
  readonly clinic: ClinicView;
  readonly calls: ById<
    Call & { readonly servicePointName: string; readonly direction?: string; readonly names: Names }
  >;
  readonly message?: string;
  readonly voice: boolean;
}
/** A service point's name in the clinic's languages. */
export type Names = { readonly [L in Language]?: string };

/** A ticket on a staff screen. */
export interface StaffTicket extends Ticket {
  /** Where it stands: smaller is earlier within its class. */
  readonly placeAt: number;
  readonly source: TicketSource;
  /** Bound to one point while it waits, after a transfer to that point. */
  readonly forServicePointId?: ServicePointId;
  readonly patientId?: PatientId;
  readonly appointmentId?: AppointmentId;
  readonly appointmentAt?: EpochMs;
  readonly calledAt?: EpochMs;
  readonly servingSince?: EpochMs;
  readonly heldUntil?: EpochMs;
  readonly language?: Language;
  /** What `undo` needs: the ticket's last event. */
  readonly last: { readonly epoch: number; readonly seq: number; readonly type: string };
}

/** Shown for the ticket at one's own service point, and wherever reception needs it. */
export interface PatientView {
  readonly id: PatientId;
  readonly displayName: string;
  readonly birthDate?: LocalDate;
  /** For reception and supervisor, who find a person by it. */
  readonly phone?: string;
  readonly language?: Language;
  readonly needs: readonly Need[];
  readonly erased?: boolean;
}

export interface StaffAppointment {
  readonly id: AppointmentId;
  readonly patientId: PatientId;
  readonly serviceId: ServiceId;
  readonly at: EpochMs;
  readonly ticketId?: TicketId;
}

export interface ChargeView {
  readonly id: ChargeId;
  readonly ticketId: TicketId;
  readonly serviceId: ServiceId;
  readonly amountMinor: number;
  readonly at: EpochMs;
  readonly paymentId?: PaymentId;
}
export interface PaymentView {
  readonly id: PaymentId;
  readonly receiptNumber: string;
  readonly means: PaymentMeans;
  readonly amountMinor: number;
  readonly at: EpochMs;
  readonly print?: PrintView['state'];
}
export interface TillView {
  readonly id: TillId;
  readonly openedAt: EpochMs;
  readonly floatMinor: number;
  readonly takenCashMinor: number;
  readonly takenCardMinor: number;
  readonly payments: number;
}

export interface DeviceView {
  readonly id: DeviceId;
  readonly name: string;
  readonly role: string;
  readonly connected: boolean;
  readonly lastSeenAt?: EpochMs;
}

export interface WorkItemView {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly at: EpochMs;
}

/** View of the namespace `/staff`, as the signed-in roles may see it. */
export interface StaffView {
  readonly clinic: ClinicView;
  readonly me: {
    readonly id: StaffId;
    readonly name: string;
    readonly roles: readonly StaffRole[];
    readonly servicePointId?: ServicePointId;
  };
  readonly services: ById<
    Pick<ServiceConfiguration, 'id' | 'name' | 'prefix' | 'waitingArea' | 'targetMinutes'> & {
      readonly priceMinor?: number;
    }
  >;
  readonly servicePoints: ById<
    ServicePointConfiguration & {
      readonly state: ServicePointState;
      readonly ticketId?: TicketId;
      /** Who would be called next here, by the rule. */
      readonly nextTicketId?: TicketId;
      readonly staffName?: string;
    }
  >;
  readonly tickets: ById<StaffTicket>;
  readonly calls: ById<Call>;
  readonly patients: ById<PatientView>;
  /** Today's, for reception and supervisor. */
  readonly appointments: ById<StaffAppointment>;
  readonly help: ById<HelpView>;
  readonly devices: ById<DeviceView>;
  readonly prints: ById<PrintView>;
  /** For the cashier and supervisor. */
  readonly till?: TillView;
  readonly charges: ById<ChargeView>;
  readonly payments: ById<PaymentView>;
  readonly workItems: ById<WorkItemView>;
  readonly relay: {
    readonly state: 'linked' | 'unlinked' | 'none';
    readonly waitingRows: number;
    readonly since?: EpochMs;
  };
  /** Set while the day's change is frozen because the clock jumped. */
  readonly clockFrozen: boolean;
  readonly printer: 'ready' | 'unavailable' | 'none';
}

/** View of the namespace `/ticket`, on both servers. */
export interface TicketView {
  /** What the page's commands name. */
  readonly id: TicketId;
  readonly number: string;
  readonly state: TicketState;
  /** People before this one in its queue. */
  readonly ahead: number;
  readonly servicePointName?: string;
  /** When this was known to be so: at the edge, when the view was made; at the PMS, when the clinic was last heard. */
  readonly asOf: EpochMs;
  /** At the PMS: set while nothing has been heard from the clinic for 30 s, so that this may no longer be so. */
  readonly clinicUnheard?: boolean;
  /** What became of this page's latest call for help, while it lasts. */
  readonly help?: HelpView['state'];
  readonly clinicName: string;
  readonly serviceName?: Names;
  readonly waitingArea?: Names;
  readonly servicePointNames?: Names;
  /** Set while the patient's own hold lasts. */
  readonly heldByMe?: boolean;
}
