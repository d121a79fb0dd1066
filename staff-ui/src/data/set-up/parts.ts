// The parts of the set-up page, who changes which, and where a fault is mended.

import type { StaffRole } from '@foyer/contracts/roles.ts';

export const SetUpPartName = {
  services: 'services',
  rooms: 'rooms',
  hours: 'hours',
  prices: 'prices',
  about: 'about',
  forms: 'forms',
  rules: 'rules',
  journeys: 'journeys',
  unanswered: 'unanswered',
  paper: 'paper',
  cards: 'cards',
  file: 'file',
} as const;
export type SetUpPartName = (typeof SetUpPartName)[keyof typeof SetUpPartName];
export const partsInOrder: readonly SetUpPartName[] = Object.values(SetUpPartName);

/** Those that somebody may change: a supervisor the calling rules alone. */
export function partsFor(roles: readonly StaffRole[]): readonly SetUpPartName[] {
  return roles.includes('admin') ? partsInOrder : [SetUpPartName.rules];
}

const ofParts: Readonly<Record<string, SetUpPartName>> = {
  services: SetUpPartName.services,
  servicePoints: SetUpPartName.rooms,
  openingHours: SetUpPartName.hours,
  closedDates: SetUpPartName.hours,
  prices: SetUpPartName.prices,
  consents: SetUpPartName.forms,
  questionnaires: SetUpPartName.forms,
  journeys: SetUpPartName.journeys,
  notAnswered: SetUpPartName.unanswered,
  stranded: SetUpPartName.unanswered,
  paper: SetUpPartName.paper,
  cardFormats: SetUpPartName.cards,
};

/** Of a path within the clinic's document. */
export function partOf(path: string): SetUpPartName {
  return ofParts[path.split('/')[1] ?? ''] ?? SetUpPartName.about;
}
