// The queue as the log folds into it. Records are immutable; `evolve` answers the records that a fact changes, and who
// holds the state (the writer's memory, a table, a test) puts them in place. Source: ADR 0003.

import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { EventBody, TicketStanding } from '@foyer/contracts/events.ts';
import type { Screening } from '@foyer/contracts/forms.ts';
import type {
  AppointmentId,
  CallId,
  DeviceId,
  HelpId,
  PatientId,
  PublicId,
  ReassignmentId,
  ServiceId,
  ServicePointId,
  StaffId,
  TicketId,
} from '@foyer/contracts/ids.ts';
import type { Gap } from '@foyer/contracts/gap.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { Language, LocalisedText } from '@foyer/contracts/languages.ts';
import type { Actor } from '@foyer/contracts/roles.ts';
import type {
  HelpKind,
  Need,
  PauseKind,
  PriorityClass,
  RoomState,
  ServicePointState,
  TicketSource,
} from '@foyer/contracts/ticket-state.ts';
import type { TicketNote } from '@foyer/contracts/ticket-note.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';

export interface TicketRecord {
  readonly id: TicketId;
  readonly publicId: PublicId;
  readonly number: string;
  readonly ordinal: number;
  readonly businessDay: BusinessDay;
  readonly issuedAt: EpochMs;
  /** The service that its number was drawn from; a transfer changes `standing.serviceId` alone. */
  readonly issuedServiceId: ServiceId;
  readonly source: TicketSource;
  readonly issuedBy: Actor;
  readonly needs: readonly Need[];
  readonly language: Language | null;
  /** Absent: none. */
  readonly notes?: readonly TicketNote[];
  readonly patientId: PatientId | null;
  readonly appointmentId: AppointmentId | null;
  readonly appointmentAt: EpochMs | null;
  /** Whom the patient is booked with; absent: nobody in particular. */
  readonly practitionerId?: StaffId;
  readonly standing: TicketStanding;
  readonly closedAt: EpochMs | null;
  readonly last: LastStep;
  readonly printed: boolean;
  /** At a service point when this gap began, and nobody has said since whether it is there still. */
  readonly inDoubtSince?: EpochMs;
  /** Present where whoever took it came for the patient. */
  readonly onBehalf?: true;
  /** The first ticket of its party; absent for that one, and for who came alone. */
  readonly partyOf?: TicketId;
  /** The call of whom it was last told to follow. */
  readonly followsCallId?: CallId;
  /** Present with the need, where more is known of it. */
  readonly interpreter?: { readonly language: Language | null; readonly booked: boolean };
  /** Present while the patient waits outside. */
  readonly stepOut?: StepOut;
  /** The call after which somebody went to fetch the patient. */
  readonly walkedCallId?: CallId;
  /** Present while a person has to look after it: nobody will call it by themselves. */
  readonly stranded?: { readonly workItemId: string; readonly cause: string };
}

/** No step of the ticket: an undo leaves it as it is. */
export interface StepOut {
  readonly whenAhead: number;
  readonly at: EpochMs;
  /** Null: not yet. It happens once. */
  readonly calledBackAt: EpochMs | null;
}

/** The ticket's last event, and how it stood before it; null where there is nothing to go back to. */
export interface LastStep {
  readonly epoch: number;
  readonly seq: number;
  readonly type: string;
  /** On which it is undone, and not on a later one. */
  readonly businessDay: BusinessDay;
  readonly before: TicketStanding | null;
}

export interface ServicePointRecord {
  readonly id: ServicePointId;
  readonly state: ServicePointState;
  readonly staffId: StaffId | null;
  /** The ticket called to it or served at it. */
  readonly ticketId: TicketId | null;
  readonly room: RoomRecord;
  /** Present while it pauses and more is known of that. */
  readonly pause?: Pause;
  /** Present from when whoever worked there went until somebody takes over. */
  readonly handOver?: HandOver;
  /** The latest that rules called here, oldest first, by what each counted as: whose turn it is follows from them. */
  readonly turns?: readonly Turn[];
  /** Present while it is open: since when; a gap begins it anew. */
  readonly openSince?: EpochMs;
  /** When whoever was last at it left, since then. */
  readonly lastLeftAt?: EpochMs;
}

export interface Turn {
  readonly callId: CallId;
  readonly priorityClass: PriorityClass;
}

export interface Pause {
  readonly since: EpochMs;
  readonly kind: PauseKind | null;
  /** When it goes on, as planned; null: nobody said. */
  readonly until: EpochMs | null;
}

export interface HandOver {
  readonly at: EpochMs;
  readonly fromStaffId: StaffId | null;
}

/** What goes on there. Invariant: it is occupied exactly while its ticket is `serving`. */
export interface RoomRecord {
  readonly state: RoomState;
  readonly since: EpochMs;
  /** Who is with the patient, or awaited; null when that is nobody in particular. */
  readonly staffId: StaffId | null;
}

