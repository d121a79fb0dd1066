// Every fact that the log may hold: its versioned type, its body (ids and facts that name nobody) and what of it is
// sealed. A shipped shape never changes; a change is a new version beside it. Source: ADR 0002.

import Type, { type Static, type TSchema } from 'typebox';
import { ClinicConfiguration } from './configuration.ts';
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
import {
  TicketState,
  closedStates,
  helpKinds,
  needs,
  paymentMeans,
  placements,
  priorityClasses,
  ticketSources,
} from './ticket-state.ts';

const Needs = Type.Array(oneOf(needs));
const Currency = Type.String({ pattern: currencyPattern });
const ticket = { ticketId: Uuid };
const atPoint = { servicePointId: Uuid };
/** When it was written on paper first; statistics use it. */
const onPaper = { occurredAt: Type.Optional(EpochMsNumber) };
const ticketAtPoint = { ...ticket, ...atPoint, ...onPaper };

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
});
export type TicketStanding = Static<typeof TicketStanding>;

export const eventBodies = {
  /** The first row of epoch 1. */
  'v1.ClinicInitialised': Type.Object({ clinicCode: ShortText }),
  /** A later epoch begins: the edge was restored from an older image. */
  'v1.EpochBegun': Type.Object({ previousEpoch: Type.Integer() }),
  'v1.ConfigurationApplied': Type.Object({ version: Type.Integer(), configuration: ClinicConfiguration }),
  'v1.CommandHadNoEffect': Type.Object({ command: ShortText, ids: Type.Record(Type.String(), Type.String()) }),
  'v1.ClockFrozen': Type.Object({ wallAt: EpochMsNumber, lastAt: EpochMsNumber }),
  'v1.ClockConfirmed': Type.Object({}),

  'v1.PatientRegistered': Type.Object({ patientId: Uuid, provisional: Type.Boolean() }),
  'v1.PatientUpdated': Type.Object({ patientId: Uuid, fields: Type.Array(ShortText) }),
  /** The centre knows this provisional patient under another id. */
  'v1.PatientLinked': Type.Object({ patientId: Uuid, centralPatientId: Uuid }),
  /** The subject's key is gone, and those of the tickets named. */
  'v1.SubjectErased': Type.Object({ subjectId: Uuid, ticketIds: Type.Array(Uuid) }),

  'v1.TicketIssued': Type.Object({
    ...ticket,
    publicId: PublicIdText,
    number: ShortText,
    /** The count behind the number, per service and business day, from 1. */
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
    /** Set when it was made already with staff (`serve-without-ticket`). */
    servicePointId: Type.Optional(Uuid),
    ...onPaper,
  }),
  'v1.AppointmentCheckedIn': Type.Object({
    appointmentId: Uuid,
    patientId: Uuid,
    serviceId: Uuid,
    appointmentAt: EpochMsNumber,
    ...ticket,
  }),
  'v1.CheckInUndone': Type.Object({ ...ticket, appointmentId: Type.Optional(Uuid) }),
  'v1.TicketIdentified': Type.Object({ ...ticket, patientId: Uuid }),
  'v1.PriorityChanged': Type.Object({
    ...ticket,
    from: oneOf(priorityClasses),
    to: oneOf(priorityClasses),
    ...onPaper,
  }),
  'v1.TicketCalled': Type.Object({
    ...ticketAtPoint,
    callId: Uuid,
    /** Why this one: the rule, and how many were passed over (`call-ticket`) or stood behind. */
    rule: oneOf(['next', 'chosen']),
    waiting: Type.Integer({ minimum: 1 }),
  }),
  'v1.TicketRecalled': Type.Object({ ...ticketAtPoint, callId: Uuid }),
  'v1.ServiceStarted': Type.Object(ticketAtPoint),
  'v1.ServiceFinished': Type.Object({ ...ticketAtPoint, startedAt: Type.Optional(EpochMsNumber) }),
  'v1.TicketNotAnswered': Type.Object({ ...ticket, servicePointId: Type.Optional(Uuid), ...onPaper }),
  'v1.TicketHeld': Type.Object({
    ...ticket,
    servicePointId: Type.Optional(Uuid),
    until: Type.Optional(EpochMsNumber),
    byTicket: Type.Boolean(),
    ...onPaper,
  }),
  'v1.TicketResumed': Type.Object({ ...ticket, from: oneOf(Object.values(TicketState)), ...onPaper }),
  'v1.TicketTransferred': Type.Object({
    ...ticket,
    fromServiceId: Uuid,
    toServiceId: Uuid,
    toServicePointId: Type.Optional(Uuid),
    placement: oneOf(placements),
    placeAt: Type.Number(),
    ...onPaper,
  }),
  'v1.TicketClosed': Type.Object({ ...ticket, outcome: oneOf(closedStates), ...onPaper }),
  /** Puts the ticket back to how it stood before row `undoneSeq`. */
  'v1.StepUndone': Type.Object({
    ...ticket,
    undoneEpoch: Type.Integer(),
    undoneSeq: Type.Integer(),
    undoneType: ShortText,
    standing: TicketStanding,
  }),

  'v1.ServicePointOpened': Type.Object({ ...atPoint, staffId: Type.Optional(Uuid) }),
  'v1.ServicePointPaused': Type.Object(atPoint),
  'v1.ServicePointClosed': Type.Object(atPoint),
  'v1.ServicePointHandedOver': Type.Object({ ...atPoint, toStaffId: Uuid }),
  'v1.DayClosed': Type.Object({ businessDay: LocalDateText, closed: Type.Integer() }),

  'v1.HelpRequested': Type.Object({
    helpId: Uuid,
    kind: oneOf(helpKinds),
    ticketId: Type.Optional(Uuid),
    deviceId: Type.Optional(Uuid),
  }),
  'v1.HelpAcknowledged': Type.Object({ helpId: Uuid }),

  'v1.TillOpened': Type.Object({ tillId: Uuid, floatMinor: AmountMinor, currency: Currency }),
  'v1.TillClosed': Type.Object({
    tillId: Uuid,
    countedMinor: AmountMinor,
    expectedMinor: AmountMinor,
    varianceMinor: Type.Integer(),
    currency: Currency,
  }),
  'v1.ChargeRecorded': Type.Object({
    chargeId: Uuid,
    ...ticket,
    serviceId: Uuid,
    patientId: Type.Optional(Uuid),
    /** The price as it was, copied from the centre's list. */
    amountMinor: AmountMinor,
    currency: Currency,
    priceVersion: Type.Integer(),
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
  }),

  'v1.DocumentPrinted': Type.Object({ jobId: Uuid, ticketId: Type.Optional(Uuid), paymentId: Type.Optional(Uuid) }),
  'v1.PrintFailed': Type.Object({
    jobId: Uuid,
    ticketId: Type.Optional(Uuid),
    paymentId: Type.Optional(Uuid),
    code: ShortText,
  }),

  /** What this side wants of a fact that the other side owns. */
  'v1.RequestRaised': Type.Object({
    requestId: Uuid,
    kind: ShortText,
    about: Type.Record(Type.String(), Type.String()),
  }),
  'v1.RequestAnswered': Type.Object({
    requestId: Uuid,
    accepted: Type.Boolean(),
    code: Type.Optional(ShortText),
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

/** What a seal holds: a patient's details, or a free text that staff wrote. */
export const SealedContent = Type.Object({
  patient: Type.Optional(PatientDetails),
  reason: Type.Optional(FreeText),
});
export type SealedContent = Static<typeof SealedContent>;
