// The demonstration clinic itself: Harbour Street, four queues, ten rooms, open every day from early to late so that a
// visitor finds it open.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { formsOf } from './forms.ts';
import { journeysOf } from './journeys.ts';
import type { Seeded } from './seeded.ts';

const bornMs = Date.UTC(2026, 0, 1);

export interface DemoConfiguration {
  readonly configuration: ClinicConfiguration;
  readonly ids: { readonly doctor: string; readonly nurse: string; readonly samples: string; readonly desk: string };
  readonly prices: readonly { readonly serviceId: string; readonly amountMinor: number }[];
}

export function demoConfiguration(seeded: Seeded, zone: string): DemoConfiguration {
  const id = (): string => seeded.id(bornMs);
  const ids = { doctor: id(), nurse: id(), samples: id(), desk: id() };
  const area = (number: number) => ({
    en: `Waiting area ${number}`,
    es: `Sala de espera ${number}`,
    zh: `${number}号候诊区`,
    ar: `منطقة الانتظار ${number}`,
  });
  const room = (number: number, serviceIds: string[], direction: 'left' | 'right' | 'ahead') => ({
    id: id(),
    name: { en: `Room ${number}`, es: `Sala ${number}`, zh: `${number}号诊室`, ar: `الغرفة ${number}` },
    serviceIds,
    direction,
    floor: number <= 3 ? floors.ground : floors.first,
    targetMinutes: 20,
  });
  const floors = {
    ground: { en: 'Ground floor', es: 'Planta baja', zh: '一层', ar: 'الطابق الأرضي' },
    first: { en: 'First floor', es: 'Primera planta', zh: '二层', ar: 'الطابق الأول' },
  };
  const both = [ids.doctor, ids.nurse];
  return {
    ids,
    prices: [
      { serviceId: ids.doctor, amountMinor: 4500 },
      { serviceId: ids.nurse, amountMinor: 2000 },
      { serviceId: ids.samples, amountMinor: 1250 },
      { serviceId: ids.desk, amountMinor: 500 },
    ],
    configuration: {
      clinicId: id(),
      code: 'HARB',
      name: 'Harbour Street Clinic',
      address: '2 Harbour Street',
      position: { latitude: 43.5457, longitude: -5.6619 },
      zone,
      currency: 'EUR',
      businessDayStartsAt: '04:00',
      languages: ['en', 'es', 'zh', 'ar'],
      accent: '#FFC933',
      services: [
        {
          id: ids.doctor,
          name: { en: 'Doctor', es: 'Médico', zh: '医生', ar: 'الطبيب' },
          prefix: 'A',
          waitingArea: area(2),
          walkIn: true,
          targetMinutes: 30,
          directions: {
            en: 'past the lift, then left',
            es: 'pasado el ascensor, a la izquierda',
            zh: '过电梯后左转',
            ar: 'بعد المصعد ثم إلى اليسار',
          },
        },
        {
          id: ids.nurse,
          name: { en: 'Nurse', es: 'Enfermería', zh: '护士', ar: 'الممرضة' },
          prefix: 'C',
          waitingArea: area(1),
          walkIn: true,
          targetMinutes: 20,
          directions: { en: 'straight ahead', es: 'todo recto', zh: '直走', ar: 'إلى الأمام مباشرة' },
        },
        {
          id: ids.samples,
          name: { en: 'Samples', es: 'Muestras', zh: '采样', ar: 'العيّنات' },
          prefix: 'R',
          waitingArea: area(1),
          walkIn: true,
          targetMinutes: 15,
          directions: { en: 'straight ahead', es: 'todo recto', zh: '直走', ar: 'إلى الأمام مباشرة' },
        },
        {
          id: ids.desk,
          name: { en: 'Front desk', es: 'Recepción', zh: '前台', ar: 'الاستقبال' },
          prefix: 'H',
          waitingArea: { en: 'Front desk', es: 'Recepción', zh: '前台', ar: 'الاستقبال' },
          walkIn: false,
          targetMinutes: 10,
          directions: { en: 'behind you', es: 'detrás de usted', zh: '在您身后', ar: 'خلفك' },
        },
      ],
      servicePoints: [
        room(1, [ids.doctor], 'left'),
        room(2, [ids.doctor], 'left'),
        room(3, both, 'right'),
        room(4, both, 'right'),
        room(5, [ids.nurse], 'right'),
        room(6, [ids.nurse, ids.samples], 'ahead'),
        {
          id: id(),
          name: { en: 'Laboratory 1', es: 'Laboratorio 1', zh: '1号采样室', ar: 'المختبر 1' },
          serviceIds: [ids.samples],
          direction: 'ahead',
          floor: floors.first,
          targetMinutes: 15,
        },
        {
          id: id(),
          name: { en: 'Laboratory 2', es: 'Laboratorio 2', zh: '2号采样室', ar: 'المختبر 2' },
          serviceIds: [ids.samples],
          direction: 'ahead',
          floor: floors.first,
          cleaning: true,
          targetMinutes: 15,
        },
        {
          id: id(),
          name: { en: 'Desk 1', es: 'Mostrador 1', zh: '1号台', ar: 'المكتب 1' },
          serviceIds: [ids.desk],
          direction: 'back',
          floor: floors.ground,
          targetMinutes: 10,
        },
        {
          id: id(),
          name: { en: 'Desk 2', es: 'Mostrador 2', zh: '2号台', ar: 'المكتب 2' },
          serviceIds: [ids.desk],
          direction: 'back',
          floor: floors.ground,
          targetMinutes: 10,
        },
      ],
      // Whoever looks at the demonstration finds it open; the minute before four lets the day end.
      openingHours: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
        { weekday, from: '00:00', until: '03:59' },
        { weekday, from: '04:00', until: '23:59' },
      ]),
      deskServiceId: ids.desk,
      evacuation: {
        meetingPoint: {
          en: 'the car park, Quay Road',
          es: 'el aparcamiento, Quay Road',
          zh: 'Quay Road 停车场',
          ar: 'موقف السيارات، Quay Road',
        },
      },
      ...formsOf(ids.samples),
      journeys: journeysOf(ids),
      skippedOrdinals: [13, 666],
    },
  };
}
