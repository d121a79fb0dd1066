// Days on which a clinic is shut whatever its opening hours say: public holidays, a day of works. The clinic's calendar
// days, from midnight to midnight in its zone.

import Type, { type Static } from 'typebox';
import { LocalDateText, LocalisedTextSchema, strictObject } from './schema.ts';

export const ClosedDate = strictObject({
  date: LocalDateText,
  /** As said to patients: "Christmas Day". */
  reason: Type.Optional(LocalisedTextSchema),
});
export type ClosedDate = Static<typeof ClosedDate>;

export const ClosedDates = Type.Array(ClosedDate, { maxItems: 200 });
