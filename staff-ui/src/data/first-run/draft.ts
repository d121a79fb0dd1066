// A clinic as it is being described. Everything but its name and its administrator is ready-made to begin with, so that
// the doors can be opened at any moment. PINs are held apart and never stored.

import type { ClinicSetUp, ServicePointSetUp, ServiceSetUp } from '@foyer/contracts/clinic-set-up.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { Language, LocalisedText } from '@foyer/contracts/languages.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import { readyHours, readyRooms, readyServices, withLunch, type Hours, type HoursChoice } from './ready-made.ts';
import { countryOf, currencyOf, languagesOf } from './regions.ts';
import { Step } from './steps.ts';

export interface Person {
  /** Names the person in the draft alone. */
  readonly key: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
}
export interface Draft {
  readonly requestId: string;
  /** When the page was first opened. */
  readonly begunAt: number;
  readonly step: Step;
  /** The steps that were looked at and left. */
  readonly seen: readonly Step[];
  readonly clinic: {
    readonly name: string;
    /** Absent: as the name suggests. */
    readonly code?: string;
    readonly zone: string;
    readonly currency: string;
    readonly languages: readonly Language[];
  };
  readonly hours: { readonly choice: HoursChoice; readonly lunch: boolean; readonly own: readonly Hours[] };
  readonly services: readonly ServiceSetUp[];
  readonly rooms: readonly ServicePointSetUp[];
  /** The administrator first. */
  readonly people: readonly Person[];
}
/** By the keys of the people. */
export type Pins = ReadonlyMap<string, string>;

export function newDraft(now: number, zone: string, spoken: Language): Draft {
  const country = countryOf(zone);
  return {
    requestId: uuidV7(now, crypto.getRandomValues(new Uint8Array(10))),
    begunAt: now,
    step: Step.clinic,
    seen: [],
    clinic: { name: '', zone, currency: currencyOf(country), languages: languagesOf(country, spoken) },
    hours: { choice: 'weekdays', lunch: false, own: readyHours('weekdays') },
    services: readyServices,
    rooms: readyRooms,
    people: [],
  };
}

export function openingHoursOf({ choice, lunch, own }: Draft['hours']): readonly Hours[] {
  if (choice === 'own') return own;
  return lunch && choice !== 'always' ? withLunch(readyHours(choice)) : readyHours(choice);
}

/** What the edge is asked for; it may still have faults. */
export function setUpOf(draft: Draft, pins: Pins, code: string): ClinicSetUp {
  const { name, zone, currency, languages } = draft.clinic;
  return {
    clinic: { name, code, zone, currency, languages: [...languages] },
    openingHours: openingHoursOf(draft.hours).map((hours) => ({ ...hours })),
    services: [...draft.services],
    servicePoints: [...draft.rooms],
    staff: draft.people.map((person) => ({
      name: person.name,
      roles: [...person.roles],
      pin: pins.get(person.key) ?? '',
    })),
  };
}

/** A text that was typed over: what stood there in other languages is another thing now. */
export function retold(before: LocalisedText | undefined, shown: string, typed: string): LocalisedText {
  return before !== undefined && shown === typed ? before : { en: typed };
}

/** Without the service, rooms that it leaves without any included: those keep their name and say what they lack. */
export function withoutService(draft: Draft, key: string): Draft {
  return {
    ...draft,
    services: draft.services.filter((service) => service.key !== key),
    rooms: draft.rooms.map((room) => ({ ...room, serviceKeys: room.serviceKeys.filter((other) => other !== key) })),
  };
}
