// What screens and integrators see. Plain types: a screen imports them without a byte.

import type { AppointmentMode } from './appointment-mode.ts';
import type { CallManner } from './call-manner.ts';
import type { CallingOrder } from './calling-choices.ts';
import type { ClinicConfiguration, ServiceConfiguration, ServicePointConfiguration } from './configuration.ts';
import type { DetailConflict, DetailVersion } from './detail-conflict.ts';
import type { DeviceAlarm, DeviceHealth } from './device-health.ts';
import type { DisplayLayout } from './display-layout.ts';
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
import type { Screening } from './forms.ts';
import type { Journey, JourneyTemplate } from './journey.ts';
import type { Gap } from './gap.ts';
import type { Language, LocalisedText } from './languages.ts';
import type { PrinterView } from './printer-view.ts';
import type { ReassignmentView } from './reassignment-view.ts';
import type { SettingValues } from './live-settings.ts';
import type { StaffRole } from './roles.ts';
import type { ScanFormat } from './scan-format.ts';
import type { FoundScanner } from './scanner-view.ts';
import type { StorageView } from './storage.ts';
import type { ThingSetUp } from './thing-set-up.ts';
import type { TicketNote } from './ticket-note.ts';
import type {
  HelpKind,
  Need,
  PauseKind,
  PaymentMeans,
  PriorityClass,
  RoomState,
  ServicePointState,
  TicketSource,
  TicketState,
  WalkReason,
} from './ticket-state.ts';
import type { BookingRequestView } from './booking.ts';
import type { BusinessDay, EpochMs, LocalDate } from './time.ts';
import type { WaitView } from './wait-view.ts';

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
  /** Absent: in person. */
  readonly mode?: AppointmentMode;
  /** Of who checked in before and is still expected: the number, and how many are before it. */
  readonly ticket?: Ticket & { readonly ahead: number };
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
  /** When it opens again; absent while it is open, and when it says no hours. */
  readonly opensAt?: EpochMs;
  /** Today is one of its closed dates, and this is why, where it says so. */
  readonly closedFor?: LocalisedText;
  /** When it opens on a later business day; absent when it says no hours. */
  readonly opensNextDayAt?: EpochMs;
  /** Closed by hand: nobody is admitted until the day is reopened or another begins. */
  readonly dayClosed?: true;
};

/** Everybody leaves the building now: on every screen until the all clear. It names nobody. */
export interface EvacuationView {
  readonly startedAt: EpochMs;
  /** The service point of whoever started it. */
  readonly startedFrom?: LocalisedText;
  readonly meetingPoint?: LocalisedText;
}

/** Who works behind time, as patients are told: "Dr Lim is running about 40 minutes late". */
export interface DelayView {
  readonly id: string;
  /** About. */
  readonly minutes: number;
  /** Where the clinic shows the names of its staff; otherwise the room's is said. */
  readonly staffName?: string;
  readonly servicePointNames?: Names;
  /** What is waited for there. */
  readonly serviceIds: readonly ServiceId[];
}
/** What a display tells everybody: gone at `until` by itself, also where no server says so. */
export interface MessageView {
  readonly id: string;
  readonly text: LocalisedText;
  readonly until: EpochMs;
  readonly at: EpochMs;
}
export interface StaffMessage extends MessageView {
  /** Absent: every display. */
  readonly displayIds?: readonly DeviceId[];
}
/** As staff see it: what ends it, and whose it is whether or not patients are told. */
export interface StaffDelay extends DelayView {
  readonly staffId?: StaffId;
  readonly servicePointId?: ServicePointId;
  /** The room that it is felt at; absent: none is known, and patients are told only where names are shown. */
  readonly atServicePointId?: ServicePointId;
}

/** Who may be in the building, to be found at the meeting point. */
export interface MusterPerson {
  /** The ticket's. */
  readonly id: TicketId;
  /** From 1: who needs help to get out comes first, then by number, as on the printed list. */
  readonly place: number;
  readonly number: string;
  /** Of who is identified. */
  readonly name?: string;
  /** The room, or where who waits was sent to. */
  readonly lastSeen?: LocalisedText;
  /** Stepped out, and has not been seen inside since. */
  readonly outside?: true;
  readonly state: TicketState;
  readonly needs: readonly Need[];
  readonly interpreter?: InterpreterView;
  /** Found, or missed; absent: not looked for yet. */
  readonly present?: boolean;
}

export type ById<T> = { readonly [id: string]: T };

/** Waits outside, since when, and to be called back when so many are ahead. */
export interface SteppedOutView {
  readonly whenAhead: number;
  readonly at: EpochMs;
  /** When the patient was asked to come back inside; absent: not yet. */
  readonly calledBackAt?: EpochMs;
}

