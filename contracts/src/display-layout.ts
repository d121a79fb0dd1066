// What one display shows and how it sounds: which calls, what stands beside them, in which languages it speaks and when
// it is quiet. It fits every panel: which way up it hangs and how large it is, the page sees for itself.

import Type, { type Static } from 'typebox';
import {
  dwellSeconds,
  mediaSeconds,
  mostMediaItems,
  mostRecentCalls,
  mostWaits,
  mostTickerTexts,
  nameModes,
  quietSounds,
} from './display-layout-limits.ts';
import { mediaFilePattern } from './media.ts';
import { messagePattern } from './message-limits.ts';
import { LanguageTag, TimeOfDayText, Uuid, oneOf, strictObject } from './schema.ts';

const TickerLine = Type.String({ minLength: 1, maxLength: 120, pattern: messagePattern });
const TickerText = strictObject({
  en: TickerLine,
  es: Type.Optional(TickerLine),
  zh: Type.Optional(TickerLine),
  ar: Type.Optional(TickerLine),
});

export const DisplayLayout = strictObject({
  /** A call is shown that goes to one of the rooms, or is of one of the services; neither named: every call. */
  scope: strictObject({
    servicePointIds: Type.Optional(Type.Array(Uuid, { minItems: 1, maxItems: 200, uniqueItems: true })),
    serviceIds: Type.Optional(Type.Array(Uuid, { minItems: 1, maxItems: 60, uniqueItems: true })),
  }),
  /** Rows below the call that is now; none for the sign of one room. */
  recentCalls: Type.Integer({ minimum: 0, maximum: mostRecentCalls }),
  /** What the strip says in turn. */
  ticker: Type.Array(TickerText, { maxItems: mostTickerTexts }),
  /** Pictures and videos beside the calls, in turn, never with sound. */
  media: Type.Array(
    strictObject({
      file: Type.String({ pattern: mediaFilePattern }),
      seconds: Type.Integer({ minimum: mediaSeconds.least, maximum: mediaSeconds.most }),
    }),
    { maxItems: mostMediaItems },
  ),
  dwellSeconds: Type.Integer({ minimum: dwellSeconds.least, maximum: dwellSeconds.most }),
  /** In this order, after the language of the ticket; none named: the clinic's own, in their order. */
  voiceLanguages: Type.Array(LanguageTag, { maxItems: 4, uniqueItems: true }),
  /** Local time; `from` after `until` runs through midnight. What is seen stays as it is. */
  quietHours: Type.Optional(strictObject({ from: TimeOfDayText, until: TimeOfDayText, sound: oneOf(quietSounds) })),
  /** Services whose wait is told in the strip, in this order; absent: none. */
  waits: Type.Optional(Type.Array(Uuid, { minItems: 1, maxItems: mostWaits, uniqueItems: true })),
  /** Beside the number of a patient who is known. Masked: `M. O.` */
  names: oneOf(nameModes),
});
export type DisplayLayout = Static<typeof DisplayLayout>;
