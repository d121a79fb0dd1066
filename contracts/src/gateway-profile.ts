// How the messages of a gateway are read, as data: whose topics they are, and where in a payload is what. A gateway of
// another make works with another profile and without code.

import Type, { type Static } from 'typebox';
import { presses } from './thing-presses.ts';
import { oneOf, strictObject } from './schema.ts';

/** RFC 6901; empty: the whole payload, which may be a bare number or word. */
const JsonPointer = Type.String({ maxLength: 120, pattern: '^(/([^/~]|~[01])*)*$' });
/** Below the gateway's branch; `{name}` is one whole level: the thing's own. */
const TopicPattern = Type.String({ minLength: 1, maxLength: 120, pattern: '^[^+#\\u0000]+$' });
const Word = Type.String({ minLength: 1, maxLength: 60 });

export const GatewayProfile = strictObject({
  messages: Type.Array(
    strictObject({
      topic: TopicPattern,
      press: Type.Optional(
        strictObject({
          at: JsonPointer,
          /** The gateway's own words for a press: `hold`, `S`. */
          words: Type.Record(Word, oneOf(presses)),
          /** Where the gateway counts presses. */
          countAt: Type.Optional(JsonPointer),
        }),
      ),
      battery: Type.Optional(strictObject({ at: JsonPointer, of: Type.Integer({ minimum: 1, maximum: 10_000 }) })),
      link: Type.Optional(strictObject({ at: JsonPointer, of: Type.Integer({ minimum: 1, maximum: 10_000 }) })),
      firmware: Type.Optional(strictObject({ at: JsonPointer })),
      /** Whether the thing is heard; `present` is the word for yes. */
      availability: Type.Optional(strictObject({ at: JsonPointer, present: Word })),
    }),
    { minItems: 1, maxItems: 20 },
  ),
});
export type GatewayProfile = Static<typeof GatewayProfile>;
