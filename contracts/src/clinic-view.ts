// The clinic and what befalls it now, as every screen needs it. Plain types: a screen imports them without a byte.

import type { Names } from './by-id.ts';
import type { ClinicConfiguration } from './configuration.ts';
import type { DeviceId, HelpId, JobId, ServiceId, ServicePointId, TicketId, TillId } from './ids.ts';
import type { Language, LocalisedText } from './languages.ts';
import type { HelpKind, PauseKind, WalkReason } from './ticket-state.ts';
import type { BusinessDay, EpochMs } from './time.ts';

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

/** Of whoever needs one: in which language, where that is known, and whether one is booked. */
export interface InterpreterView {
  readonly language?: Language;
  readonly booked: boolean;
}
