// What the demonstration hands to the edge that it starts, as a file. Nothing in it is ever used outside the
// demonstration; its tokens are accepted from loopback alone.

import Type, { type Static } from 'typebox';
import { ClinicConfiguration } from './configuration.ts';
import { deviceRoles, staffRoles } from './roles.ts';
import { ShortText, Uuid, oneOf, strictObject } from './schema.ts';

const Token = Type.String({ minLength: 16, maxLength: 128 });

/** Named by `FOYER_DEMONSTRATION_FILE` at the edge. */
export const EdgeDemonstration = strictObject({
  /** An empty log is initialised with it, and its service points opened. */
  configuration: ClinicConfiguration,
  tokens: Type.Array(
    strictObject({
      token: Token,
      role: oneOf([...staffRoles, ...deviceRoles]),
      /** Of a role of staff. */
      staffId: Type.Optional(Uuid),
      servicePointId: Type.Optional(Uuid),
      /** Of a role of a screen or a thing. */
      deviceId: Type.Optional(Uuid),
    }),
  ),
  /** One-time codes of printed links: each enrols one screen. */
  codes: Type.Array(
    strictObject({ code: Token, role: oneOf(deviceRoles), name: ShortText, servicePointId: Type.Optional(Uuid) }),
  ),
});
export type EdgeDemonstration = Static<typeof EdgeDemonstration>;
