// Every fact that the log may hold: its versioned type, its body (ids and facts that name nobody) and what of it is
// sealed. A shipped shape never changes; a change is a new version beside it. Source: ADR 0002.

import Type, { type Static, type TSchema } from 'typebox';
import { appointmentModes } from './appointment-mode.ts';
import { ChangedParts } from './clinic-document.ts';
import { ChosenBy, MaybeCallingRules } from './calling-rules.ts';
import { ClinicConfiguration } from './configuration.ts';
import { detailFields } from './detail-fields.ts';
import { deviceOrders } from './device-orders.ts';
import { DisplayLayout } from './display-layout.ts';
import { ThingSetUp } from './thing-set-up.ts';
import { FormContent } from './forms.ts';
import { Journey } from './journey.ts';
import { journeyEvents } from './journey-events.ts';
import { leaseEvents } from './lease.ts';
import { message } from './message.ts';
import { PatientDetails } from './patient.ts';
import {
  AmountMinor,
  EpochMsNumber,
  FreeText,
  LanguageTag,
  LocalDateText,
  PublicIdText,
  ShortText,
  Uuid,
  oneOf,
} from './schema.ts';
import { currencyPattern } from './money.ts';
import { reassignmentEvents } from './reassignment-events.ts';
import { mostFreeTimes } from './booking.ts';
import { temporaryRoles } from './roles.ts';
import { ticketNotes } from './ticket-note.ts';
import { waitEvents } from './wait-events.ts';
import {
  TicketState,
  closedStates,
  helpKinds,
  needs,
  occupiedRoomStates,
  pauseKinds,
  paymentMeans,
  placements,
  priorityClasses,
  roomStates,
  ticketSources,
} from './ticket-state.ts';

const Needs = Type.Array(oneOf(needs));
const Currency = Type.String({ pattern: currencyPattern });
const ticket = { ticketId: Uuid };
const atPoint = { servicePointId: Uuid };
/** When it happened, of what was written on paper first: every fact of a command that says so; statistics use it. */
const onPaper = { occurredAt: Type.Optional(EpochMsNumber) };
const ticketAtPoint = { ...ticket, ...atPoint, ...onPaper };
/** Of the one step by which people went to other rooms, or another day. */
const inReassignment = { reassignmentId: Type.Optional(Uuid) };
/** What goes on in the room that the patient comes into (`with-staff` unless said), and who is with them or awaited. */
const inRoom = { roomState: Type.Optional(oneOf(occupiedRoomStates)), staffId: Type.Optional(Uuid) };

/** A ticket's changeable part as it stood: what an undo puts back. */
export const TicketStanding = Type.Object({
  state: oneOf(Object.values(TicketState)),
  serviceId: Uuid,
  priorityClass: oneOf(priorityClasses),
  servicePointId: Type.Union([Uuid, Type.Null()]),
  /** Bound to one point while it waits, after a transfer to that point. */
  forServicePointId: Type.Union([Uuid, Type.Null()]),
  /** Its place: smaller is called earlier within its class. */
  placeAt: Type.Number(),
  callCount: Type.Integer(),
  callId: Type.Union([Uuid, Type.Null()]),
  calledAt: Type.Union([EpochMsNumber, Type.Null()]),
  servingSince: Type.Union([EpochMsNumber, Type.Null()]),
  heldUntil: Type.Union([EpochMsNumber, Type.Null()]),
  heldByTicket: Type.Boolean(),
  /** What goes on in the room that it is in, and who is with it or awaited; null while it is in none. */
  room: Type.Union([
    Type.Object({
      state: oneOf(occupiedRoomStates),
      since: EpochMsNumber,
      staffId: Type.Union([Uuid, Type.Null()]),
    }),
    Type.Null(),
  ]),
  /** How often the call that it follows was repeated. */
  recalls: Type.Optional(Type.Integer()),
  /** Until when its place is kept, while it did not answer; absent: without an end. */
  graceUntil: Type.Optional(EpochMsNumber),
  /** Who sent it here by a transfer; null once it was sent back. */
  cameFrom: Type.Optional(
    Type.Union([Type.Object({ serviceId: Uuid, servicePointId: Type.Optional(Uuid) }), Type.Null()]),
  ),
  /** The steps of its visit; absent: this service alone. */
  journey: Type.Optional(Journey),
});
export type TicketStanding = Static<typeof TicketStanding>;

