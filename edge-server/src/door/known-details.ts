// What a kiosk may show of somebody who was found, so that they can say whether it still holds: masked, and nothing that
// is for staff to say.

import type { KnownDetails } from '@foyer/contracts/http-api.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { staffNeeds } from '@foyer/contracts/ticket-state.ts';
import type { Identified } from '../ports/writer.ts';

/** Of a phone number. */
const shownDigits = 2;

export function knownDetails(
  { phone, language, needs = [] }: PatientDetails,
  card?: KnownDetails['card'],
): KnownDetails {
  const digits = (phone ?? '').replace(/\D/g, '');
  return {
    ...(digits.length > shownDigits ? { phoneEnd: digits.slice(-shownDigits) } : {}),
    ...(language === undefined ? {} : { language }),
    needs: needs.filter((need) => !staffNeeds.includes(need)),
    ...(card === undefined ? {} : { card }),
  };
}

/** What a change of needs at a kiosk leaves as it is. */
export function keptNeeds({ needs = [] }: PatientDetails): Pick<Identified, 'staffNeeds'> {
  const kept = needs.filter((need) => staffNeeds.includes(need));
  return kept.length === 0 ? {} : { staffNeeds: kept };
}
