import type { EventBody } from '@foyer/contracts/events.ts';

/**
 * Not who is served already, nor who was given a number on paper first. A kiosk says that there is no printer; at the
 * desk whoever gives the number sees it, and is not told of each.
 */
export function wantsPaper(issued: EventBody<'v1.TicketIssued'>, hasPrinter: boolean): boolean {
  const { source, servicePointId, occurredAt, print } = issued;
  if (print === false || servicePointId !== undefined || occurredAt !== undefined) return false;
  return source === 'kiosk' || hasPrinter;
}
