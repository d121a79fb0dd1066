// The set-up of the fake edge's clinic, as its administrator's page asks for it.

import type { CallingPreview, CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import type { WhatIf } from '@foyer/contracts/what-if.ts';
import { id, room3, services } from './a-staff-view.ts';

export class FakeSetUp {
  clinic: ClinicAsSetUp = aClinicAsSetUp();
  rules: CallingRules | null = null;
  preview: CallingPreview = { points: [] };
  /** Undefined: nothing is known of the day. */
  whatIf: WhatIf | undefined;
  /** What a look at a file finds; undefined: nothing. */
  refusal: Readonly<Record<string, unknown>> | undefined;
  /** What was looked at. */
  readonly checks: unknown[] = [];

  reset(): void {
    this.clinic = aClinicAsSetUp();
    this.rules = null;
    this.preview = { points: [] };
    this.whatIf = undefined;
    this.refusal = undefined;
    this.checks.length = 0;
  }

  /** Status and body; undefined for a path that is not its own. */
  answer(path: string, body: Readonly<Record<string, unknown>>): readonly [number, unknown] | undefined {
    switch (path) {
      case '/api/v1/clinic':
        return [200, this.clinic];
      case '/api/v1/clinic/check':
        this.checks.push(body['changes']);
        return this.refusal ? [409, { ok: false, refusal: this.refusal }] : [200, { ok: true }];
      case '/api/v1/calling-rules':
        return [200, { revision: this.rules ? 1 : 0, rules: this.rules }];
      case '/api/v1/calling-rules/preview':
        return [200, this.preview];
      case '/api/v1/calling-rules/what-if':
        return this.whatIf ? [200, this.whatIf] : [404, { error: { code: 'not-found', message: '' } }];
      default:
        return undefined;
    }
  }
}

export function aClinicAsSetUp(changes: Partial<ClinicAsSetUp['document']> = {}): ClinicAsSetUp {
  const waitingArea = { en: 'Waiting area', es: 'Sala de espera', ar: 'منطقة الانتظار' };
  return {
    clinicId: id('service', 99),
    version: 4,
    code: 'NORTH',
    zone: 'Europe/Lisbon',
    currency: 'EUR',
    isAdopted: false,
    startedWith: { printers: { printers: [] }, scanners: [] },
    document: {
      name: 'Northside Clinic',
      languages: ['en', 'es', 'ar'],
      accent: '#2a6fdb',
      services: [
        {
          id: services.consultation,
          name: { en: 'Consultation', es: 'Consulta', ar: 'الاستشارة' },
          prefix: 'A',
          waitingArea,
          walkIn: true,
          targetMinutes: 20,
        },
        {
          id: services.laboratory,
          name: { en: 'Laboratory', es: 'Laboratorio', ar: 'المختبر' },
          prefix: 'M',
          waitingArea,
          walkIn: true,
          dayLimit: 40,
          targetMinutes: 15,
        },
        {
          id: services.walkIn,
          name: { en: 'Desk', es: 'Mostrador', ar: 'المكتب' },
          prefix: 'W',
          waitingArea,
          walkIn: false,
          targetMinutes: 10,
        },
      ],
      deskServiceId: services.walkIn,
      servicePoints: [
        {
          id: room3,
          name: { en: 'Room 3', es: 'Sala 3', ar: 'الغرفة 3' },
          serviceIds: [services.consultation],
          direction: 'left',
          floor: { en: 'First floor' },
        },
        { id: id('point', 5), name: { en: 'Laboratory 1' }, serviceIds: [services.laboratory], cleaning: true },
        { id: id('point', 6), name: { en: 'Desk 1' }, serviceIds: [services.walkIn] },
      ],
      openingHours: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, from: '08:00', until: '13:00' },
        { weekday, from: '14:00', until: '18:00' },
      ]),
      closedDates: [{ date: '2026-12-25', reason: { en: 'Christmas Day' } }],
      prices: [{ serviceId: services.consultation, amountMinor: 4_500 }],
      meetingPoint: { en: 'The car park, Quay Road' },
      staffNamesInPublic: true,
      paperPrefix: null,
      skippedOrdinals: [13],
      cardFormats: [],
      consents: [
        {
          id: id('call', 1),
          version: 2,
          serviceIds: [services.laboratory],
          title: { en: 'Blood samples' },
          text: { en: 'I agree that my blood is taken and examined.' },
          signature: 'glass',
        },
      ],
      questionnaires: [
        {
          id: id('call', 2),
          version: 1,
          serviceIds: [services.consultation],
          title: { en: 'Before your visit' },
          items: [
            { linkId: 'q1', text: { en: 'Do you have a fever?' }, type: 'boolean', required: true },
            {
              linkId: 'q2',
              text: { en: 'How long have you coughed?' },
              type: 'choice',
              enableWhen: { linkId: 'q1', equals: true },
              options: [
                { value: 'a1', text: { en: 'A few days' } },
                {
                  value: 'a2',
                  text: { en: 'Longer than three weeks' },
                  screening: { sendTo: { en: 'the side entrance' }, instructions: ['mask'] },
                },
              ],
            },
          ],
        },
      ],
      journeys: [],
      notAnswered: null,
      stranded: null,
      paper: null,
      printers: null,
      scanners: null,
      ...changes,
    },
  };
}
