import type { FormContent } from '@foyer/contracts/forms.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';

export interface FormResponse {
  readonly responseId: string;
  readonly ticketId: string;
  readonly kind: 'consent' | 'questionnaire';
  readonly formId: string;
  readonly version: number;
  readonly businessDay: BusinessDay;
  readonly at: EpochMs;
  readonly content: FormContent;
  /** Its patient waits elsewhere because of it, until staff say otherwise. */
  readonly screens: boolean;
}

/** What a batch's facts do to what is kept. */
export interface FormChanges {
  readonly said: readonly FormResponse[];
  readonly forgottenTickets: readonly string[];
  /** Whose patients may wait with everybody after all. */
  readonly clearedTickets: readonly string[];
}
