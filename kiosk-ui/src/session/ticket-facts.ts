// What the ticket screen says about time, print and undo, from the server's clock. Pure.

import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { TicketScreen } from './screens.ts';

const NOT_ME_MS = 10_000;
const LATE_FROM_MS = 10 * 60_000;
/** Above an hour the time that was booked says more than a count of minutes. */
const VERY_LATE_FROM_MS = 60 * 60_000;
const EARLY_FROM_MS = 60 * 60_000;
const COME_BACK_BEFORE_MS = 30 * 60_000;
/** A printer that said nothing for this long is taken for one that did not print. */
const PRINT_WITHIN_MS = 8_000;

export type Punctuality =
  | { readonly kind: 'late'; readonly minutes: number }
  | { readonly kind: 'very-late' }
  | { readonly kind: 'early'; readonly comeBackAt: number }
  | { readonly kind: 'in-time' };

export function punctuality(bookedAt: number, arrivedAt: number): Punctuality {
  if (arrivedAt - bookedAt >= VERY_LATE_FROM_MS) return { kind: 'very-late' };
  if (arrivedAt - bookedAt >= LATE_FROM_MS)
    return { kind: 'late', minutes: Math.floor((arrivedAt - bookedAt) / 60_000) };
  if (bookedAt - arrivedAt >= EARLY_FROM_MS) return { kind: 'early', comeBackAt: bookedAt - COME_BACK_BEFORE_MS };
  return { kind: 'in-time' };
}

/** Whole seconds in which "Not me" still works; 0 when it does not. A ticket of an earlier check-in is not undone here. */
export function notMeSeconds({ booked, already, shownAt }: TicketScreen, now: number): number {
  if (!booked || already) return 0;
  const left = Math.min(NOT_ME_MS, shownAt + NOT_ME_MS - now);
  return Math.max(0, Math.ceil(left / 1_000));
}

export type Paper = 'printing' | 'printed' | 'maybe' | 'none';

/** Where it came out, by name, where that is not at this kiosk. */
export function paperElsewhere(view: KioskView | undefined, { ticket }: TicketScreen): string | undefined {
  return Object.values(view?.prints ?? {}).find(({ ticketId, state }) => ticketId === ticket.id && state === 'printed')
    ?.printer;
}

export function paperOf(view: KioskView | undefined, screen: TicketScreen, now: number): Paper {
  const prints = Object.values(view?.prints ?? {}).filter(({ ticketId }) => ticketId === screen.ticket.id);
  if (prints.some(({ state }) => state === 'printed')) return 'printed';
  if (prints.some(({ state }) => state === 'failed')) return 'none';
  if (prints.some(({ state }) => state === 'unknown')) return 'maybe';
  const waited = now - screen.shownAt >= PRINT_WITHIN_MS;
  // A ticket that is shown again is not printed again, unless somebody wants it.
  if (screen.already && !screen.reprinted && prints.length === 0) return 'none';
  return view?.printer === 'unavailable' || waited ? 'none' : 'printing';
}
