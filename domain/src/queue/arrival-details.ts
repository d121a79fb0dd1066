// What is said when a number is taken, beside who it is for: that somebody came for the patient, with whom they came,
// and which interpreter they need. Nobody has to say any of it.

import type { EventBody } from '@foyer/contracts/events.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { Need } from '@foyer/contracts/ticket-state.ts';
import type { TicketRecord } from './queue-state.ts';

export interface ArrivalDetails {
  readonly onBehalf?: true | undefined;
  /** A ticket of the party that is joined. */
  readonly partyOf?: string | undefined;
  readonly interpreterLanguage?: Language | undefined;
  /** As the appointment says. */
  readonly interpreterBooked?: boolean | undefined;
}

type Issued = EventBody<'v1.TicketIssued'>;

export function arrivalDetailsOf({ onBehalf, partyOf, interpreterLanguage }: ArrivalDetails): ArrivalDetails {
  return { onBehalf, partyOf, interpreterLanguage };
}

/** An interpreter who is booked, or whose language was said, is a need, whether it was ticked or not. */
export function needsAsSaid(needs: readonly Need[], arrival: ArrivalDetails): Need[] {
  const wantsInterpreter = arrival.interpreterBooked === true || arrival.interpreterLanguage !== undefined;
  return wantsInterpreter && !needs.includes('interpreter') ? [...needs, 'interpreter'] : [...needs];
}

export function saidInFact(needs: readonly Need[], arrival: ArrivalDetails): Partial<Issued> {
  const { onBehalf, interpreterLanguage, interpreterBooked } = arrival;
  const interpreter = needs.includes('interpreter');
  return {
    ...(onBehalf === true ? { onBehalf } : {}),
    ...(interpreter && interpreterLanguage !== undefined ? { interpreterLanguage } : {}),
    ...(interpreter && interpreterBooked !== undefined ? { interpreterBooked } : {}),
  };
}

/** The fields of a ticket that tell of it. */
export function arrivedAs(body: Issued): Pick<TicketRecord, 'onBehalf' | 'partyOf' | 'interpreter'> {
  const { onBehalf, partyOf, interpreterLanguage, interpreterBooked } = body;
  const isKnown = interpreterLanguage !== undefined || interpreterBooked !== undefined;
  return {
    ...(onBehalf === undefined ? {} : { onBehalf }),
    ...(partyOf === undefined ? {} : { partyOf }),
    ...(isKnown ? { interpreter: { language: interpreterLanguage ?? null, booked: interpreterBooked ?? false } } : {}),
  };
}