export interface CallRecord {
  readonly id: CallId;
  readonly ticketId: TicketId;
  readonly number: string;
  readonly servicePointId: ServicePointId;
  readonly at: EpochMs;
  /** Withdrawn by an undo: no display may show it. */
  readonly withdrawn: boolean;
}

export interface HelpRecord {
  readonly id: HelpId;
  readonly kind: HelpKind;
  readonly at: EpochMs;
  readonly by: Actor;
  readonly ticketId: TicketId | null;
  readonly acknowledgedBy: Actor | null;
  readonly acknowledgedAt: EpochMs | null;
}

/** The building was told to leave. The next one takes its place; the log has them all. */
export interface EvacuationRecord {
  readonly id: typeof theBuilding;
  readonly startedAt: EpochMs;
  readonly startedBy: Actor;
  readonly endedAt: EpochMs | null;
  /** Who was found at the meeting point (true) or missed there (false), by ticket; others were not looked for yet. */
  readonly accountedFor: { readonly [ticketId: TicketId]: boolean };
}
export const theBuilding = 'building';

/** Somebody, or a room, works behind time; exactly one of the two is named, and its id is the record's. */
export interface DelayRecord {
  readonly id: string;
  readonly staffId: StaffId | null;
  readonly servicePointId: ServicePointId | null;
  /** 0: it is over. */
  readonly minutes: number;
  readonly at: EpochMs;
  /** The one that it ends with. */
  readonly businessDay: BusinessDay;
}

/** What displays tell everybody for a while. */
export interface MessageRecord {
  readonly id: string;
  readonly text: LocalisedText;
  readonly until: EpochMs;
  /** Null: every display. */
  readonly displayIds: readonly DeviceId[] | null;
  readonly at: EpochMs;
  readonly withdrawnAt: EpochMs | null;
}

/** How many walk-ins were given a number for a service on a business day; its key is `walkInsKey`. */
export interface WalkInsRecord {
  readonly id: string;
  readonly businessDay: BusinessDay;
  readonly serviceId: ServiceId;
  readonly given: number;
}
export function walkInsKey(businessDay: BusinessDay, serviceId: ServiceId): string {
  return `${businessDay}/${serviceId}`;
}

/** A business day that was closed: nobody is admitted on it until it is reopened. Closed again, the newest counts. */
export interface ClosingRecord {
  readonly id: BusinessDay;
  readonly at: EpochMs;
  readonly by: Actor;
  readonly reopenedAt: EpochMs | null;
}

/** The highest ordinal drawn of a letter on a business day, for whichever services; its key is `ordinalKey`. */
export interface OrdinalRecord {
  readonly id: string;
  readonly businessDay: BusinessDay;
  readonly prefix: string;
  readonly last: number;
}
export function ordinalKey(businessDay: BusinessDay, prefix: string): string {
  return `${businessDay}/${prefix}`;
}

/** Under which the last ordinal of a letter that was printed ahead is kept: it goes on from day to day. */
export function printedKey(prefix: string): string {
  return `paper/${prefix}`;
}

/** A number of the paper series that was entered; its key is `paperNumberKey`, of the day of the visit. */
export interface PaperNumberRecord {
  readonly id: string;
  readonly ticketId: TicketId;
}
export function paperNumberKey(businessDay: BusinessDay, number: string): string {
  return `${businessDay}/${number}`;
}

/** What was answered before a ticket's service; its id is the ticket's. The answers themselves are not part of it. */
export interface TicketFormsRecord {
  readonly id: TicketId;
  readonly filled: readonly { readonly formId: string; readonly version: number }[];
  /** Left in their middle, and not gone through since; absent: none. */
  readonly begun?: readonly BegunForm[];
  /** What followed; null where nothing did, or where staff have cleared it. */
  readonly screening: Screening | null;
}

export interface BegunForm {
  readonly formId: string;
  readonly version: number;
  readonly answered: number;
  readonly asked: number;
}

/** While the edge was not running; its key is `gapKey`. */
export interface GapRecord extends Gap {
  readonly id: string;
}
/** In the order of time, as an id. */
export function gapKey({ from }: Pick<Gap, 'from'>): string {
  return uuidV7(from, new Uint8Array(10));
}

/** People who went to other rooms, or another day, in one step. */
export interface ReassignmentRecord {
  readonly id: ReassignmentId;
  readonly kind: EventBody<'v1.ReassignmentApplied'>['kind'];
  readonly at: EpochMs;
  readonly businessDay: BusinessDay;
  readonly by: Actor;
  readonly staffId: StaffId | null;
  readonly servicePointId: ServicePointId | null;
  /** The last step of each ticket that it moved: while that is so, it can be taken back. */
  readonly tickets: readonly (Pick<LastStep, 'epoch' | 'seq'> & { readonly ticketId: TicketId })[];
  readonly appointmentIds: readonly AppointmentId[];
  readonly workItemIds: readonly string[];
  readonly servicePoints: EventBody<'v1.ReassignmentApplied'>['servicePoints'];
  readonly undoneAt: EpochMs | null;
}

