// Every change of state is one of these. The table of API.md as schemas: the HTTP door and the socket door validate
// with the same ones, and a screen imports the types alone.

import Type, { type Static, type TObject, type TProperties } from 'typebox';
import { appointmentModes } from './appointment-mode.ts';
import { mostImportedRows } from './appointment-table.ts';
import { MaybeCallingRules } from './calling-rules.ts';
import { ClinicChanges } from './clinic-document.ts';
import { deviceOrders } from './device-orders.ts';
import { DisplayLayout } from './display-layout.ts';
import { answerFields, consentFields } from './forms.ts';
import { StepId } from './journey.ts';
import { mostJourneySteps } from './journey-limits.ts';
import { liveSettingNames } from './live-settings.ts';
import { message } from './message.ts';
import { PatientDetails } from './patient.ts';
import { ReassignedPeople, whoseWork } from './reassignment.ts';
import { ThingSetUp } from './thing-set-up.ts';
import { temporaryRoles } from './roles.ts';
import {
  AmountMinor,
  BadgeText,
  EpochMsNumber,
  FreeText,
  LanguageTag,
  LocalDateText,
  PublicIdText,
  ShortText,
  Uuid,
  UuidV7,
  oneOf,
  strictObject,
} from './schema.ts';
import {
  helpKinds,
  needs,
  pauseKinds,
  paymentMeans,
  placements,
  priorityClasses,
  roomStates,
  paperOutcomes,
  stepOutThresholds,
  type StepOutThreshold,
} from './ticket-state.ts';
import { EstimatedWait } from './wait-events.ts';

const Needs = Type.Array(oneOf(needs), { maxItems: needs.length, uniqueItems: true });
const CheckInCodeText = Type.String({ minLength: 1, maxLength: 400 });
const FinishCurrent = Type.Union([Type.Literal(true), oneOf(['completed', 'not-answered'])]);
const onTicket = { ticketId: Uuid };
const atPoint = { servicePointId: Uuid };
const reason = { reason: FreeText };
const maybeReason = { reason: Type.Optional(FreeText) };
/** False: no paper, whatever the clinic's printer could. */
const maybePaper = { print: Type.Optional(Type.Boolean()) };

/** Who takes a number, beside the patient: somebody came for them, or with others whose numbers belong together. */
const arrival = {
  /** Who stands there came for the patient. */
  onBehalf: Type.Optional(Type.Literal(true)),
  /** A ticket of the party that this one joins. */
  partyOf: Type.Optional(Uuid),
  /** Of the need `interpreter`. */
  interpreterLanguage: Type.Optional(LanguageTag),
};
/** Whoever waits here with the one who is called comes along. */
const withParty = { withParty: Type.Optional(Type.Literal(true)) };

/** Somebody who is known here; absent, `patient` is registered. */
const maybeKnown = { patientId: Type.Optional(Uuid), patient: Type.Optional(PatientDetails) };
const bookedTime = {
  serviceId: Uuid,
  at: EpochMsNumber,
  minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 720 })),
  /** Absent: in person. */
  mode: Type.Optional(oneOf(appointmentModes)),
  /** Whom it is with, where that is somebody in particular. */
  practitionerId: Type.Optional(Uuid),
};
/** Of the sender's choosing, so that asking once more asks for nothing more. */
const maybeRequest = { requestId: Type.Optional(Uuid) };
/** One person of a table, with every time that the table has of them. */
const BookedPerson = strictObject({
  ...maybeKnown,
  appointments: Type.Array(strictObject(bookedTime), { minItems: 1, maxItems: mostImportedRows }),
});
export type BookedPerson = Static<typeof BookedPerson>;

/** Of the person's own choosing. The door takes it out and hands its hash on beside the command. */
const newPin = { pin: Type.Optional(Type.String({ pattern: '^\\d{4,8}$' })) };

/** As its reader types it. The door takes it out and hands its keyed hash on beside the command. */
const newBadge = { badge: Type.Optional(BadgeText) };

/** What staff may add for what was written on paper first: not in the future, at most seven days back, with a reason. */
export const onPaper = { occurredAt: Type.Optional(EpochMsNumber) };

/** On one sheet. */
export const mostPaperNumbers = 100;

