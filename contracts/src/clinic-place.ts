// Where a clinic is: what somebody needs who stands at another clinic of its network.

import Type, { type Static } from 'typebox';
import { ShortText, strictObject } from './schema.ts';

/** In degrees. Source: WGS 84. */
export const Position = strictObject({
  latitude: Type.Number({ minimum: -90, maximum: 90 }),
  longitude: Type.Number({ minimum: -180, maximum: 180 }),
});
export type Position = Static<typeof Position>;

export const clinicPlace = {
  /** As a letter has it, on one line. */
  address: Type.Optional(ShortText),
  position: Type.Optional(Position),
  /** The desk's, as it is dialled. */
  phone: Type.Optional(ShortText),
};
