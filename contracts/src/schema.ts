// Schema pieces that commands, events and routes share.

import Type, { type Static, type TSchema } from 'typebox';
import { publicIdPattern, uuidPattern, uuidV7Pattern } from './ids.ts';
import { languages } from './languages.ts';
import { datePattern, timeOfDayPattern } from './time.ts';

export const Uuid = Type.String({ pattern: uuidPattern });
export const UuidV7 = Type.String({ pattern: uuidV7Pattern });
export const PublicIdText = Type.String({ pattern: publicIdPattern });
/** The number of a badge as its reader types it. */
export const BadgeText = Type.String({ pattern: '^[\\x21-\\x7e]{6,64}$' });
/** ECDSA P-256, as a raw point in base64url. */
export const PublicKeyText = Type.String({ pattern: '^[A-Za-z0-9_-]{87}$' });
/** A day that the calendar has: the pattern alone would take 30 February. */
export const LocalDateText = Type.String({ pattern: datePattern, format: 'date' });
export const TimeOfDayText = Type.String({ pattern: timeOfDayPattern });
export const EpochMsNumber = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
export const AmountMinor = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
/** What a person typed about somebody: kept sealed, stripped of control characters before it is shown or printed. */
export const FreeText = Type.String({ minLength: 1, maxLength: 500 });
export const ShortText = Type.String({ minLength: 1, maxLength: 120 });
export const LanguageTag = oneOf(languages);
export const LocalisedTextSchema = Type.Object({
  en: ShortText,
  es: Type.Optional(ShortText),
  zh: Type.Optional(ShortText),
  ar: Type.Optional(ShortText),
});

/** A closed set of texts as one schema: an `enum` keyword, typed as the union. */
export function oneOf<const Values extends readonly string[]>(values: Values) {
  return Type.Unsafe<Values[number]>({ type: 'string', enum: [...values] });
}

export function strictObject<const Properties extends Record<string, TSchema>>(properties: Properties) {
  return Type.Object(properties, { additionalProperties: false });
}

export type { Static };