function command<const T extends string, P extends TProperties>(type: T, properties: P) {
  return strictObject({ commandId: UuidV7, type: Type.Literal(type), ...onPaper, ...properties });
}

export const commandSchemas = {
  'register-patient': command('register-patient', { patient: PatientDetails, ...maybeReason }),
  'update-patient': command('update-patient', {
    patientId: Type.Optional(Uuid),
    identificationId: Type.Optional(Uuid),
    patient: PatientDetails,
    /** The same fields as they were shown to who changed them; absent: as they are here now. */
    before: Type.Optional(PatientDetails),
    ...maybeReason,
  }),
  /** Of the versions of one detail, which stands; null: none, a person is to be asked again. */
  'choose-detail': command('choose-detail', {
    conflictId: Uuid,
    version: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    ...maybeReason,
  }),
  'erase-patient': command('erase-patient', { patientId: Uuid, ...reason }),
  'add-appointment': command('add-appointment', { ...maybeKnown, ...bookedTime, ...maybeReason }),
  /** All of them or none. */
  'import-appointments': command('import-appointments', {
    people: Type.Array(BookedPerson, { minItems: 1, maxItems: mostImportedRows }),
    ...maybeReason,
  }),
  'cancel-appointment': command('cancel-appointment', { appointmentId: Uuid, ...maybeReason }),
  /** Asked of the centre, or done at once where none has adopted the clinic. The same `requestId` again is the same. */
  'request-appointment': command('request-appointment', {
    ...maybeRequest,
    ...maybeKnown,
    ...bookedTime,
    ...maybeReason,
  }),
  'request-move': command('request-move', {
    ...maybeRequest,
    appointmentId: Uuid,
    at: EpochMsNumber,
    serviceId: Type.Optional(Uuid),
    ...maybeReason,
  }),
  'request-cancellation': command('request-cancellation', { ...maybeRequest, appointmentId: Uuid, ...maybeReason }),
  /** While the centre has not answered. */
  'withdraw-request': command('withdraw-request', { requestId: Uuid, ...maybeReason }),
  'check-in': command('check-in', {
    identificationId: Type.Optional(Uuid),
    appointmentId: Type.Optional(Uuid),
    patientId: Type.Optional(Uuid),
    qr: Type.Optional(CheckInCodeText),
    language: Type.Optional(LanguageTag),
    needs: Type.Optional(Needs),
    ...arrival,
    ...maybePaper,
    ...maybeReason,
  }),
  'undo-check-in': command('undo-check-in', { ...onTicket, ...maybeReason }),
  'issue-ticket': command('issue-ticket', {
    serviceId: Uuid,
    identificationId: Type.Optional(Uuid),
    patientId: Type.Optional(Uuid),
    priorityClass: Type.Optional(oneOf(priorityClasses)),
    needs: Type.Optional(Needs),
    language: Type.Optional(LanguageTag),
    ...arrival,
    ...maybePaper,
    ...maybeReason,
  }),
  'identify-ticket': command('identify-ticket', { ...onTicket, patientId: Uuid, ...maybeReason }),
  'set-priority': command('set-priority', { ...onTicket, priorityClass: oneOf(priorityClasses), ...reason }),
  /** Directly before somebody who waits for the same service; without one, behind everybody of its class. */
  'move-in-queue': command('move-in-queue', { ...onTicket, beforeTicketId: Type.Optional(Uuid), ...reason }),
  'open-service-point': command('open-service-point', { ...atPoint, ...maybeReason }),
  /** `until`: when it goes on, as planned. Sent again, it says so anew. */
  'pause-service-point': command('pause-service-point', {
    ...atPoint,
    kind: Type.Optional(oneOf(pauseKinds)),
    until: Type.Optional(EpochMsNumber),
    ...maybeReason,
  }),
  'close-service-point': command('close-service-point', { ...atPoint, ...maybeReason }),
  'call-next': command('call-next', {
    ...atPoint,
    finishCurrent: Type.Optional(FinishCurrent),
    ...withParty,
    ...maybeReason,
  }),
  'call-ticket': command('call-ticket', {
    ...atPoint,
    ...onTicket,
    ...reason,
    finishCurrent: Type.Optional(FinishCurrent),
    ...withParty,
  }),
  recall: command('recall', { ...atPoint, ...maybeReason }),
  /** After a gap: the patient is at that point still. */
  'confirm-still-here': command('confirm-still-here', { ...atPoint, ...onTicket, ...maybeReason }),
  'confirm-arrival': command('confirm-arrival', { ...atPoint, ...onTicket, ...maybeReason }),
  'finish-service': command('finish-service', { ...atPoint, ...onTicket, ...maybeReason }),
  'mark-not-answered': command('mark-not-answered', { ...onTicket, ...maybeReason }),
  hold: command('hold', { ...onTicket, until: Type.Optional(EpochMsNumber), ...maybeReason }),
  resume: command('resume', { ...onTicket, ...maybeReason }),
  /** Waits outside and keeps the place; `whenAhead`: called back inside when so many are ahead. */
  'step-out': command('step-out', {
    ...onTicket,
    whenAhead: Type.Unsafe<StepOutThreshold>({ type: 'integer', enum: [...stepOutThresholds] }),
    ...maybeReason,
  }),
  'back-inside': command('back-inside', { ...onTicket, ...maybeReason }),
  /** At a kiosk, by whoever holds the ticket: they are here again. */
  'come-back': command('come-back', { publicId: PublicIdText }),
  /** System only: so few are ahead of somebody outside that they come back now. */
  'call-back': command('call-back', { ...onTicket }),
  /** Somebody goes to fetch who was called, and does not rely on a screen or a phone. */
  'acknowledge-walk': command('acknowledge-walk', { ...onTicket, ...maybeReason }),
  transfer: command('transfer', {
    ...onTicket,
    toServiceId: Type.Optional(Uuid),
    toServicePointId: Type.Optional(Uuid),
    placement: oneOf(placements),
    ...maybeReason,
  }),
  /** To the service and room that it was transferred from; absent: to the front. */
  'return-to-sender': command('return-to-sender', {
    ...onTicket,
    placement: Type.Optional(oneOf(placements)),
    ...maybeReason,
  }),
  /** From a template of the clinic. Where the ticket stands now is its first step. */
  'start-journey': command('start-journey', { ...onTicket, journeyId: Uuid, ...maybeReason }),
  /** One more service in this visit; without `after` it waits for no other step. */
  'add-journey-step': command('add-journey-step', {
    ...onTicket,
    serviceId: Uuid,
    after: Type.Optional(Type.Array(StepId, { maxItems: mostJourneySteps, uniqueItems: true })),
    whenReady: Type.Optional(Type.Literal(true)),
    ...maybeReason,
  }),
  /** With a reason, unless the step is optional. */
  'skip-journey-step': command('skip-journey-step', { ...onTicket, stepId: StepId, ...maybeReason }),
  'move-journey-step': command('move-journey-step', { ...onTicket, stepId: StepId, beforeStepId: StepId, ...reason }),
  /** What the patient comes for is there: from now on they are called. It says nothing of what is paid. */
  'mark-ready': command('mark-ready', { ...onTicket, stepId: StepId, ...maybeReason }),
  /** System only: nobody will call this ticket by themselves, or nobody will any longer be told so. */
  'look-after-stranded': command('look-after-stranded', { ...onTicket }),
  'cancel-ticket': command('cancel-ticket', { ...onTicket, ...reason }),
  'mark-left': command('mark-left', { ...onTicket, ...reason }),
  /** A visit that was kept on paper, from its arrival to its outcome; without an outcome it still waits. */
  'enter-paper-visit': strictObject({
    commandId: UuidV7,
    type: Type.Literal('enter-paper-visit'),
    /** As printed: the letter of paper, and digits. */
    number: Type.String({ pattern: '^[A-Z]\\d{1,4}$' }),
    serviceId: Uuid,
    patientId: Type.Optional(Uuid),
    arrivedAt: EpochMsNumber,
    calledAt: Type.Optional(EpochMsNumber),
    servicePointId: Type.Optional(Uuid),
    startedAt: Type.Optional(EpochMsNumber),
    /** When the service ended, or the patient was gone. */
    finishedAt: Type.Optional(EpochMsNumber),
    outcome: Type.Optional(oneOf(paperOutcomes)),
    ...reason,
  }),
  'print-paper-numbers': command('print-paper-numbers', {
    count: Type.Integer({ minimum: 1, maximum: mostPaperNumbers }),
    ...maybePaper,
    ...maybeReason,
  }),
  'serve-without-ticket': command('serve-without-ticket', { ...atPoint, serviceId: Uuid, ...maybeReason }),
  undo: command('undo', {
    ...onTicket,
    epoch: Type.Integer({ minimum: 1 }),
    seq: Type.Integer({ minimum: 1 }),
    ...maybeReason,
  }),
  'request-help': command('request-help', {
    kind: oneOf(helpKinds),
    ticketId: Type.Optional(Uuid),
    ...maybeReason,
  }),
  'acknowledge-help': command('acknowledge-help', { helpId: Uuid, ...maybeReason }),
  /** `staffId`: who is in the room, or who is awaited there. */
  'set-room-state': command('set-room-state', {
    ...atPoint,
    roomState: oneOf(roomStates),
    staffId: Type.Optional(Uuid),
    ...maybeReason,
  }),
  /** How late about somebody, or a room, works; exactly one of the two is named. 0 ends it. */
  'announce-delay': command('announce-delay', {
    staffId: Type.Optional(Uuid),
    servicePointId: Type.Optional(Uuid),
    minutes: Type.Integer({ minimum: 0, maximum: 480 }),
    ...maybeReason,
  }),
  'hand-over': command('hand-over', { ...atPoint, toStaffId: Uuid, ...maybeReason }),
  /** Somebody leaves, until that time or for the day, or a room is shut: where everybody affected goes, all or none. */
  'apply-reassignment': command('apply-reassignment', {
    ...whoseWork,
    /** When it begins; absent: now. Who is expected before it is seen as planned. */
    from: Type.Optional(EpochMsNumber),
    until: Type.Optional(EpochMsNumber),
    steps: ReassignedPeople,
    ...maybeReason,
  }),
  /** Who works here goes to the other room, and who works there comes here. */
  'swap-rooms': command('swap-rooms', {
    ...atPoint,
    withServicePointId: Uuid,
    /** Of those sent to one of the rooms: whoever is booked with who moves, or everyone. */
    follow: oneOf(['booked', 'everyone']),
    ...maybeReason,
  }),
  /** What still can be taken back of either. */
  'undo-reassignment': command('undo-reassignment', { reassignmentId: Uuid, ...maybeReason }),
  /** Whoever works there goes, and nobody is known to follow. */
  'leave-service-point': command('leave-service-point', { ...atPoint, ...maybeReason }),
  /** The sender has seen what is open there, and answers for it from now on. */
  'take-over': command('take-over', { ...atPoint, ...maybeReason }),
  /** Somebody works here for a few days: the days until `untilBusinessDay` are at most a week. */
  'admit-temporary-staff': command('admit-temporary-staff', {
    name: ShortText,
    roles: Type.Array(oneOf(temporaryRoles), { minItems: 1, uniqueItems: true }),
    untilBusinessDay: LocalDateText,
    ...newPin,
    ...maybeReason,
  }),
  'end-temporary-staff': command('end-temporary-staff', { staffId: Uuid, ...maybeReason }),
  'reset-pin': command('reset-pin', { staffId: Uuid, ...newPin, ...maybeReason }),
  /** Another badge of the same person stops opening anything. */
  'enrol-badge': command('enrol-badge', { staffId: Uuid, ...newBadge, ...maybeReason }),
  /** It was lost, or given back. */
  'remove-badge': command('remove-badge', { staffId: Uuid, ...maybeReason }),
  'close-day': command('close-day', {
    outcomes: Type.Optional(
      Type.Array(strictObject({ ...onTicket, outcome: oneOf(['completed', 'left', 'cancelled', 'undecided']) }), {
        maxItems: 2000,
      }),
    ),
    ...maybeReason,
  }),
  /** Admission goes on, on the day that was closed. */
  'reopen-day': command('reopen-day', { ...maybeReason }),
  /** Everybody leaves the building: every screen says so, and the queue stands still. */
  evacuate: command('evacuate', { ...maybeReason }),
  'all-clear': command('all-clear', { ...maybeReason }),
  /** Found at the meeting point, or missed there. */
  'account-for': command('account-for', { ...onTicket, present: Type.Boolean(), ...maybeReason }),
  'print-muster-list': command('print-muster-list', { ...maybeReason }),
  'open-till': command('open-till', { floatMinor: AmountMinor, ...maybeReason }),
  'close-till': command('close-till', { countedMinor: AmountMinor, ...maybeReason }),
  /** What is in the till now, or its closing once more; it stays as it is. */
  'print-till-report': command('print-till-report', { tillId: Type.Optional(Uuid), ...maybeReason }),
  'record-charge': command('record-charge', { ...onTicket, serviceId: Uuid, ...maybeReason }),
  'take-payment': command('take-payment', {
    chargeIds: Type.Array(Uuid, { minItems: 1, maxItems: 50, uniqueItems: true }),
    means: oneOf(paymentMeans),
    amountMinor: AmountMinor,
    tenderedMinor: Type.Optional(AmountMinor),
    ...maybeReason,
  }),
  /** System only: what became of a printed ticket or receipt. */
  'record-print': command('record-print', {
    jobId: Uuid,
    ticketId: Type.Optional(Uuid),
    paymentId: Type.Optional(Uuid),
    outcome: Type.String({ minLength: 1, maxLength: 40 }),
  }),
  /** System only: what was estimated of tickets when they were given. */
  'record-waits': command('record-waits', { estimates: Type.Array(EstimatedWait, { minItems: 1, maxItems: 500 }) }),
  /** System only: how the estimates of a business day that is over came out. */
  'grade-waits': command('grade-waits', { businessDay: LocalDateText }),
  /** Staff or system: tells the clock is right again after it jumped. */
  'confirm-clock': command('confirm-clock', { ...maybeReason }),
  /** The same number on paper once more; a kiosk names the session that the ticket belongs to. */
  'reprint-ticket': command('reprint-ticket', {
    ...onTicket,
    identificationId: Type.Optional(Uuid),
    ...maybeReason,
  }),
  /** Said at the kiosk, which names the session that the ticket belongs to, or to staff. Never a condition for a number. */
  'record-consent': command('record-consent', {
    ...onTicket,
    identificationId: Type.Optional(Uuid),
    ...consentFields,
    ...maybeReason,
  }),
  'answer-questionnaire': command('answer-questionnaire', {
    ...onTicket,
    identificationId: Type.Optional(Uuid),
    ...answerFields,
    ...maybeReason,
  }),
  /** The patient may wait where everybody waits after all. */
  'clear-screening': command('clear-screening', { ...onTicket, ...reason }),
  /** Services, rooms, forms and whatever else is in the document; `version` is the set-up that they were made on. */
  'change-clinic': command('change-clinic', {
    version: Type.Integer({ minimum: 0 }),
    changes: ClinicChanges,
    ...maybeReason,
  }),
  /** What one display shows, and how it sounds: in place of what was set before. */
  'set-display-layout': command('set-display-layout', { deviceId: Uuid, layout: DisplayLayout, ...maybeReason }),
  /** A screen or a printer, by its own id, does it now; one that is away does not. */
  'order-device': command('order-device', { deviceId: ShortText, order: oneOf(deviceOrders), ...maybeReason }),
  /** From now on; null: as the machine was started. */
  'change-setting': command('change-setting', {
    name: oneOf(liveSettingNames),
    value: Type.Union([Type.String({ maxLength: 120 }), Type.Null()]),
    ...maybeReason,
  }),
  /** What a button, a sign or a gateway does, and the settings that it should have: in place of what was set before. */
  'set-up-thing': command('set-up-thing', { deviceId: Uuid, setUp: ThingSetUp, ...maybeReason }),
  /** From now on, in place of those before; null: none, the class and then the longest wait. */
  'set-calling-rules': command('set-calling-rules', { rules: MaybeCallingRules, ...maybeReason }),
  /** Displays tell it to everybody until that time; the same id again says it anew. */
  'show-message': command('show-message', { ...message, ...maybeReason }),
  'withdraw-message': command('withdraw-message', { messageId: UuidV7, ...maybeReason }),
  /** A person has dealt with it: it leaves the screens. */
  'resolve-work-item': command('resolve-work-item', { workItemId: Uuid, ...maybeReason }),
} as const satisfies Record<string, TObject>;

export type CommandType = keyof typeof commandSchemas;
export type CommandOf<T extends CommandType> = Static<(typeof commandSchemas)[T]>;
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];
