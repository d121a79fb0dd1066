// What a clinic may begin with as it is: the services and rooms of a general practice, and the usual hours. Its letters
// are told apart by ear, and none is the first of its service: a number betrays nothing.

import type { ServicePointSetUp, ServiceSetUp } from '@foyer/contracts/clinic-set-up.ts';
import type { LocalisedText } from '@foyer/contracts/languages.ts';
import { serviceLetters } from '@foyer/contracts/set-up-faults.ts';

export const hoursChoices = ['weekdays', 'every-day', 'always', 'own'] as const;
export type HoursChoice = (typeof hoursChoices)[number];
export interface Hours {
  readonly weekday: number;
  readonly from: string;
  readonly until: string;
}

export const lunch = { from: '13:00', until: '14:00' } as const;
const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
const ready: Readonly<Record<Exclude<HoursChoice, 'own'>, readonly Hours[]>> = {
  weekdays: everyDay.slice(0, 5).map((weekday) => ({ weekday, from: '08:00', until: '18:00' })),
  'every-day': everyDay.map((weekday) => ({ weekday, from: '08:00', until: '20:00' })),
  // The last minute that a day has: there is no 24:00.
  always: everyDay.map((weekday) => ({ weekday, from: '00:00', until: '23:59' })),
};

export function readyHours(choice: Exclude<HoursChoice, 'own'>): readonly Hours[] {
  return ready[choice];
}

/** The same hours with a pause at noon; a clinic that never closes has none. */
export function withLunch(hours: readonly Hours[]): readonly Hours[] {
  return hours.flatMap((day) =>
    day.from < lunch.from && day.until > lunch.until
      ? [
          { ...day, until: lunch.from },
          { ...day, from: lunch.until },
        ]
      : [day],
  );
}

export const waitingArea: LocalisedText = {
  en: 'Waiting area',
  es: 'Sala de espera',
  zh: '候诊区',
  ar: 'منطقة الانتظار',
};

export const readyServices: readonly ServiceSetUp[] = [
  service('consultation', 'A', 20, { en: 'Consultation', es: 'Consulta', zh: '门诊', ar: 'الاستشارة' }),
  service('nurse', 'R', 15, { en: 'Nurse', es: 'Enfermería', zh: '护士', ar: 'التمريض' }),
  service('samples', 'M', 15, { en: 'Samples', es: 'Toma de muestras', zh: '采样', ar: 'سحب العينات' }),
  {
    ...service('reception', 'W', 10, { en: 'Desk', es: 'Mostrador', zh: '前台', ar: 'المكتب' }),
    isDesk: true,
  },
];

export const readyRooms: readonly ServicePointSetUp[] = [
  { name: room(1), serviceKeys: ['consultation'] },
  { name: room(2), serviceKeys: ['consultation'] },
  { name: room(3), serviceKeys: ['nurse'] },
  {
    name: { en: 'Laboratory 1', es: 'Laboratorio 1', zh: '化验室 1', ar: 'المختبر 1' },
    serviceKeys: ['samples'],
  },
  { name: { en: 'Desk 1', es: 'Mostrador 1', zh: '前台 1', ar: 'المكتب 1' }, serviceKeys: ['reception'] },
];

/** The first letter that no service has yet; undefined when all are given. */
export function freeLetter(services: readonly Pick<ServiceSetUp, 'prefix'>[]): string | undefined {
  return serviceLetters.find((letter) => services.every(({ prefix }) => prefix !== letter));
}

/** "Room 4", the first number that no door has yet. */
export function nextRoom(rooms: readonly Pick<ServicePointSetUp, 'name'>[]): LocalisedText {
  const taken = new Set(rooms.map(({ name }) => name.en));
  let number = 1;
  while (taken.has(room(number).en)) number += 1;
  return room(number);
}

function room(number: number): LocalisedText {
  return { en: `Room ${number}`, es: `Sala ${number}`, zh: `诊室 ${number}`, ar: `الغرفة ${number}` };
}

function service(key: string, prefix: string, targetMinutes: number, name: LocalisedText): ServiceSetUp {
  return { key, prefix, name, waitingArea, walkIn: true, targetMinutes };
}