/** The room that whoever checks in on that day waits for; null: any that gives the service. Its key is `awaitedKey`. */
export interface ReassignedAppointmentRecord {
  readonly id: string;
  readonly servicePointId: ServicePointId | null;
}
export function awaitedKey(businessDay: BusinessDay, appointmentId: AppointmentId): string {
  return `${businessDay}/${appointmentId}`;
}

/** Rules of calling: those in force under `rulesNow`, and each revision there ever was under `revisionKey`. */
export interface CallingRulesRecord {
  readonly id: string;
  readonly revision: number;
  readonly at: EpochMs;
  readonly by: Actor;
  /** Null: none. */
  readonly rules: CallingRules | null;
}
export const rulesNow = 'now';
/** In the order of revisions, as an id that is older than all that is recent. */
export function revisionKey(revision: number): string {
  return uuidV7(revision, new Uint8Array(10));
}

export interface QueueState {
  readonly reassignments: ReadonlyMap<ReassignmentId, ReassignmentRecord>;
  readonly reassignedAppointments: ReadonlyMap<string, ReassignedAppointmentRecord>;
  readonly tickets: ReadonlyMap<TicketId, TicketRecord>;
  readonly servicePoints: ReadonlyMap<ServicePointId, ServicePointRecord>;
  readonly calls: ReadonlyMap<CallId, CallRecord>;
  readonly help: ReadonlyMap<HelpId, HelpRecord>;
  readonly ordinals: ReadonlyMap<string, OrdinalRecord>;
  readonly evacuations: ReadonlyMap<string, EvacuationRecord>;
  readonly closings: ReadonlyMap<BusinessDay, ClosingRecord>;
  readonly walkIns: ReadonlyMap<string, WalkInsRecord>;
  readonly delays: ReadonlyMap<string, DelayRecord>;
  readonly messages: ReadonlyMap<string, MessageRecord>;
  readonly paperNumbers: ReadonlyMap<string, PaperNumberRecord>;
  readonly gaps: ReadonlyMap<string, GapRecord>;
  readonly forms: ReadonlyMap<TicketId, TicketFormsRecord>;
  readonly callingRules: ReadonlyMap<string, CallingRulesRecord>;
}

/** Records to put in place of those with the same id. */
export interface QueueChanges {
  readonly reassignments?: readonly ReassignmentRecord[];
  readonly reassignedAppointments?: readonly ReassignedAppointmentRecord[];
  readonly tickets?: readonly TicketRecord[];
  readonly servicePoints?: readonly ServicePointRecord[];
  readonly calls?: readonly CallRecord[];
  readonly help?: readonly HelpRecord[];
  readonly ordinals?: readonly OrdinalRecord[];
  readonly evacuations?: readonly EvacuationRecord[];
  readonly closings?: readonly ClosingRecord[];
  readonly walkIns?: readonly WalkInsRecord[];
  readonly delays?: readonly DelayRecord[];
  readonly messages?: readonly MessageRecord[];
  readonly paperNumbers?: readonly PaperNumberRecord[];
  readonly gaps?: readonly GapRecord[];
  readonly forms?: readonly TicketFormsRecord[];
  readonly callingRules?: readonly CallingRulesRecord[];
}

export const emptyQueue: QueueState = {
  reassignments: new Map(),
  reassignedAppointments: new Map(),
  tickets: new Map(),
  servicePoints: new Map(),
  calls: new Map(),
  help: new Map(),
  ordinals: new Map(),
  evacuations: new Map(),
  closings: new Map(),
  walkIns: new Map(),
  delays: new Map(),
  messages: new Map(),
  paperNumbers: new Map(),
  gaps: new Map(),
  forms: new Map(),
  callingRules: new Map(),
};

/** The state with the changes in place; the given state stays as it was. */
export function withChanges(state: QueueState, changes: QueueChanges): QueueState {
  return {
    reassignments: put(state.reassignments, changes.reassignments),
    reassignedAppointments: put(state.reassignedAppointments, changes.reassignedAppointments),
    tickets: put(state.tickets, changes.tickets),
    servicePoints: put(state.servicePoints, changes.servicePoints),
    calls: put(state.calls, changes.calls),
    help: put(state.help, changes.help),
    ordinals: put(state.ordinals, changes.ordinals),
    evacuations: put(state.evacuations, changes.evacuations),
    closings: put(state.closings, changes.closings),
    walkIns: put(state.walkIns, changes.walkIns),
    delays: put(state.delays, changes.delays),
    messages: put(state.messages, changes.messages),
    paperNumbers: put(state.paperNumbers, changes.paperNumbers),
    gaps: put(state.gaps, changes.gaps),
    forms: put(state.forms, changes.forms),
    callingRules: put(state.callingRules, changes.callingRules),
  };
}

function put<R extends { readonly id: string }>(
  map: ReadonlyMap<string, R>,
  records: readonly R[] | undefined,
): ReadonlyMap<string, R> {
  if (records === undefined || records.length === 0) return map;
  const next = new Map(map);
  for (const record of records) next.set(record.id, record);
  return next;
}