/** Somebody who is called and has to be fetched: a screen or a phone is not relied on. Gone once somebody goes. */
export interface WalkView {
  /** The ticket's. */
  readonly id: TicketId;
  readonly number: string;
  readonly servicePointId: ServicePointId;
  readonly reasons: readonly WalkReason[];
  /** When it was called first to this point. */
  readonly at: EpochMs;
  /** When the patient outside was called back, and did not say that they are. */
  readonly calledBackAt?: EpochMs;
  /** Nobody went in time: reception is told. */
  readonly overdue?: true;
}

/** Since when, why and until when a point pauses, as far as its staff said. */
export interface PauseView {
  readonly since: EpochMs;
  readonly kind?: PauseKind;
  readonly until?: EpochMs;
}

/** Whoever worked at a point went, and nobody has taken over what is open there. */
export interface HandOverView {
  readonly since: EpochMs;
  /** Who went. */
  readonly fromName?: string;
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

export interface PrintView {
  readonly jobId: JobId;
  readonly ticketId?: TicketId;
  /** Of a till's report. */
  readonly tillId?: TillId;
  /** Set for the muster list, which is of no ticket. */
  readonly isMuster?: true;
  /** `unknown`: handed over, and nobody can say whether it is on paper. */
  readonly state: 'printing' | 'printed' | 'failed' | 'unknown';
  readonly code?: string;
  /** Where it came out, by the printer's name, where that is not the screen's own printer. */
  readonly printer?: string;
}

/** View of the namespace `/display`. */
export interface DisplayView {
  readonly clinic: ClinicView;
  readonly calls: ById<
    Call & {
      readonly servicePointName: string;
      readonly direction?: string;
      readonly names: Names;
      /** Its patient is there, or it ended: nobody is waited for any more. */
      readonly over?: true;
      /** Of who may not hear, see or reach it as others do. */
      readonly manner?: CallManner;
      /** The ticket's own: it is spoken first. */
      readonly language?: Language;
      /** `M. O.`, where the clinic chose that for this display and knows who it is. */
      readonly initials?: string;
    }
  >;
  /** Absent: nobody has set one for this display. */
  readonly layout?: DisplayLayout;
  /** Of the services whose wait its layout tells, as far as one is known now; absent: of none. */
  readonly waits?: ById<{ readonly id: ServiceId; readonly name: LocalisedText; readonly wait: WaitView }>;
  /** In which languages the clinic has recorded clips; absent: in none. */
  readonly recorded?: readonly Language[];
  /** What the clinic tells everybody now; absent: nothing. */
  readonly messages?: ById<MessageView>;
  /** Set while somebody works behind time. */
  readonly delays?: ById<DelayView>;
  readonly voice: boolean;
  readonly evacuation?: EvacuationView;
  readonly storage?: StorageView;
}
/** A service point's name in the clinic's languages. */
export type Names = { readonly [L in Language]?: string };

/** Of whoever needs one: in which language, where that is known, and whether one is booked. */
export interface InterpreterView {
  readonly language?: Language;
  readonly booked: boolean;
}

/** The edge was not running meanwhile: it counts in no wait. */
export interface GapView extends Gap {
  readonly id: string;
}

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
  /** Whom they are booked with. */
  readonly practitionerId?: StaffId;
  readonly calledAt?: EpochMs;
  /** How long until it is called, while it waits. */
  readonly wait?: WaitView;
  readonly servingSince?: EpochMs;
  /** Called or with staff when a gap began, and nobody has said since whether it is there still. */
  readonly inDoubtSince?: EpochMs;
  readonly heldUntil?: EpochMs;
  readonly steppedOut?: SteppedOutView;
  readonly language?: Language;
  readonly notes?: readonly TicketNote[];
  /** Whoever took it came for the patient. */
  readonly onBehalf?: true;
  /** Shared by the tickets of a family, or of others who came together. */
  readonly partyId?: TicketId;
  readonly interpreter?: InterpreterView;
  /** What followed from the patient's answers: where they wait, and what staff do. */
  readonly screening?: Screening;
  /** Something that is asked before its service was not answered. */
  readonly formsMissing?: true;
  /** Of what is missing: so many questions were answered before the patient left them. */
  readonly formsBegun?: { readonly answered: number; readonly asked: number };
  /** Something was answered: `GET /api/v1/tickets/{id}/forms`. */
  readonly formsAnswered?: true;
  /** The steps of its visit; absent: this service alone. */
  readonly journey?: Journey;
  /** Who sent it here by a transfer. */
  readonly cameFrom?: { readonly serviceId: ServiceId; readonly servicePointId?: ServicePointId };
  /** Until when its place is kept, while it did not answer. */
  readonly graceUntil?: EpochMs;
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
  /** Whom it is with, where that is somebody in particular. */
  readonly practitionerId?: StaffId;
  readonly ticketId?: TicketId;
  /** Absent: in person. */
  readonly mode?: AppointmentMode;
  /** Something of the patient's is still to be paid. */
  readonly owesMinor?: number;
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
  /** The gateway that speaks for it: it is set up and removed there. */
  readonly behind?: DeviceId;
  /** When it last renewed a credential that had expired. */
  readonly renewedLateAt?: EpochMs;
  /** Of a thing: until when its password is good, unless it keeps it; absent: it has no end. */
  readonly passwordUntil?: EpochMs;
}

