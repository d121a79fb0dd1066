// How a clinic's cards and wristbands are written, so that a scan of one is known for what it is: a pattern, a checksum
// that says whether it was read right, and a mask for what a screen may show. In a pattern `9` is a digit, `A` a letter
// and `*` either; the rest stands for itself, and spaces and hyphens may be missing in a scan. In a mask, sign for sign
// beside the pattern, `#` is shown and `*` hidden. No regular expressions: a pattern is read in one pass.

import Type, { type Static } from 'typebox';
import { identifierKinds } from './identifier-kinds.ts';
import { LocalisedTextSchema, oneOf, strictObject } from './schema.ts';

/**
 * `luhn`: ISO/IEC 7812. `mod-11`: ten digits, weights 10 to 2. `mod-97`: the last two digits and the rest make 97.
 * `verhoeff`: the dihedral group of ten.
 */
export const cardChecksums = ['none', 'luhn', 'mod-11', 'mod-97', 'verhoeff'] as const;
export type CardChecksum = (typeof cardChecksums)[number];

export const CardFormat = strictObject({
  /** As said to its holder: "Health card". */
  name: LocalisedTextSchema,
  pattern: Type.String({ minLength: 1, maxLength: 60 }),
  checksum: oneOf(cardChecksums),
  mask: Type.String({ minLength: 1, maxLength: 60 }),
  /** Under which identifier of a patient its number is written. */
  identifier: oneOf(identifierKinds),
  /** The system that gave the number, where identifiers name it. */
  issuer: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
});
export type CardFormat = Static<typeof CardFormat>;

export const CardFormats = Type.Array(CardFormat, { maxItems: 8 });
