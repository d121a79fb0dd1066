// A random day at the clinic of the tests: steps that name what exists by its index, so that they shrink well.

import { callingPresets, presetRules } from '@foyer/contracts/calling-presets.ts';
import type { CommandOf, CommandType } from '@foyer/contracts/commands.ts';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { aQuestionnaire, coughing, healthy } from '@foyer/domain/forms/testing.ts';
import fc from 'fast-check';
import {
  aConfiguration,
  anId,
  clinicId,
  consultation,
  EngineUnderTest,
  kiosk,
  laboratory,
  room1,
  room2,
  startOfTests,
  supervisor,
  system,
} from './a-writer.ts';

const questionnaire = aQuestionnaire({ serviceIds: [consultation, laboratory] });
const index = fc.nat({ max: 7 });
const preset = fc.constantFrom(...callingPresets);
const service = fc.constantFrom(consultation, laboratory);
const point = fc.constantFrom(room1, room2);
const reason = fc.option(fc.constantFrom('asked for it', 'said at the desk'), { nil: undefined });
const details: fc.Arbitrary<PatientDetails> = fc.record(
  {
    name: fc.record({ family: fc.constantFrom('Curie', 'Noether', 'Germain') }),
    birthDate: fc.constantFrom('1967-11-07', '1982-03-23'),
    phone: fc.constantFrom('600100200', '600300400'),
    identifiers: fc.constant([{ kind: 'passport' as const, value: 'P1' }]),
  },
  { requiredKeys: [] },
);

export const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('issue' as const),
      service,
      patient: fc.option(index),
      reason,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('paper' as const),
      number: index,
      service,
      point,
      patient: fc.option(index),
      outcome: fc.constantFrom(undefined, 'completed' as const, 'left' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('register' as const), details }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('update' as const), patient: index, details }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('erase' as const), patient: index }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('feed-patient' as const), details }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('link' as const), patient: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('feed-erase' as const), patient: index }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('book' as const), patient: index, service }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('add' as const), patient: fc.option(index), details, service, reason }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('call-off' as const), appointment: index, reason }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('check-in' as const), appointment: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('identify' as const), ticket: index, patient: index }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('call' as const),
      point,
      finish: fc.constantFrom(undefined, 'completed' as const, 'not-answered' as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      type: fc.constantFrom(
        'confirm-arrival',
        'finish-service',
        'mark-not-answered',
        'hold',
        'resume',
        'step-out',
        'back-inside',
        'acknowledge-walk',
        'cancel-ticket',
        'mark-left',
        'undo-check-in',
        'set-priority',
        'transfer',
        'return-to-sender',
        'add-journey-step',
        'recall',
        'undo',
        'pause-service-point',
        'open-service-point',
        'leave-service-point',
        'take-over',
        'request-help',
      ),
      ticket: index,
      point,
      service,
      reason,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      ticket: index,
      answers: fc.constantFrom(coughing, healthy, undefined),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('charge' as const), ticket: index }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('estimate' as const, 'grade' as const), ticket: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rules' as const), preset: fc.option(preset) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pay' as const), charge: index }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.constantFrom(1, 20) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('jump' as const), hours: fc.constantFrom(-30, 2, 30) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'confirm-clock' as const,
        'close-day' as const,
        'reopen-day' as const,
        'reopen' as const,
        'begin-epoch' as const,
      ),
    }),
  },
);
export type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

const ofPoint = [
  'recall',
  'pause-service-point',
  'open-service-point',
  'leave-service-point',
  'take-over',
] as const satisfies readonly CommandType[];
function isOfPoint(type: CommandType): type is (typeof ofPoint)[number] {
  return (ofPoint as readonly CommandType[]).includes(type);
}

/** Plays steps; what does not apply is refused, and that is fine. */
export class RandomDay {
  readonly engine: EngineUnderTest;
  readonly patients: string[] = [];
  readonly tickets: string[] = [];
  readonly appointments: string[] = [];
  readonly charges: string[] = [];
  #feed = 0;

  constructor(engine = new EngineUnderTest().initialise()) {
    this.engine = engine;
  }

