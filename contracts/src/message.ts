// What a clinic tells everybody who waits, for a while: "The lift is out of order; use the stairs."

import Type from 'typebox';
import { messagePattern, mostMessageLength } from './message-limits.ts';
import { EpochMsNumber, Uuid, UuidV7, strictObject } from './schema.ts';

const MessageText = Type.String({ minLength: 1, maxLength: mostMessageLength, pattern: messagePattern });

export const message = {
  messageId: UuidV7,
  text: strictObject({
    en: MessageText,
    es: Type.Optional(MessageText),
    zh: Type.Optional(MessageText),
    ar: Type.Optional(MessageText),
  }),
  until: EpochMsNumber,
  /** Absent: every display. */
  displayIds: Type.Optional(Type.Array(Uuid, { minItems: 1, maxItems: 200, uniqueItems: true })),
};
