// What a patient who was found may put right at a kiosk: the phone, the language, what they need.

import type { KnownDetails } from '@foyer/contracts/http-api.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { Journey, ReturningScreen } from './screens.ts';

export type Correction = Pick<PatientDetails, 'phone' | 'language' | 'needs'>;

/** How much of a phone number is shown. */
const SHOWN_DIGITS = 2;

/** Whose details are asked about on this journey. */
export function returningIn({ screens }: Journey): ReturningScreen | undefined {
  return screens.findLast((screen) => screen.page === 'returning');
}

/** Back at the question whether all of it holds, which shows what is written from now on. */
export function withCorrected(journey: Journey, changed: Correction): Journey {
  const at = journey.screens.findLastIndex(({ page }) => page === 'returning');
  const screen = journey.screens[at];
  if (screen?.page !== 'returning') return journey;
  const known = corrected(screen.known, changed);
  return { ...journey, screens: [...journey.screens.slice(0, at), { ...screen, known }] };
}

function corrected(known: KnownDetails, { phone, language, needs }: Correction): KnownDetails {
  return {
    ...known,
    ...(phone === undefined ? {} : { phoneEnd: phone.replace(/\D/g, '').slice(-SHOWN_DIGITS) }),
    ...(language === undefined ? {} : { language }),
    ...(needs === undefined ? {} : { needs }),
  };
}