  play(step: Step): void {
    const patient = 'patient' in step && step.patient !== null ? this.patients[step.patient] : undefined;
    const ticketId = 'ticket' in step ? this.tickets[step.ticket] : undefined;
    switch (step.do) {
      case 'issue':
        this.#ticket('issue-ticket', {
          serviceId: step.service,
          ...(patient && { patientId: patient }),
          ...(step.reason && { reason: step.reason }),
        });
        return;
      case 'paper': {
        const at = this.engine.clock.wall() - 60 * 60_000;
        const seen = step.outcome === 'completed' ? { servicePointId: step.point, calledAt: at, finishedAt: at } : {};
        this.#ticket('enter-paper-visit', {
          number: `W${step.number + 1}`,
          serviceId: step.service,
          arrivedAt: at,
          reason: 'power cut',
          ...seen,
          ...(patient && { patientId: patient }),
          ...(step.outcome && { outcome: step.outcome }),
        });
        return;
      }
      case 'register': {
        const result = this.engine.result('register-patient', { patient: step.details }, kiosk);
        this.patients.push(result['patientId'] as string);
        return;
      }
      case 'update':
        if (patient) this.engine.send('update-patient', { patientId: patient, patient: step.details });
        return;
      case 'erase':
        if (patient)
          this.engine.send('erase-patient', {
            patientId: patient,
            reason: 'asked to be forgotten',
          });
        return;
      case 'feed-patient': {
        const id = anId();
        this.patients.push(id);
        this.#feedItem({ kind: 'patient', id, body: { id, details: step.details } });
        return;
      }
      case 'link': {
        const centralPatientId = this.patients.at(-1);
        if (!patient || !centralPatientId || patient === centralPatientId) return;
        this.#feedItem({
          kind: 'patient-linked',
          id: patient,
          body: { patientId: patient, centralPatientId },
        });
        return;
      }
      case 'feed-erase':
        if (patient) this.#feedItem({ kind: 'subject-erased', id: patient, body: { subjectId: patient } });
        return;
      case 'book': {
        if (!patient) return;
        const id = anId();
        this.appointments.push(id);
        const body = {
          id,
          patientId: patient,
          serviceId: step.service,
          at: startOfTests + 3_600_000,
          minutes: 20,
          status: 'booked' as const,
        };
        this.#feedItem({ kind: 'appointment', id, body });
        return;
      }
      case 'add': {
        const who = patient === undefined ? { patient: step.details } : { patientId: patient };
        const answer = this.engine.send('add-appointment', {
          ...who,
          serviceId: step.service,
          at: this.engine.clock.wall() + 3_600_000,
          ...(step.reason && { reason: step.reason }),
        });
        if (!answer.ok || !('result' in answer)) return;
        this.appointments.push(answer.result['appointmentId'] as string);
        if (patient === undefined) this.patients.push(answer.result['patientId'] as string);
        return;
      }
      case 'call-off': {
        const appointmentId = this.appointments[step.appointment];
        if (appointmentId)
          this.engine.send('cancel-appointment', { appointmentId, ...(step.reason && { reason: step.reason }) });
        return;
      }
      case 'check-in': {
        const appointmentId = this.appointments[step.appointment];
        if (appointmentId) this.#ticket('check-in', { appointmentId });
        return;
      }
      case 'identify':
        if (ticketId && patient) this.engine.send('identify-ticket', { ticketId, patientId: patient });
        return;
      case 'call':
        this.engine.send('call-next', {
          servicePointId: step.point,
          ...(step.finish && { finishCurrent: step.finish }),
        });
        return;
      case 'step':
        this.#step(step, ticketId);
        return;
      case 'answer': {
        if (!ticketId) return;
        this.#feedItem({
          kind: 'configuration',
          id: clinicId,
          body: aConfiguration({ questionnaires: [questionnaire], stranded: { afterMinutes: 1, role: 'reception' } }),
        });
        const of = { questionnaireId: questionnaire.id, version: 1 };
        if (step.answers) this.engine.send('answer-questionnaire', { ticketId, ...of, answers: step.answers });
        else this.engine.send('clear-screening', { ticketId, reason: 'seen' });
        return;
      }
      case 'rules':
        this.engine.send('set-calling-rules', { rules: step.preset === null ? null : presetRules[step.preset] });
        return;
      case 'charge': {
        if (!ticketId) return;
        this.engine.send('open-till', { floatMinor: 10_000 });
        const answer = this.engine.send('record-charge', { ticketId, serviceId: consultation });
        if (answer.ok && 'result' in answer) this.charges.push(answer.result['chargeId'] as string);
        return;
      }
      case 'pay': {
        const chargeId = this.charges[step.charge];
        if (chargeId)
          this.engine.send('take-payment', {
            chargeIds: [chargeId],
            means: 'cash',
            amountMinor: 5_000,
          });
        return;
      }
      case 'estimate': {
        const said = { fromMs: 60_000, untilMs: 3_600_000, medianMs: 600_000, basis: 'configured' } as const;
        const estimate = { ticketId: ticketId ?? '', serviceId: consultation, estimatedAt: this.engine.clock.wall() };
        if (ticketId) this.engine.send('record-waits', { estimates: [{ ...estimate, ...said }] }, system);
        return;
      }
      case 'grade':
        for (const businessDay of this.engine.reading((read) => read.ungradedWaitDays('9999-12-31'))) {
          this.engine.send('grade-waits', { businessDay }, system);
        }
        return;
      case 'pass':
        this.engine.clock.pass(step.hours * 3_600_000);
        return;
      case 'jump':
        this.engine.clock.jump(step.hours * 3_600_000);
        return;
      case 'reopen':
        this.engine.reopen();
        return;
      case 'begin-epoch':
        this.engine.perform({ kind: 'begin-epoch' });
        return;
      default:
        this.engine.send(step.do, {});
    }
  }

  #step(step: Extract<Step, { do: 'step' }>, ticketId: string | undefined): void {
    const { type, point: servicePointId, service: toServiceId } = step;
    const because = step.reason === undefined ? {} : { reason: step.reason };
    if (isOfPoint(type)) {
      const plan = type === 'pause-service-point' ? { kind: 'lunch' as const } : {};
      this.engine.send(type, { servicePointId, ...plan, ...because });
      return;
    }
    if (ticketId === undefined) return;
    const last = this.engine.recordOf(ticketId)?.last;
    const fields: { [T in typeof type]?: object } = {
      'confirm-arrival': { servicePointId },
      'finish-service': { servicePointId },
      'cancel-ticket': { reason: 'went home' },
      'mark-left': { reason: 'not here' },
      'set-priority': { priorityClass: 'priority', reason: 'in pain' },
      'step-out': { whenAhead: 2 },
      transfer: { toServiceId, placement: 'by-time' },
      'add-journey-step': { serviceId: toServiceId },
      undo: { epoch: last?.epoch ?? 1, seq: last?.seq ?? 1 },
      'request-help': { kind: 'assistance' },
    };
    const withReason = type === 'request-help' ? {} : because;
    this.engine.send(type, { ticketId, ...withReason, ...fields[type] } as never);
    this.engine.send('look-after-stranded', { ticketId }, system);
  }

  #ticket<T extends Extract<CommandType, 'issue-ticket' | 'check-in' | 'enter-paper-visit'>>(
    type: T,
    fields: Omit<CommandOf<T>, 'type' | 'commandId'>,
  ): void {
    const answer = this.engine.send(type, fields as never, supervisor);
    if (!answer.ok || !('result' in answer)) return;
    const { id } = answer.result['ticket'] as { id: string };
    if (!this.tickets.includes(id)) this.tickets.push(id);
  }

  #feedItem(item: Omit<FeedItem, 'number'>): void {
    this.#feed += 1;
    const items = [{ ...item, number: this.#feed } as FeedItem];
    const serverTime = this.engine.clock.wall() + 60 * 60_000;
    this.engine.perform({
      kind: 'feed',
      page: { version: 1, serverTime, items, next: this.#feed },
    });
  }
}
