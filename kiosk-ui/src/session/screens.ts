// Where a patient may be, and the journey through it: an immutable stack, so that Back is one step up and wiping is
// beginning anew. Everything a person told the kiosk is in here and nowhere else.

import type { AppointmentSummary, Ticket } from '@foyer/contracts/views.ts';
import type { identificationAsks } from '@foyer/contracts/http-api.ts';
import type { RefusalKind } from './refusals.ts';

export type Ask = (typeof identificationAsks)[number];

export type Screen =
  | { readonly page: 'idle' }
  | { readonly page: 'identify'; readonly undone?: boolean }
  | { readonly page: 'scan'; readonly what: 'code' | 'document' }
  | { readonly page: 'birth-date' }
  | {
      readonly page: 'confirm';
      readonly identificationId: string;
      readonly asks: readonly Ask[];
      readonly times: readonly string[];
    }
  | { readonly page: 'services'; readonly identificationId?: string }
  | { readonly page: 'register' }
  | TicketScreen
  | { readonly page: 'refusal'; readonly kind: RefusalKind; readonly facts: Facts; readonly identificationId?: string }
  | {
      readonly page: 'help';
      readonly helpId?: string;
      readonly kind: 'assistance' | 'emergency';
      readonly pressedAt: number;
      readonly unsent?: boolean;
    };

export interface TicketScreen {
  readonly page: 'ticket';
  readonly ticket: Ticket;
  /** Of a booked patient: initials and time, never a name. */
  readonly booked?: Pick<AppointmentSummary, 'initials' | 'time' | 'at'>;
  readonly already: boolean;
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
}

export function begin(): Journey {
  return { screens: [{ page: 'idle' }] };
}

export function shown(journey: Journey): Screen {
  return journey.screens.at(-1)!;
}

export function goTo(journey: Journey, screen: Screen): Journey {
  if (screen.page === 'idle') return begin();
  return { screens: [...journey.screens, screen] };
}

/** What was decided cannot be walked back from: the ticket stands alone, and after it only a new beginning. */
export function settle(screen: TicketScreen): Journey {
  return { screens: [screen] };
}

export function goBack(journey: Journey): Journey {
  return journey.screens.length > 1 ? { screens: journey.screens.slice(0, -1) } : begin();
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
    case 'scan':
    case 'birth-date':
    case 'register':
      return 0;
    case 'confirm':
    case 'services':
    case 'refusal':
      return 1;
    case 'ticket':
      return 2;
  }
}
