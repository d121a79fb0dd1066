// A small clinic for tests: two services, two rooms, open all day.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';

const id = (tail: number): string => `01990000-0000-7000-8000-${String(tail).padStart(12, '0')}`;
export const clinicId = id(1);
export const consultation = id(11);
export const laboratory = id(12);
export const room1 = id(21);
export const room2 = id(22);
export const nurseAna = id(31);
export const adminEva = id(32);
export const kioskOne = id(41);
export const displayOne = id(42);
export const tabletOne = id(43);
export const buttonOne = id(44);
/** At no service point: it calls for help. */
export const helpButton = id(45);

export function aClinic(changes: Partial<ClinicConfiguration> = {}): ClinicConfiguration {
  return {
    clinicId,
    code: 'NORTH',
    name: 'Northside Clinic',
    zone: 'Europe/Madrid',
    currency: 'EUR',
    businessDayStartsAt: '04:00',
    languages: ['en', 'es'],
    services: [
      {
        id: consultation,
        name: { en: 'Consultation', es: 'Consulta' },
        prefix: 'A',
        walkIn: true,
        targetMinutes: 20,
        waitingArea: { en: 'Waiting area 1', es: 'Sala de espera 1' },
      },
      {
        id: laboratory,
        name: { en: 'Laboratory', es: 'Laboratorio' },
        prefix: 'L',
        walkIn: true,
        targetMinutes: 15,
        waitingArea: { en: 'Waiting area 2', es: 'Sala de espera 2' },
      },
    ],
    servicePoints: [
      { id: room1, name: { en: 'Room 1', es: 'Sala 1' }, serviceIds: [consultation], direction: 'right' },
      { id: room2, name: { en: 'Room 2', es: 'Sala 2' }, serviceIds: [laboratory] },
    ],
    openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '07:00', until: '21:00' })),
    skippedOrdinals: [13],
    ...changes,
  };
}
