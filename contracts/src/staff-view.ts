// What staff screens see, signed in or not. Plain types: a screen imports them without a byte.

import type { AppointmentMode } from './appointment-mode.ts';
import type { Call, Ticket } from './board-view.ts';
import type { BookingRequestView } from './booking.ts';
import type { ById } from './by-id.ts';
import type { CallingOrder } from './calling-choices.ts';
import type {
  ClinicView,
  DelayView,
  EvacuationView,
  HandOverView,
  HelpView,
  InterpreterView,
  MessageView,
  PauseView,
  PrintView,
  SteppedOutView,
  WalkView,
} from './clinic-view.ts';
import type { ServiceConfiguration, ServicePointConfiguration } from './configuration.ts';
import type { DetailConflict, DetailVersion } from './detail-conflict.ts';
import type { DeviceAlarm, DeviceHealth } from './device-health.ts';
import type { DisplayLayout } from './display-layout.ts';
import type { Screening } from './forms.ts';
import type { Gap } from './gap.ts';
import type {
  AppointmentId,
  DeviceId,
  PatientId,
  ServiceId,
  ServicePointId,
  StaffId,
  TicketId,
  TillId,
} from './ids.ts';
import type { Journey, JourneyTemplate } from './journey.ts';
import type { Language, LocalisedText } from './languages.ts';
import type { SettingValues } from './live-settings.ts';
import type { PrinterView } from './printer-view.ts';
import type { ReassignmentView } from './reassignment-view.ts';
import type { StaffRole } from './roles.ts';
import type { FoundScanner } from './scanner-view.ts';
import type { StorageView } from './storage.ts';
import type { ThingSetUp } from './thing-set-up.ts';
import type { TicketNote } from './ticket-note.ts';
import type { Need, RoomState, ServicePointState, TicketSource, TicketState } from './ticket-state.ts';
import type { ChargeView, PaymentView, TillView } from './till-view.ts';
import type { EpochMs, LocalDate } from './time.ts';
import type { WaitView } from './wait-view.ts';

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
