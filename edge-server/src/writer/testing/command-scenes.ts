// A scene for every command that staff may send: a clinic of the tests is brought to where the command is accepted.

import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { CommandOf, CommandType } from '@foyer/contracts/commands.ts';
import type { DetailConflict } from '@foyer/contracts/detail-conflict.ts';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { dayMs, hourMs } from '@foyer/contracts/time.ts';
import { aConsent, aQuestionnaire, coughing } from '@foyer/domain/forms/testing.ts';
import {
  aConfiguration,
  aDisplay,
  aThing,
  anId,
  clinicId,
  consultation,
  type EngineUnderTest,
  laboratory,
  nurseId,
  room1,
  room2,
  supervisor,
} from './a-writer.ts';

const questionnaire = aQuestionnaire({ serviceIds: [consultation] });
const consent = aConsent({ serviceIds: [consultation] });
const forms = { questionnaires: [questionnaire], consents: [consent] };
const [questionnaireId, consentId] = [questionnaire.id, consent.id];

/** A visit on paper has a time for each of its facts, and a PIN or a badge comes beside its command. */
export type StaffCommand = Exclude<CommandType, OfSystem | 'come-back' | 'enter-paper-visit' | SetsPin>;
type OfSystem = 'look-after-stranded' | 'record-print' | 'call-back' | 'record-waits' | 'grade-waits';
type SetsPin = 'admit-temporary-staff' | 'reset-pin' | 'enrol-badge' | 'remove-badge';
/** Brings the clinic to where the command is accepted, and answers its fields. */
export type Scene<T extends StaffCommand> = (
  clinic: EngineUnderTest,
) => Omit<CommandOf<T>, 'type' | 'commandId' | 'occurredAt' | 'reason'>;

const called = (clinic: EngineUnderTest) => {
  const { id: ticketId } = clinic.issue();
  clinic.result('call-next', { servicePointId: room1 });
  return { ticketId, servicePointId: room1 };
};
const registered = (clinic: EngineUnderTest) =>
  clinic.result('register-patient', { patient: { phone: '600' } })['patientId'] as string;
export const waiting = (clinic: EngineUnderTest) => ({ ticketId: clinic.issue().id });
const waitingBehindThree = (clinic: EngineUnderTest) => {
  for (let before = 0; before < 3; before += 1) clinic.issue();
  return { ...waiting(clinic), whenAhead: 2 as const };
};
const charged = (clinic: EngineUnderTest) => {
  clinic.result('open-till', { floatMinor: 0 });
  const { chargeId } = clinic.result('record-charge', { ...waiting(clinic), serviceId: consultation });
  return { chargeIds: [chargeId as string], means: 'cash' as const, amountMinor: 5_000 };
};
const inAnHour = ({ clock }: EngineUnderTest) => ({ serviceId: consultation, at: clock.wall() + hourMs });
function fromTheCentre(clinic: EngineUnderTest, ...items: readonly Omit<FeedItem, 'number'>[]): void {
  const numbered = items.map((item, index) => ({ ...item, number: index + 1 }) as FeedItem);
  const page = { version: 1 as const, serverTime: clinic.clock.wall(), items: numbered, next: numbered.length };
  clinic.perform({ kind: 'feed', page });
}
function known(clinic: EngineUnderTest): string {
  const id = anId();
  fromTheCentre(clinic, { kind: 'patient', id, body: { id, details: { phone: '600' } } });
  return id;
}
/** What the centre and this clinic wrote of somebody's birth date. */
export function aConflict(clinic: EngineUnderTest): DetailConflict {
  const patientId = anId();
  const versions = [
    { details: { birthDate: '1956-03-07' }, side: 'centre' as const, by: null, at: null },
    { details: { birthDate: '1956-07-03' }, side: 'clinic' as const, by: 'device:kiosk', at: clinic.clock.wall() },
  ];
  const raisedAt = clinic.clock.wall();
  const conflict: DetailConflict = {
    id: anId(),
    patientId,
    field: 'birthDate',
    raisedAt,
    versions,
    standing: 0,
    chosen: null,
  };
  const patient = { id: patientId, details: { birthDate: '1956-03-07' } };
  fromTheCentre(
    clinic,
    { kind: 'patient', id: patientId, body: patient },
    { kind: 'detail-conflict', id: conflict.id, body: conflict },
  );
  return conflict;
}
export function booked(clinic: EngineUnderTest): { readonly appointmentId: string } {
  const [id, patientId] = [anId(), anId()];
  const body = { id, patientId, ...inAnHour(clinic), minutes: 20, status: 'booked' as const };
  fromTheCentre(
    clinic,
    { kind: 'patient', id: patientId, body: { id: patientId, details: {} } },
    { kind: 'appointment', id, body },
  );
  return { appointmentId: id };
}
const aMessage = ({ clock }: EngineUnderTest) => ({
  messageId: anId(clock.wall()),
  text: { en: 'The lift is out of order.' },
  until: clock.wall() + hourMs,
});
const withForms = (clinic: EngineUnderTest) =>
  fromTheCentre(clinic, { kind: 'configuration', id: clinicId, body: aConfiguration(forms) });
