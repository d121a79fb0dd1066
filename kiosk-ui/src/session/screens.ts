// Where a patient may be, and the journey through it: an immutable stack, so that Back is one step up and wiping is
// beginning anew. Everything a person told the kiosk is in here and nowhere else.

import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { AppointmentSummary } from '@foyer/contracts/kiosk-view.ts';
import type { identificationAsks, KnownDetails } from '@foyer/contracts/http-api.ts';
import type { FormScreen } from './filling.ts';
import type { ArrivalScreen, TicketNotes } from './arrival.ts';
import type { RefusalKind } from './refusals.ts';
import type { Told } from './told.ts';

export type Ask = (typeof identificationAsks)[number];

export type Screen =
  | { readonly page: 'idle' }
  | { readonly page: 'identify'; readonly undone?: boolean }
  | { readonly page: 'something-else' }
  /** `known`: of the person who was found, to be corrected. */
  | { readonly page: 'needs'; readonly known?: KnownDetails }
  | ReturningScreen
  | { readonly page: 'scan'; readonly what: 'code' | 'document' }
  | { readonly page: 'birth-date' }
  | {
      readonly page: 'confirm';
      readonly identificationId: string;
      readonly asks: readonly Ask[];
      readonly times: readonly string[];
    }
  | { readonly page: 'services'; readonly identificationId?: string }
  | ArrivalScreen
  | { readonly page: 'register' }
  | FormScreen
  | TicketScreen
  | { readonly page: 'refusal'; readonly kind: RefusalKind; readonly facts: Facts; readonly identificationId?: string }
  | {
      readonly page: 'help';
      readonly helpId?: string;
      readonly kind: 'assistance' | 'emergency';
      readonly pressedAt: number;
      readonly unsent?: boolean;
    };

/** Somebody who is known and has no appointment today: what is written of them, masked, to be confirmed. */
export interface ReturningScreen {
  readonly page: 'returning';
  readonly identificationId: string;
  readonly known: KnownDetails;
}

export interface TicketScreen {
  readonly page: 'ticket';
  readonly ticket: Ticket;
  /** Of a booked patient: initials and time, never a name. */
  readonly booked?: Pick<AppointmentSummary, 'initials' | 'time' | 'at'>;
  readonly already: boolean;
  /** Shown at this kiosk by who holds it: they are here again. */
  readonly back?: true;
  /** They came too late for the place that was kept: they wait behind the others. */
  readonly behind?: true;
  /** An earlier number is printed again. */
  readonly reprinted?: true;
  /** As it was when the number was looked up: of one that was given elsewhere the view says nothing. */
  readonly ahead?: number;
  readonly notes?: TicketNotes;
  /** Server's time at which it was shown first: "Not me" counts from here. */
  readonly shownAt: number;
}

export interface Facts {
  readonly date?: string;
  readonly clinic?: string;
  readonly serviceId?: string;
}

export interface Journey {
  /** Never empty; the last one is shown. */
  readonly screens: readonly Screen[];
  /** Goes with the next number. */
  readonly told?: Told;
  /** What was found of this person that the ticket's screen has to say. */
  readonly notes?: TicketNotes;
}

export function begin(): Journey {
  return { screens: [{ page: 'idle' }] };
}

export function shown(journey: Journey): Screen {
  return journey.screens.at(-1)!;
}

export function goTo(journey: Journey, screen: Screen): Journey {
  if (screen.page === 'idle') return begin();
  return { ...journey, screens: [...journey.screens, screen] };
}

/** What was decided cannot be walked back from: the ticket stands alone, and after it only a new beginning. */
export function settle(screen: TicketScreen, told?: Told): Journey {
  return { screens: [screen], ...(told ? { told } : {}) };
}

/** Before the first screen nobody has said anything. */
export function goBack(journey: Journey): Journey {
  const screens = journey.screens.slice(0, -1);
  return screens.length > 0 && screens.at(-1)?.page !== 'idle' ? { ...journey, screens } : begin();
}

/** What is said of one person who was found: another code is another person's. */
export function isOfOnePerson({ page }: Screen): boolean {
  return page === 'ticket' || page === 'already' || page === 'remote' || page === 'wrong-clinic';
}

export function canGoBack(journey: Journey): boolean {
  const { page } = shown(journey);
  return page !== 'idle' && page !== 'ticket' && page !== 'help';
}

/** The step of the path that a screen is on: who you are, check, your number. Idle and help have none. */
export function stepOf(screen: Screen): number | undefined {
  switch (screen.page) {
    case 'idle':
    case 'help':
      return undefined;
    case 'identify':
    case 'something-else':
    case 'scan':
    case 'birth-date':
    case 'register':
      return 0;
    case 'confirm':
    case 'needs':
    case 'returning':
    case 'services':
    case 'question':
    case 'consent':
    case 'signature':
    case 'wrong-clinic':
    case 'already':
    case 'remote':
    case 'refusal':
      return 1;
    case 'ticket':
      return 2;
  }
}
