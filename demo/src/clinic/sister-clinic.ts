// Another clinic of the same network, without a box of its own: its appointments are what somebody holds before the
// scanner who has come to the wrong door. From a seed of its own, so that the first clinic stays as it is.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { DemoAppointment, DemoPatient } from './generate.ts';
import { Seeded } from './seeded.ts';

const bornMs = Date.UTC(2026, 0, 1);

export interface SisterClinic {
  readonly configuration: ClinicConfiguration;
  readonly patients: readonly Omit<DemoPatient, 'passport'>[];
  readonly appointments: readonly Omit<DemoAppointment, 'practitionerId'>[];
}

/** `dayStart` is the first moment of today's business day, which both clinics have in common. */
export function sisterClinic(seed: number, first: ClinicConfiguration, dayStart: number): SisterClinic {
  const seeded = new Seeded(seed ^ 0x5157);
  const [clinicId, serviceId, pointId, patientId] = Array.from({ length: 4 }, () => seeded.id(bornMs)) as [
    string,
    string,
    string,
    string,
  ];
  const { zone, currency, businessDayStartsAt, languages, openingHours } = first;
  return {
    configuration: {
      ...{ clinicId, zone, currency, businessDayStartsAt, languages, openingHours },
      skippedOrdinals: [],
      code: 'NORT',
      name: 'Northside Clinic',
      address: '41 Mill Lane',
      phone: '+34 985 123 456',
      position: { latitude: 43.5573, longitude: -5.6401 },
      services: [
        {
          id: serviceId,
          name: { en: 'Physiotherapy', es: 'Fisioterapia', zh: '理疗', ar: 'العلاج الطبيعي' },
          prefix: 'F',
          waitingArea: { en: 'Waiting room', es: 'Sala de espera', zh: '候诊室', ar: 'غرفة الانتظار' },
          walkIn: false,
          targetMinutes: 20,
        },
      ],
      servicePoints: [
        {
          id: pointId,
          name: { en: 'Room 1', es: 'Sala 1', zh: '1号诊室', ar: 'الغرفة 1' },
          serviceIds: [serviceId],
          targetMinutes: 20,
        },
      ],
    },
    patients: [
      { id: patientId, details: { name: { given: 'Nadia', family: 'Orr' }, birthDate: '1978-05-14', language: 'en' } },
    ],
    appointments: [
      // Half past ten, where the day begins at four.
      {
        id: new Seeded(seed ^ dayStart).id(dayStart),
        patientId,
        serviceId,
        at: dayStart + 390 * minuteMs,
        minutes: 30,
      },
    ],
  };
}