/** One detail of a patient that two people wrote without seeing each other's. */
export type StaffConflict = Omit<DetailConflict, 'versions'> & {
  readonly versions: readonly (Omit<DetailVersion, 'by'> & {
    /** Of the staff of this clinic. */
    readonly byName?: string;
  })[];
};

/** What a person has to decide; it is gone once somebody has settled it. */
export interface WorkItemView {
  readonly id: string;
  /** What was asked of the other side, or what befell here: `feed-failed`, `left-unseen`. */
  readonly kind: string;
  readonly code: string;
  readonly at: EpochMs;
}
export interface StaffWorkItem extends WorkItemView {
  /** Ids of what it is about, by what they are: `ticketId`, `patientId`; of a ticket its `ticketNumber`, too. */
  readonly about: { readonly [what: string]: string };
  /** Nobody has settled it for so long that supervisors are told, too. */
  readonly overdue?: true;
}

/** One step of a visit, as it is said to the patient. */
export interface PathStepView {
  readonly id: string;
  readonly serviceName: Names;
  readonly state: 'done' | 'here' | 'ahead';
  /** What they come for is not ready yet: they are called once it is. */
  readonly notReady?: true;
}

/**
 * What the namespace `/staff` shows a tablet while nobody is signed in on it: help and what is down, so that both are
 * noticed everywhere. It names nobody.
 */
export interface TabletView {
  readonly clinic: ClinicView;
  readonly servicePoints: ById<
    ServicePointConfiguration & {
      readonly state: ServicePointState;
      /** Since a gap nobody has said whether who was there is there still. */
      readonly inDoubt?: true;
    }
  >;
  /** `from` is empty where a member of staff asked who is at no service point. */
  readonly help: ById<HelpView>;
  /** Those that do not answer. */
  readonly devices: ById<DeviceView>;
  /** Set in the quiet hours of a clinic that is shut: nothing is said of devices. */
  readonly quiet?: true;
  /** To be said aloud while a display is down. */
  readonly calls: ById<Call>;
  readonly evacuation?: EvacuationView;
  readonly storage?: StorageView;
}

/** What goes on in a room, since when, and who is with its patient or awaited there. */
export interface RoomView {
  readonly state: RoomState;
  /** Absent: nothing was ever said of it. */
  readonly since?: EpochMs;
  readonly staffId?: StaffId;
  readonly staffName?: string;
}