const journeyId = anId();
const journeys = [
  {
    id: journeyId,
    name: { en: 'All of it' },
    steps: [
      { id: 'first', serviceId: consultation, after: [] },
      { id: 'middle', serviceId: laboratory, after: ['first'] },
      { id: 'last', serviceId: laboratory, after: ['first'], whenReady: true as const },
    ],
  },
];
const withJourney = (clinic: EngineUnderTest) =>
  fromTheCentre(clinic, { kind: 'configuration', id: clinicId, body: aConfiguration({ journeys }) });
const onJourney = (clinic: EngineUnderTest) => {
  withJourney(clinic);
  const ticket = waiting(clinic);
  clinic.result('start-journey', { ...ticket, journeyId });
  return ticket;
};
const answering = (clinic: EngineUnderTest) => {
  withForms(clinic);
  return { ...waiting(clinic), questionnaireId, version: 1, answers: coughing };
};
const evacuated = (clinic: EngineUnderTest) => {
  clinic.result('evacuate', {});
  return {};
};

export const scenes: { readonly [T in StaffCommand]: Scene<T> } = {
  'register-patient': () => ({ patient: { phone: '600' } }),
  'choose-detail': (clinic) => ({ conflictId: aConflict(clinic).id, version: 1 }),
  'update-patient': (clinic) => ({ patientId: known(clinic), patient: { phone: '601' } }),
  'erase-patient': (clinic) => ({ patientId: registered(clinic) }),
  'add-appointment': (clinic) => ({ patient: { phone: '600' }, ...inAnHour(clinic) }),
  'import-appointments': (clinic) => ({ people: [{ patient: { phone: '600' }, appointments: [inAnHour(clinic)] }] }),
  'cancel-appointment': (clinic) => {
    const added = clinic.result('add-appointment', { patientId: registered(clinic), ...inAnHour(clinic) });
    return { appointmentId: added['appointmentId'] as string };
  },
  'request-appointment': (clinic) => ({ patientId: known(clinic), ...inAnHour(clinic) }),
  'request-move': (clinic) => ({ ...booked(clinic), at: clinic.clock.wall() + 2 * hourMs }),
  'request-cancellation': booked,
  'withdraw-request': (clinic) => {
    const requestId = anId();
    clinic.result('request-cancellation', { ...booked(clinic), requestId });
    return { requestId };
  },
  'check-in': booked,
  'undo-check-in': waiting,
  'issue-ticket': () => ({ serviceId: consultation }),
  'identify-ticket': (clinic) => ({ ...waiting(clinic), patientId: registered(clinic) }),
  'set-priority': (clinic) => ({ ...waiting(clinic), priorityClass: 'priority' }),
  'move-in-queue': (clinic) => {
    const { ticketId: beforeTicketId } = waiting(clinic);
    return { ...waiting(clinic), beforeTicketId };
  },
  'open-service-point': () => ({ servicePointId: room1 }),
  'pause-service-point': () => ({ servicePointId: room1 }),
  'close-service-point': () => ({ servicePointId: room1 }),
  'call-next': (clinic) => {
    called(clinic);
    clinic.issue();
    return { servicePointId: room1, finishCurrent: 'not-answered' };
  },
  'call-ticket': (clinic) => ({ ...waiting(clinic), servicePointId: room2 }),
  recall: called,
  'confirm-still-here': (clinic) => {
    const ticket = called(clinic);
    clinic.clock.pass(hourMs);
    clinic.reopen();
    return ticket;
  },
  'confirm-arrival': called,
  'finish-service': called,
  'mark-not-answered': called,
  hold: called,
  resume: (clinic) => {
    const { ticketId } = waiting(clinic);
    clinic.result('hold', { ticketId });
    return { ticketId };
  },
  'step-out': waitingBehindThree,
  'back-inside': (clinic) => {
    const steppedOut = waitingBehindThree(clinic);
    clinic.result('step-out', steppedOut);
    return { ticketId: steppedOut.ticketId };
  },
  'acknowledge-walk': (clinic) => {
    const { id: ticketId } = clinic.issue({ needs: ['hearing'] });
    clinic.result('call-next', { servicePointId: room1 });
    return { ticketId };
  },
  transfer: (clinic) => ({ ...waiting(clinic), toServiceId: laboratory, placement: 'back' }),
  'return-to-sender': (clinic) => {
    const { ticketId } = waiting(clinic);
    clinic.result('transfer', { ticketId, toServiceId: laboratory, placement: 'back' });
    return { ticketId };
  },
  'start-journey': (clinic) => {
    withJourney(clinic);
    return { ...waiting(clinic), journeyId };
  },
  'add-journey-step': (clinic) => ({ ...waiting(clinic), serviceId: laboratory }),
  'skip-journey-step': (clinic) => ({ ...onJourney(clinic), stepId: 'last' }),
  'move-journey-step': (clinic) => ({ ...onJourney(clinic), stepId: 'last', beforeStepId: 'middle' }),
  'mark-ready': (clinic) => ({ ...onJourney(clinic), stepId: 'last' }),
  'cancel-ticket': waiting,
  'mark-left': waiting,
  'serve-without-ticket': () => ({ servicePointId: room1, serviceId: consultation }),
  'print-paper-numbers': () => ({ count: 40 }),
  undo: (clinic) => {
    const { ticketId } = called(clinic);
    const { epoch = 0, seq = 0 } = clinic.recordOf(ticketId)?.last ?? {};
    return { ticketId, epoch, seq };
  },
  'request-help': () => ({ kind: 'assistance' }),
  'acknowledge-help': (clinic) => ({
    helpId: clinic.result('request-help', { kind: 'assistance' })['helpId'] as string,
  }),
  'set-room-state': () => ({ servicePointId: room1, roomState: 'to-be-cleaned' }),
  'announce-delay': () => ({ servicePointId: room1, minutes: 40 }),
  'set-calling-rules': () => ({ rules: presetRules['by-arrival'] }),
  'show-message': aMessage,
  'withdraw-message': (clinic) => ({
    messageId: clinic.result('show-message', aMessage(clinic))['messageId'] as string,
  }),
  'hand-over': () => ({ servicePointId: room1, toStaffId: nurseId }),
  'apply-reassignment': () => ({ servicePointId: room1, steps: [] }),
  'swap-rooms': (clinic) => {
    clinic.result('open-service-point', { servicePointId: room1 });
    return { servicePointId: room1, withServicePointId: room2, follow: 'everyone' };
  },
  'undo-reassignment': (clinic) => {
    const applied = clinic.result('apply-reassignment', { servicePointId: room1, steps: [] });
    return { reassignmentId: applied['reassignmentId'] as string };
  },
  'leave-service-point': () => ({ servicePointId: room1 }),
  'take-over': (clinic) => {
    clinic.result('leave-service-point', { servicePointId: room1 });
    return { servicePointId: room1 };
  },
  'end-temporary-staff': (clinic) => {
    const until = clinic.reading((read) => read.lastBusinessDay()) ?? '';
    const fields = { name: 'Dr Lim', roles: ['nurse' as const], untilBusinessDay: until };
    const command = { commandId: anId(clinic.clock.wall()), type: 'admit-temporary-staff' as const, ...fields };
    const submission = { command, sender: supervisor, newPin: { hash: '$argon2id$', digits: 4 } };
    const [answer] = clinic.perform({ kind: 'submit', submission });
    return { staffId: (answer as unknown as { result: { staffId: string } }).result.staffId };
  },
  'close-day': (clinic) => {
    called(clinic);
    clinic.issue();
    return {};
  },
  'reopen-day': (clinic) => {
    clinic.result('close-day', {});
    return {};
  },
  evacuate: () => ({}),
  'all-clear': evacuated,
  'account-for': (clinic) => {
    const { ticketId } = waiting(clinic);
    evacuated(clinic);
    return { ticketId, present: true };
  },
  'print-muster-list': evacuated,
  'open-till': () => ({ floatMinor: 0 }),
  'close-till': (clinic) => {
    clinic.result('open-till', { floatMinor: 0 });
    return { countedMinor: 0 };
  },
  'print-till-report': (clinic) => {
    clinic.result('open-till', { floatMinor: 0 });
    return {};
  },
  'record-charge': (clinic) => ({ ...waiting(clinic), serviceId: consultation }),
  'take-payment': charged,
  'confirm-clock': (clinic) => {
    clinic.clock.jump(dayMs);
    clinic.perform({ kind: 'look-at-clock' });
    return {};
  },
  'reprint-ticket': waiting,
  'record-consent': (clinic) => {
    withForms(clinic);
    return { ...waiting(clinic), consentId, version: 1, given: true, signature: { by: 'tap' } };
  },
  'answer-questionnaire': answering,
  'clear-screening': (clinic) => {
    const { ticketId } = answering(clinic);
    clinic.result('answer-questionnaire', { ticketId, questionnaireId, version: 1, answers: coughing });
    return { ticketId };
  },
  'change-clinic': () => ({ version: 1, changes: { staffNamesInPublic: true } }),
  'set-display-layout': (clinic) => {
    const deviceId = aDisplay(clinic);
    return { deviceId, layout: usualLayout };
  },
  'set-up-thing': (clinic) => ({ deviceId: aThing(clinic, 'button'), setUp: { kind: 'button' as const, presses: {} } }),
  'order-device': (clinic) => ({ deviceId: aDisplay(clinic), order: 'identify' as const }),
  'change-setting': () => ({ name: 'FOYER_BATTERY_LOW' as const, value: '20' }),
  'resolve-work-item': (clinic) => {
    clinic.issue();
    clinic.result('close-day', {});
    return { workItemId: clinic.reading((read) => read.workItems())[0]?.id ?? '' };
  },
};
