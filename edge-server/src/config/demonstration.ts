// The credentials that a demonstration is started with. They are in no database, are not bound to a device, and are
// accepted from loopback alone.

import Type, { type Static } from 'typebox';
import { ShortText, Uuid, oneOf, strictObject } from '@foyer/contracts/schema.ts';
import { deviceRoles, staffRoles } from '@foyer/contracts/roles.ts';

const Token = Type.String({ minLength: 16, maxLength: 128 });

export const Demonstration = strictObject({
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
export type Demonstration = Static<typeof Demonstration>;
export type DemonstrationToken = Demonstration['tokens'][number];
export type DemonstrationCode = Demonstration['codes'][number];
