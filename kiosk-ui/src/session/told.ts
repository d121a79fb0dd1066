// What somebody said at this kiosk before a number was given, so that it travels with the number: for whom they came,
// with whom, and what they need. It stands in the journey, and is gone with it.

import type { Language } from '@foyer/contracts/languages.ts';
import type { Need } from '@foyer/contracts/ticket-state.ts';
import type { Journey } from './screens.ts';

export interface Told {
  /** Whoever stands here came for the patient. */
  readonly onBehalf?: true;
  /** The ticket of whom this one came with. */
  readonly partyOf?: string;
  readonly needs?: readonly Need[];
  /** Of the need `interpreter`; absent: not said. */
  readonly interpreterLanguage?: Language | undefined;
}

/** What a patient may say here; that somebody has to wait alone is for staff to say. */
export const needsAtKiosk = [
  'interpreter',
  'hearing',
  'mobility',
  'sight',
  'companion',
  'infant',
] as const satisfies readonly Need[];
export type NeedAtKiosk = (typeof needsAtKiosk)[number];

export function tell(journey: Journey, more: Told): Journey {
  return { ...journey, told: { ...journey.told, ...more } };
}

/** As the commands that give a number take it. */
export function saidWith({ told = {} }: Journey): {
  onBehalf?: true;
  partyOf?: string;
  needs?: Need[];
  interpreterLanguage?: Language;
} {
  const { onBehalf, partyOf, needs = [], interpreterLanguage } = told;
  return {
    ...(onBehalf ? { onBehalf } : {}),
    ...(partyOf === undefined ? {} : { partyOf }),
    ...(needs.length === 0 ? {} : { needs: [...needs] }),
    ...(needs.includes('interpreter') && interpreterLanguage ? { interpreterLanguage } : {}),
  };
}