/** View of the namespace `/staff`, as the signed-in roles may see it. */
export interface StaffView extends TabletView {
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
      /** How many walk-ins a kiosk still gives numbers to today; absent: as many as come. */
      readonly walkInsLeft?: number;
      /** Of who takes a number for it now, without an appointment. */
      readonly wait?: WaitView;
    }
  >;
  readonly servicePoints: ById<
    ServicePointConfiguration & {
      readonly state: ServicePointState;
      readonly ticketId?: TicketId;
      /** Who would be called next here, by the rule. */
      readonly nextTicketId?: TicketId;
      /** Whom it would call, one after the other, by the calling rules: at most 30; absent without rules. */
      readonly order?: readonly TicketId[];
      /** How it calls by them where nothing more urgent chooses; absent without rules. */
      readonly calledBy?: { readonly order: CallingOrder; readonly inTurns?: true };
      /** Who works there. */
      readonly staffId?: StaffId;
      readonly staffName?: string;
      /** Set while it pauses and more is known of that. */
      readonly pause?: PauseView;
      /** Set while nobody has taken over. */
      readonly handOver?: HandOverView;
      readonly room: RoomView;
    }
  >;
  readonly tickets: ById<StaffTicket>;
  /** Those that staff may begin for a visit; absent: none. */
  readonly journeys?: ById<Pick<JourneyTemplate, 'id' | 'name'>>;
  readonly calls: ById<Call>;
  readonly patients: ById<PatientView>;
  /** Set while somebody works behind time. */
  readonly delays?: ById<StaffDelay>;
  /** Those that ended within the last day, where there were any: no wait counts them. */
  readonly gaps?: ById<GapView>;
  /** Where whoever is signed in works since they changed rooms, when that is not where they signed in. */
  readonly movedTo?: ServicePointId;
  /** Today's that can be taken back: a nurse's own, for reception and supervisor all. */
  readonly reassignments?: ById<ReassignmentView>;
  /** Today's, for reception and supervisor. */
  readonly appointments: ById<StaffAppointment>;
  readonly help: ById<HelpView>;
  /** Who has to be fetched; absent: nobody. */
  readonly walks?: ById<WalkView>;
  /** Set while an evacuation lasts. */
  readonly muster?: ById<MusterPerson>;
  readonly devices: ById<DeviceView>;
  /** How each device does; for who sees to them. */
  readonly health?: ById<DeviceHealth>;
  /** What is wrong with devices that these roles see to, or that stops patients; absent: nothing. */
  readonly alarms?: ById<DeviceAlarm>;
  /** Scanners on the cables of the box that nobody has set up; for administrators, where there are any. */
  readonly foundScanners?: ById<FoundScanner>;
  /** Those of the box that these roles may change while it runs, as they are. */
  readonly settings?: SettingValues;
  /** What displays tell everybody now; for who may say so, where they tell anything. */
  readonly messages?: ById<StaffMessage>;
  /** Of things, by their device; for who may set them up, where any is. */
  readonly thingSetUps?: ById<ThingSetUp>;
  /** Of displays, by their device; for who may set them, where any is set. */
  readonly displayLayouts?: ById<DisplayLayout>;
  readonly prints: ById<PrintView>;
  /** For the cashier and supervisor. */
  readonly till?: TillView;
  /** For the cashier and supervisor while the till is closed: the last that was, today. */
  readonly closedTill?: { readonly id: TillId; readonly zNumber: string; readonly print?: PrintView['state'] };
  /** For who closes the day: the till is still open. */
  readonly tillOpenSince?: EpochMs;
  readonly charges: ById<ChargeView>;
  readonly payments: ById<PaymentView>;
  readonly workItems: ById<StaffWorkItem>;
  /** What a person has to choose, and what was chosen here lately; for the desk, where there is any. */
  readonly conflicts?: ById<StaffConflict>;
  /** Set for who may book: `here` at once, or as a request to the `centre` that has adopted the clinic. */
  readonly booking?: 'here' | 'centre';
  /** What was asked of the centre and waits, was refused, or was answered today; for who may book. */
  readonly bookingRequests?: ById<BookingRequestView>;
  /** Whose name too many wrong PINs have locked, for who may open it. */
  readonly lockedStaff: ById<{ readonly id: StaffId; readonly name: string; readonly until: EpochMs }>;
  readonly relay: {
    /** `halted`: the centre holds another history; nothing is relayed until a person has looked. */
    readonly state: 'linked' | 'unlinked' | 'halted' | 'none';
    readonly waitingRows: number;
    readonly since?: EpochMs;
  };
  /** Set while the day's change is frozen because the clock jumped. */
  readonly clockFrozen: boolean;
  readonly printer: 'ready' | 'unavailable' | 'none';
  /** Each printer of the clinic; for the desk. */
  readonly printers?: ById<PrinterView>;
  /** Who waits without the paper that was wanted, the longest wait first; for the desk. */
  readonly unprinted?: readonly TicketId[];
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
  /** Where it will be called to, while it waits and was sent to one room. */
  readonly awaitsServicePointNames?: Names;
  /** Of those whom this ticket may wait for, while it waits. */
  readonly delays?: ById<DelayView>;
  /** Set while the patient's own hold lasts. */
  readonly heldByMe?: boolean;
  /** Set while the patient waits outside. */
  readonly steppedOut?: SteppedOutView;
  /** Of a visit with more than one step: all of them, in order. */
  readonly path?: readonly PathStepView[];
  /** While it did not answer: until when its place is kept; absent: all day. */
  readonly graceUntil?: EpochMs;
  /** While it waits and all rooms that may call it pause: about when the first goes on. */
  readonly nextCallAt?: EpochMs;
  /** How long until it is called, while it waits. */
  readonly wait?: WaitView;
  /** When `wait` was estimated, where that was not just now: at the PMS, when the number was given. */
  readonly waitAsOf?: EpochMs;
  readonly evacuation?: EvacuationView;
}