export const eventBodies = {
  /** The first row of epoch 1. */
  'v1.ClinicInitialised': Type.Object({ clinicCode: ShortText }),
  /** A later epoch begins: the edge was restored from an older image. */
  'v1.EpochBegun': Type.Object({ previousEpoch: Type.Integer() }),
  /**
   * Numbers of a letter that a lost box may have given out, up to and with this one: nobody gets them any more. Null: of
   * the series that is printed ahead.
   */
  'v1.NumbersSkipped': Type.Object({
    prefix: ShortText,
    businessDay: Type.Union([LocalDateText, Type.Null()]),
    lastOrdinal: Type.Integer({ minimum: 1 }),
  }),
  'v1.ConfigurationApplied': Type.Object({ version: Type.Integer(), configuration: ClinicConfiguration }),
  /** The clinic changed its own set-up; a part that is named took the place of the one before. */
  'v1.ClinicChanged': Type.Object({ version: Type.Integer(), changes: ChangedParts, ...onPaper }),
  'v1.CommandHadNoEffect': Type.Object({
    command: ShortText,
    ids: Type.Record(Type.String(), Type.String()),
    ...onPaper,
  }),
  'v1.ClockFrozen': Type.Object({ wallAt: EpochMsNumber, lastAt: EpochMsNumber }),
  'v1.ClockConfirmed': Type.Object(onPaper),
  /** The edge was not running meanwhile. Each call that was open is asked for before it is announced again. */
  'v1.GapNoticed': Type.Object({ from: EpochMsNumber, until: EpochMsNumber }),

  'v1.PatientRegistered': Type.Object({ patientId: Uuid, provisional: Type.Boolean(), ...onPaper }),
  'v1.PatientUpdated': Type.Object({ patientId: Uuid, fields: Type.Array(ShortText), ...onPaper }),
  /** Of the versions of one detail; null: of none, a person is to be asked again. What stands from now on is sealed. */
  'v1.PatientDetailChosen': Type.Object({
    conflictId: Uuid,
    patientId: Uuid,
    field: oneOf(detailFields),
    version: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    ...onPaper,
  }),
  /** The centre knows this provisional patient under another id. */
  'v1.PatientLinked': Type.Object({ patientId: Uuid, centralPatientId: Uuid }),
  /** The subject's key is gone, and those of the tickets named. */
  'v1.SubjectErased': Type.Object({ subjectId: Uuid, ticketIds: Type.Array(Uuid), ...onPaper }),

  'v1.TicketIssued': Type.Object({
    ...ticket,
    publicId: PublicIdText,
    number: ShortText,
    /** The count behind the number, per letter and business day, from 1. */
    ordinal: Type.Integer({ minimum: 1 }),
    serviceId: Uuid,
    priorityClass: oneOf(priorityClasses),
    needs: Needs,
    language: Type.Optional(LanguageTag),
    source: oneOf(ticketSources),
    issuedAt: EpochMsNumber,
    placeAt: Type.Number(),
    patientId: Type.Optional(Uuid),
    appointmentId: Type.Optional(Uuid),
    /** The booked time, copied from the centre's schedule. */
    appointmentAt: Type.Optional(EpochMsNumber),
    /** Whom they are booked with. */
    practitionerId: Type.Optional(Uuid),
    /** The day of the visit, where it was kept on paper on an earlier one than the row's. */
    businessDay: Type.Optional(LocalDateText),
    /** Set when it was made already with staff (`serve-without-ticket`). */
    servicePointId: Type.Optional(Uuid),
    ...inRoom,
    /** False: who gave it wanted no paper. */
    print: Type.Optional(Type.Boolean()),
    /** Whoever took it came for the patient. */
    onBehalf: Type.Optional(Type.Literal(true)),
    /** The first ticket of the party that it belongs to. */
    partyOf: Type.Optional(Uuid),
    /** Of the need `interpreter`: the language, and whether the appointment says that one is booked. */
    interpreterLanguage: Type.Optional(LanguageTag),
    interpreterBooked: Type.Optional(Type.Boolean()),
    ...onPaper,
  }),
  /** Booked here, at a clinic that no centre has adopted. */
  'v1.AppointmentAdded': Type.Object({
    appointmentId: Uuid,
    patientId: Uuid,
    serviceId: Uuid,
    appointmentAt: EpochMsNumber,
    minutes: Type.Integer({ minimum: 1 }),
    /** Absent: in person. */
    mode: Type.Optional(oneOf(appointmentModes)),
    /** Whom it is with, where that is somebody in particular. */
    practitionerId: Type.Optional(Uuid),
    ...onPaper,
  }),
  'v1.AppointmentCancelled': Type.Object({ appointmentId: Uuid, patientId: Uuid, ...onPaper }),
  /** To another time, or to another service, as long as before, at a clinic that no centre has adopted. */
  'v1.AppointmentMoved': Type.Object({
    appointmentId: Uuid,
    patientId: Uuid,
    serviceId: Uuid,
    appointmentAt: EpochMsNumber,
    ...onPaper,
  }),
  'v1.AppointmentCheckedIn': Type.Object({
    appointmentId: Uuid,
    patientId: Uuid,
    serviceId: Uuid,
    appointmentAt: EpochMsNumber,
    ...ticket,
    ...onPaper,
  }),
  /** A live check-in code opened an appointment: it opens nothing more. */
  'v1.LiveCodeUsed': Type.Object({
    codeId: Type.String({ pattern: '^[0-9a-f]{20}$' }),
    appointmentId: Uuid,
    ...ticket,
    /** Of the kiosk session that it was scanned in. */
    identificationId: Type.Optional(Uuid),
    ...onPaper,
  }),
  'v1.CheckInUndone': Type.Object({ ...ticket, appointmentId: Type.Optional(Uuid), ...onPaper }),
  /** Of a ticket that was nobody's. */
  'v1.TicketIdentified': Type.Object({ ...ticket, patientId: Uuid, ...onPaper }),
  /** What staff have to know of it. */
  'v1.TicketNoted': Type.Object({ ...ticket, note: oneOf(ticketNotes), ...onPaper }),
  'v1.PriorityChanged': Type.Object({
    ...ticket,
    from: oneOf(priorityClasses),
    to: oneOf(priorityClasses),
    ...onPaper,
  }),
  /** A supervisor put it elsewhere in its queue; the place and the class are what it has from then on. */
  'v1.TicketMovedInQueue': Type.Object({
    ...ticket,
    beforeTicketId: Type.Optional(Uuid),
    placeAt: Type.Number(),
    priorityClass: oneOf(priorityClasses),
    ...onPaper,
  }),
  'v1.TicketCalled': Type.Object({
    ...ticketAtPoint,
    callId: Uuid,
    /** Why this one: the rule, and how many were passed over (`call-ticket`) or stood behind. */
    rule: oneOf(['next', 'chosen', 'on-paper']),
    waiting: Type.Integer({ minimum: 1 }),
    /** Of `next`, where the clinic had calling rules. */
    chosenBy: Type.Optional(ChosenBy),
  }),
  /** Waits for the room that another of its party was called to, in front of it. */
  'v1.TicketFollowsParty': Type.Object({
    ...ticketAtPoint,
    /** The call of whom it follows. */
    callId: Uuid,
    placeAt: Type.Number(),
  }),
  'v1.TicketRecalled': Type.Object({ ...ticketAtPoint, callId: Uuid }),
  /** Asked after a gap: the patient is there still. */
  'v1.StillHereConfirmed': Type.Object(ticketAtPoint),
  /** The patient is in the room: with staff, or waiting there for them. */
  'v1.ServiceStarted': Type.Object({ ...ticketAtPoint, ...inRoom }),
  'v1.ServiceFinished': Type.Object({ ...ticketAtPoint, startedAt: Type.Optional(EpochMsNumber) }),
  'v1.TicketNotAnswered': Type.Object({
    ...ticket,
    servicePointId: Type.Optional(Uuid),
    /** Until when its place is kept. */
    graceUntil: Type.Optional(EpochMsNumber),
    ...onPaper,
  }),
  'v1.TicketHeld': Type.Object({
    ...ticket,
    servicePointId: Type.Optional(Uuid),
    until: Type.Optional(EpochMsNumber),
    byTicket: Type.Boolean(),
    ...onPaper,
  }),
  'v1.TicketResumed': Type.Object({
    ...ticket,
    from: oneOf(Object.values(TicketState)),
    /** Its new place, where the old one was kept no longer. */
    placeAt: Type.Optional(Type.Number()),
    ...onPaper,
  }),
  /** Waits outside and keeps its place, to be called back when `whenAhead` are ahead. */
  'v1.SteppedOut': Type.Object({ ...ticket, whenAhead: Type.Integer({ minimum: 1 }), ...onPaper }),
  'v1.CalledBack': Type.Object({ ...ticket, ahead: Type.Integer({ minimum: 0 }) }),
  'v1.CameBackInside': Type.Object({ ...ticket, ...onPaper }),
  /** Somebody goes to fetch who was called. */
  'v1.WalkAcknowledged': Type.Object({ ...ticketAtPoint, callId: Uuid }),
  'v1.TicketTransferred': Type.Object({
    ...ticket,
    fromServiceId: Uuid,
    toServiceId: Uuid,
    toServicePointId: Type.Optional(Uuid),
    placement: oneOf(placements),
    placeAt: Type.Number(),
    /** Set where it goes back to who had sent it. */
    returned: Type.Optional(Type.Literal(true)),
    ...inReassignment,
    ...onPaper,
  }),
  ...journeyEvents,
  'v1.TicketClosed': Type.Object({
    ...ticket,
    outcome: oneOf(closedStates),
    /** It was open still when the day ended: when its patient went, nobody knows. */
    atDayEnd: Type.Optional(Type.Literal(true)),
    ...inReassignment,
    ...onPaper,
  }),
  /** Puts the ticket back to how it stood before row `undoneSeq`. */
  'v1.StepUndone': Type.Object({
    ...ticket,
    undoneEpoch: Type.Integer(),
    undoneSeq: Type.Integer(),
    undoneType: ShortText,
    standing: TicketStanding,
    /** Whose the ticket is again, where the step said whose it is; null for nobody's. */
    patientId: Type.Optional(Type.Union([Uuid, Type.Null()])),
    ...inReassignment,
    ...onPaper,
  }),

  'v1.ServicePointOpened': Type.Object({ ...atPoint, staffId: Type.Optional(Uuid), ...inReassignment, ...onPaper }),
  'v1.ServicePointPaused': Type.Object({
    ...atPoint,
    kind: Type.Optional(oneOf(pauseKinds)),
    /** When it goes on, as planned. */
    until: Type.Optional(EpochMsNumber),
    ...inReassignment,
    ...onPaper,
  }),
  'v1.ServicePointClosed': Type.Object({ ...atPoint, ...inReassignment, ...onPaper }),
  /** `fromStaffId`: who went; what is open there waits until somebody takes it over. */
  'v1.ServicePointHandedOver': Type.Object({
    ...atPoint,
    toStaffId: Uuid,
    fromStaffId: Type.Optional(Uuid),
    ...onPaper,
  }),
  /** Whoever worked there went, and nobody is known to follow. */
  'v1.ServicePointLeft': Type.Object({ ...atPoint, fromStaffId: Type.Optional(Uuid), ...onPaper }),
  /** Somebody saw what is open there and answers for it; `fromStaffId`: after whom. */
  'v1.ServicePointTakenOver': Type.Object({
    ...atPoint,
    staffId: Uuid,
    fromStaffId: Type.Optional(Uuid),
    ...onPaper,
  }),
  ...reassignmentEvents,
  ...waitEvents,
  /** `ticketId`: of the patient who is in the room before and after. `staffId`: who is with them, or awaited. */
  'v1.RoomStateChanged': Type.Object({
    ...atPoint,
    ticketId: Type.Optional(Uuid),
    from: oneOf(roomStates),
    to: oneOf(roomStates),
    staffId: Type.Optional(Uuid),
    ...onPaper,
  }),
  /** Somebody works here until the end of that business day, `endsAt`. The name is sealed under the person's own key. */
  'v1.TemporaryStaffAdmitted': Type.Object({
    staffId: Uuid,
    roles: Type.Array(oneOf(temporaryRoles)),
    until: LocalDateText,
    endsAt: EpochMsNumber,
    ...onPaper,
  }),
  'v1.TemporaryStaffEnded': Type.Object({ staffId: Uuid, ...onPaper }),
  /** What the new PIN is, no row says. */
  'v1.PinReset': Type.Object({ staffId: Uuid, ...onPaper }),
  /** A badge signs this person in. Which badge, no row says. */
  'v1.BadgeEnrolled': Type.Object({ staffId: Uuid, ...onPaper }),
  'v1.BadgeRemoved': Type.Object({ staffId: Uuid, ...onPaper }),
  /** Of a person or of a room: about so many minutes behind time, until the day ends; 0 ends it sooner. */
  'v1.DelayAnnounced': Type.Object({
    staffId: Type.Optional(Uuid),
    servicePointId: Type.Optional(Uuid),
    minutes: Type.Integer({ minimum: 0 }),
    ...onPaper,
  }),
  /** From now on; null: none. */
  'v1.CallingRulesSet': Type.Object({ revision: Type.Integer({ minimum: 1 }), rules: MaybeCallingRules, ...onPaper }),
  'v1.DayClosed': Type.Object({ businessDay: LocalDateText, closed: Type.Integer(), ...onPaper }),
  'v1.DayReopened': Type.Object({ businessDay: LocalDateText, ...onPaper }),

  'v1.HelpRequested': Type.Object({
    helpId: Uuid,
    kind: oneOf(helpKinds),
    ticketId: Type.Optional(Uuid),
    deviceId: Type.Optional(Uuid),
    ...onPaper,
  }),
  'v1.HelpAcknowledged': Type.Object({ helpId: Uuid, ...onPaper }),

  /** Everybody leaves the building. */
  'v1.EvacuationStarted': Type.Object(onPaper),
  'v1.EvacuationEnded': Type.Object({ startedAt: EpochMsNumber, ...onPaper }),
  /** Found at the meeting point, or missed there. */
  'v1.PersonAccountedFor': Type.Object({ ...ticket, present: Type.Boolean(), ...onPaper }),
  'v1.MusterListRequested': Type.Object(onPaper),

  'v1.TillOpened': Type.Object({ tillId: Uuid, floatMinor: AmountMinor, currency: Currency, ...onPaper }),
  'v1.TillClosed': Type.Object({
    tillId: Uuid,
    countedMinor: AmountMinor,
    expectedMinor: AmountMinor,
    varianceMinor: Type.Integer(),
    currency: Currency,
    /** `<clinic code>-<epoch>-Z<n>`. */
    zNumber: ShortText,
    /** From 1 in each epoch, without gaps. */
    zOrdinal: Type.Integer({ minimum: 1 }),
    ...onPaper,
  }),
  /** What is in the till is wanted on paper: while it is open, or its closing once more. */
  'v1.TillReportRequested': Type.Object({ tillId: Uuid, ...onPaper }),
  'v1.ChargeRecorded': Type.Object({
    chargeId: Uuid,
    ...ticket,
    serviceId: Uuid,
    patientId: Type.Optional(Uuid),
    /** The price as it was, copied from the centre's list. */
    amountMinor: AmountMinor,
    currency: Currency,
    priceVersion: Type.Integer(),
    ...onPaper,
  }),
  'v1.PaymentTaken': Type.Object({
    paymentId: Uuid,
    tillId: Uuid,
    chargeIds: Type.Array(Uuid),
    means: oneOf(paymentMeans),
    amountMinor: AmountMinor,
    tenderedMinor: AmountMinor,
    changeMinor: AmountMinor,
    currency: Currency,
    /** `<clinic code>-<epoch>-<n>`. */
    receiptNumber: ShortText,
    /** From 1 in each epoch, without gaps. */
    receiptOrdinal: Type.Integer({ minimum: 1 }),
    ...onPaper,
  }),

  /** Numbers for when there is no edge, printed ahead; each once until the series begins anew. */
  'v1.PaperNumbersDrawn': Type.Object({
    prefix: ShortText,
    numbers: Type.Array(ShortText),
    lastOrdinal: Type.Integer({ minimum: 1 }),
    /** False: not on the clinic's printer. */
    print: Type.Optional(Type.Boolean()),
    ...onPaper,
  }),
  /** The same number is wanted on paper once more. */
  'v1.ReprintRequested': Type.Object({ ...ticket, ...onPaper }),
  'v1.DocumentPrinted': Type.Object({ jobId: Uuid, ticketId: Type.Optional(Uuid), paymentId: Type.Optional(Uuid) }),
  /** It was handed to a printer, and nobody can say whether it is on paper. */
  'v1.PrintEndUnknown': Type.Object({
    jobId: Uuid,
    ticketId: Type.Optional(Uuid),
    paymentId: Type.Optional(Uuid),
    code: ShortText,
  }),
  'v1.PrintFailed': Type.Object({
    jobId: Uuid,
    ticketId: Type.Optional(Uuid),
    paymentId: Type.Optional(Uuid),
    code: ShortText,
  }),

  /** What was said and signed, answered, and followed from it is sealed under the ticket's own key. */
  'v1.ConsentRecorded': Type.Object({
    ...ticket,
    responseId: Uuid,
    consentId: Uuid,
    version: Type.Integer({ minimum: 1 }),
    ...onPaper,
  }),
  'v1.QuestionnaireAnswered': Type.Object({
    ...ticket,
    responseId: Uuid,
    questionnaireId: Uuid,
    version: Type.Integer({ minimum: 1 }),
    /** Left in its middle: so many of those asked by then were answered. Absent: it was gone through to its end. */
    partial: Type.Optional(Type.Object({ answered: Type.Integer(), asked: Type.Integer() })),
    ...onPaper,
  }),
  'v1.ScreeningCleared': Type.Object({ ...ticket, ...onPaper }),

  'v1.DisplayLayoutSet': Type.Object({ deviceId: Uuid, layout: DisplayLayout, ...onPaper }),
  'v1.DeviceOrdered': Type.Object({ deviceId: ShortText, order: oneOf(deviceOrders), ...onPaper }),
  'v1.SettingChanged': Type.Object({
    name: ShortText,
    value: Type.Union([Type.String(), Type.Null()]),
    ...onPaper,
  }),
  'v1.ThingSetUp': Type.Object({ deviceId: Uuid, setUp: ThingSetUp, ...onPaper }),
  'v1.MessageShown': Type.Object({ ...message, ...onPaper }),
  'v1.MessageWithdrawn': Type.Object({ messageId: Uuid, ...onPaper }),

  ...leaseEvents,

  /** What this side wants of a fact that the other side owns. */
  'v1.RequestRaised': Type.Object({
    requestId: Uuid,
    kind: ShortText,
    about: Type.Record(Type.String(), Type.String()),
    ...onPaper,
  }),
  'v1.RequestAnswered': Type.Object({
    requestId: Uuid,
    accepted: Type.Boolean(),
    code: Type.Optional(ShortText),
    /** Of a refused booking: the nearest times that were free. */
    freeTimes: Type.Optional(Type.Array(EpochMsNumber, { maxItems: mostFreeTimes })),
  }),
  /** Who asked wants it no more; what the other side did of it is taken back there. */
  'v1.RequestWithdrawn': Type.Object({ requestId: Uuid, ...onPaper }),
  /** Something that a person has to decide and that no request of ours tells of. */
  'v1.WorkItemRaised': Type.Object({
    workItemId: Uuid,
    kind: ShortText,
    code: ShortText,
    about: Type.Record(Type.String(), Type.String()),
    ...inReassignment,
    ...onPaper,
  }),
  /** A person has dealt with it; with `ticketId` it is over by itself: the ticket moved. */
  'v1.WorkItemResolved': Type.Object({
    workItemId: Uuid,
    ticketId: Type.Optional(Uuid),
    ...inReassignment,
    ...onPaper,
  }),
} as const satisfies Record<string, TSchema>;

export type EventType = keyof typeof eventBodies;
export type EventBody<T extends EventType> = Static<(typeof eventBodies)[T]>;
/** One fact before it becomes a row; `sealed` is what must not be readable without the subject's key. */
export type Fact = { [T in EventType]: FactOf<T> }[EventType];
export interface FactOf<T extends EventType> {
  readonly type: T;
  readonly body: EventBody<T>;
  readonly subjectId?: string;
  readonly sealed?: SealedContent;
}

/** What a seal holds: a patient's details, a free text that staff wrote, or the name of a temporary person. */
export const SealedContent = Type.Object({
  patient: Type.Optional(PatientDetails),
  /** The same fields as who changed them saw them. */
  before: Type.Optional(PatientDetails),
  reason: Type.Optional(FreeText),
  staffName: Type.Optional(ShortText),
  form: Type.Optional(FormContent),
});
export type SealedContent = Static<typeof SealedContent>;
