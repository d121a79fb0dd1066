// Every change of state is one of these. The table of API.md as schemas: the HTTP door and the socket door validate
// with the same ones, and a screen imports the types alone.

import Type, { type Static, type TObject, type TProperties } from 'typebox';
import { PatientDetails } from './patient.ts';
import { AmountMinor, EpochMsNumber, FreeText, LanguageTag, Uuid, UuidV7, oneOf, strictObject } from './schema.ts';
import { helpKinds, needs, paymentMeans, placements, priorityClasses } from './ticket-state.ts';

const Needs = Type.Array(oneOf(needs), { maxItems: needs.length, uniqueItems: true });
const CheckInCodeText = Type.String({ minLength: 1, maxLength: 400 });
const FinishCurrent = Type.Union([Type.Literal(true), oneOf(['completed', 'not-answered'])]);
const onTicket = { ticketId: Uuid };
const atPoint = { servicePointId: Uuid };
const reason = { reason: FreeText };
const maybeReason = { reason: Type.Optional(FreeText) };

/** What staff may add for what was written on paper first: not in the future, at most seven days back, with a reason. */
export const onPaper = { occurredAt: Type.Optional(EpochMsNumber) };

function command<const T extends string, P extends TProperties>(type: T, properties: P) {
  return strictObject({ commandId: UuidV7, type: Type.Literal(type), ...onPaper, ...properties });
}

export const commandSchemas = {
  'register-patient': command('register-patient', { patient: PatientDetails }),
  'update-patient': command('update-patient', {
    patientId: Type.Optional(Uuid),
    identificationId: Type.Optional(Uuid),
    patient: PatientDetails,
  }),
  'erase-patient': command('erase-patient', { patientId: Uuid, ...reason }),
  'check-in': command('check-in', {
    identificationId: Type.Optional(Uuid),
    appointmentId: Type.Optional(Uuid),
    patientId: Type.Optional(Uuid),
    qr: Type.Optional(CheckInCodeText),
    language: Type.Optional(LanguageTag),
    needs: Type.Optional(Needs),
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
    ...maybeReason,
  }),
  'identify-ticket': command('identify-ticket', { ...onTicket, patientId: Uuid }),
  'set-priority': command('set-priority', { ...onTicket, priorityClass: oneOf(priorityClasses), ...reason }),
  'open-service-point': command('open-service-point', { ...atPoint, ...maybeReason }),
  'pause-service-point': command('pause-service-point', { ...atPoint, ...maybeReason }),
  'close-service-point': command('close-service-point', { ...atPoint, ...maybeReason }),
  'call-next': command('call-next', { ...atPoint, finishCurrent: Type.Optional(FinishCurrent), ...maybeReason }),
  'call-ticket': command('call-ticket', {
    ...atPoint,
    ...onTicket,
    ...reason,
    finishCurrent: Type.Optional(FinishCurrent),
  }),
  recall: command('recall', { ...atPoint, ...maybeReason }),
  'confirm-arrival': command('confirm-arrival', { ...atPoint, ...onTicket, ...maybeReason }),
  'finish-service': command('finish-service', { ...atPoint, ...onTicket, ...maybeReason }),
  'mark-not-answered': command('mark-not-answered', { ...onTicket, ...maybeReason }),
  hold: command('hold', { ...onTicket, until: Type.Optional(EpochMsNumber), ...maybeReason }),
  resume: command('resume', { ...onTicket, ...maybeReason }),
  transfer: command('transfer', {
    ...onTicket,
    toServiceId: Type.Optional(Uuid),
    toServicePointId: Type.Optional(Uuid),
    placement: oneOf(placements),
    ...maybeReason,
  }),
  'cancel-ticket': command('cancel-ticket', { ...onTicket, ...reason }),
  'mark-left': command('mark-left', { ...onTicket, ...reason }),
  'serve-without-ticket': command('serve-without-ticket', { ...atPoint, serviceId: Uuid, ...maybeReason }),
  undo: command('undo', {
    ...onTicket,
    epoch: Type.Integer({ minimum: 1 }),
    seq: Type.Integer({ minimum: 1 }),
    ...maybeReason,
  }),
  'request-help': command('request-help', { kind: oneOf(helpKinds), ticketId: Type.Optional(Uuid) }),
  'acknowledge-help': command('acknowledge-help', { helpId: Uuid }),
  'hand-over': command('hand-over', { ...atPoint, toStaffId: Uuid, ...maybeReason }),
  'close-day': command('close-day', {
    outcomes: Type.Optional(
      Type.Array(strictObject({ ...onTicket, outcome: oneOf(['completed', 'left', 'cancelled']) }), { maxItems: 2000 }),
    ),
    ...maybeReason,
  }),
  'open-till': command('open-till', { floatMinor: AmountMinor, ...maybeReason }),
  'close-till': command('close-till', { countedMinor: AmountMinor, ...maybeReason }),
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
  /** System only: applies configuration or a link that the feed brought, so that the log can be recomputed. */
  'apply-feed': command('apply-feed', {
    items: Type.Array(Type.Object({ number: Type.Integer(), kind: Type.String(), body: Type.Unknown() }), {
      minItems: 1,
      maxItems: 500,
    }),
  }),
  /** Staff or system: tells the clock is right again after it jumped. */
  'confirm-clock': command('confirm-clock', { ...maybeReason }),
} as const satisfies Record<string, TObject>;

export type CommandType = keyof typeof commandSchemas;
export type CommandOf<T extends CommandType> = Static<(typeof commandSchemas)[T]>;
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];
