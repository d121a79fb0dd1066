// What one thing without a screen does: what a button's presses mean, which rooms a sign shows, how a gateway's messages
// are read; and the settings that it should have. A thing that nobody set up does what is usual.

import Type, { type Static } from 'typebox';
import { GatewayProfile } from './gateway-profile.ts';
import { gatewayProfileNames } from './gateway-profiles.ts';
import { ShortText, Uuid, oneOf, strictObject } from './schema.ts';
import { pressActs } from './thing-presses.ts';
import { thingSettings, type ThingSetting } from './thing-settings.ts';

export const mostThingsOfGateway = 200;

const act = Type.Optional(oneOf(pressActs));
const PressActs = strictObject({ single: act, double: act, long: act });

function settingsOf(settings: Readonly<Record<string, ThingSetting>>) {
  const fields = Object.entries(settings).map(
    ([name, { least, most }]) => [name, Type.Optional(Type.Integer({ minimum: least, maximum: most }))] as const,
  );
  return Type.Optional(Type.Unsafe<{ readonly [setting: string]: number }>(strictObject(Object.fromEntries(fields))));
}

/** It cannot take a next one: what it has does not expire. An administrator says so. */
const keepsPassword = Type.Optional(Type.Literal(true));

export const ButtonSetUp = strictObject({
  kind: Type.Literal('button'),
  presses: PressActs,
  settings: settingsOf(thingSettings.button),
  keepsPassword,
});

export const SignSetUp = strictObject({
  kind: Type.Literal('sign'),
  /** The newest call to one of these; absent: to its own service point, or anywhere where it has none. */
  servicePointIds: Type.Optional(Type.Array(Uuid, { minItems: 1, maxItems: 200, uniqueItems: true })),
  settings: settingsOf(thingSettings.sign),
  keepsPassword,
});

export const GatewaySetUp = strictObject({
  kind: Type.Literal('gateway'),
  /** Where its topics begin: its own, and nobody else's. */
  branch: Type.String({ minLength: 1, maxLength: 60, pattern: '^[^+#/$\\u0000]+(/[^+#/$\\u0000]+){0,3}$' }),
  profile: Type.Union([oneOf(gatewayProfileNames), GatewayProfile]),
  things: Type.Array(
    strictObject({
      id: Uuid,
      /** As the gateway calls it in its topics. */
      name: Type.String({ minLength: 1, maxLength: 60, pattern: '^[^+#/\\u0000]+$' }),
      /** As staff call it. */
      title: ShortText,
      servicePointId: Type.Optional(Uuid),
      presses: Type.Optional(PressActs),
    }),
    { maxItems: mostThingsOfGateway },
  ),
  keepsPassword,
});
export type GatewaySetUp = Static<typeof GatewaySetUp>;

export const ThingSetUp = Type.Union([ButtonSetUp, SignSetUp, GatewaySetUp]);
export type ThingSetUp = Static<typeof ThingSetUp>;
