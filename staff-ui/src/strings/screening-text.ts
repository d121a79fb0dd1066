// What staff do with somebody who waits elsewhere, in words.

import type { Screening } from '@foyer/contracts/forms.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { t } from './strings.ts';

/** "Mask · Not in the hall". */
export function instructionsText({ instructions }: Screening): string {
  return instructions.map((instruction) => t(`screening.${instruction}`)).join(' · ');
}

/** For one line: what to do, or where they wait where nothing is to be done. */
export function screeningText(screening: Screening): string {
  return instructionsText(screening) || localised(screening.sendTo);
}
