// A clinic in the middle of its morning, as the kiosk's tests need it.

import type { CommandAnswer } from '@foyer/contracts/http-api.ts';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { AppointmentSummary, KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { ScriptedClinic } from './fake-edge.ts';

/** 22 November 2026, 10:22 in Madrid. */
export const NOW = Date.UTC(2026, 10, 22, 9, 22);

const service = (
  id: string,
  en: string,
  es: string,
  zh: string,
  ar: string,
  waiting: number,
): KioskView['services'][string] => ({
  id,
  name: { en, es, zh, ar },
  waitingArea: { en: 'Waiting area 2', es: 'Sala de espera 2', zh: '2号候诊区', ar: 'منطقة الانتظار 2' },
  directions: {
    en: 'past the lift, then left',
    es: 'pasado el ascensor, a la izquierda',
    zh: '过电梯后左转',
    ar: 'بعد المصعد ثم يسارًا',
  },
  walkIn: true,
  waiting,
});

export function aView(more: Partial<KioskView> = {}): KioskView {
  return {
    clinic: {
      code: 'HSC',
      name: 'Harbour Street Clinic',
      zone: 'Europe/Madrid',
      currency: 'EUR',
      languages: ['en', 'ar', 'zh', 'es'],
      businessDay: '2026-11-22',
      openUntil: '18:00',
    },
    services: {
      nurse: service('nurse', 'Nurse', 'Enfermería', '护士', 'التمريض', 6),
      blood: service('blood', 'Blood test', 'Análisis de sangre', '抽血', 'تحليل الدم', 2),
      doctor: service('doctor', 'Doctor', 'Médico', '医生', 'الطبيب', 9),
      vaccine: service('vaccine', 'Vaccination', 'Vacunas', '疫苗接种', 'التطعيم', 0),
      desk: { ...service('desk', 'Desk', 'Mostrador', '前台', 'الاستقبال', 1), walkIn: false },
    },
    help: {},
    prints: {},
    issued: {},
    printer: 'ready',
    voice: false,
    deskServiceId: 'desk',
    ticketUrl: 'http://192.0.2.7:8090',
    ...more,
  };
}

/** How long each service takes to come to somebody, by the clinic's plan: the most that is said of a wait. */
export function withWaits(view: KioskView): KioskView {
  const wait = { fromMinutes: 20, untilMinutes: 35, planned: true } as const;
  const services = Object.entries(view.services).map(([id, of]) => [id, { ...of, wait }] as const);
  return { ...view, services: Object.fromEntries(services) };
}

export function aTicket(more: Partial<Ticket> = {}): Ticket {
  return {
    id: 't1',
    publicId: 'AAAAAAAAAAAAAAAAAAAAAA',
    number: 'A047',
    serviceId: 'nurse',
    state: 'waiting',
    priorityClass: 'booked',
    needs: [],
    businessDay: '2026-11-22',
    issuedAt: NOW,
    callCount: 0,
    ...more,
  };
}

export const anAppointment: AppointmentSummary = {
  id: 'a1',
  serviceId: 'nurse',
  time: '10:40',
  at: NOW + 18 * 60_000,
  initials: 'M. O.',
  checkedIn: false,
};

export const accepted = (result: object): CommandAnswer & { status: number } => ({
  ok: true,
  epoch: 1,
  seq: 1,
  result: { ...result },
  status: 200,
});

/** Everything goes well: one patient is booked, tickets are A047, help is heard. */
export function aScriptedClinic(more: Partial<ScriptedClinic> = {}): ScriptedClinic {
  return {
    view: aView(),
    clockAheadMs: NOW - Date.now(),
    forms: { consents: [], questionnaires: [] },
    identify(by) {
      if ('birthDate' in by) {
        const times = ['09:40', '10:00', '10:20', '10:40', '11:00', '11:40'];
        return { identificationId: 'i1', next: { ask: ['initials-and-time', 'phone-last4'], times } };
      }
      return { identificationId: 'i1', matched: true, appointments: [anAppointment] };
    },
    command(command) {
      switch (command.type) {
        case 'check-in':
          return accepted({ ticket: aTicket(), appointment: { id: 'a1', at: anAppointment.at, serviceId: 'nurse' } });
        case 'issue-ticket':
          return accepted({ ticket: aTicket({ serviceId: command.serviceId, priorityClass: 'walk-in' }) });
        case 'register-patient':
          return accepted({ patientId: 'p1', identificationId: 'i2' });
        case 'request-help':
          return accepted({ helpId: 'h1' });
        default:
          return accepted({});
      }
    },
    ...more,
  };
}
