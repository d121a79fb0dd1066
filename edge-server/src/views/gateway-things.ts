// Things behind a gateway are devices like the others: they have a name, a place, and are heard or not.

import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';

export interface GatewayThing {
  readonly id: string;
  readonly name: string;
  readonly role: 'button';
  readonly behind: string;
}

/** Of gateways that are enrolled still. */
export function gatewayThings(
  setUps: ReadonlyMap<string, ThingSetUp>,
  isEnrolled: (deviceId: string) => boolean,
): readonly GatewayThing[] {
  return [...setUps].flatMap(([gatewayId, setUp]) => {
    if (setUp.kind !== 'gateway' || !isEnrolled(gatewayId)) return [];
    return setUp.things.map(({ id, title }) => ({ id, name: title, role: 'button' as const, behind: gatewayId }));
  });
}

/** Of a thing that stands behind one. */
export function gatewayOf(id: string, things: readonly GatewayThing[]): { readonly behind?: string } {
  const behind = things.find((thing) => thing.id === id)?.behind;
  return behind === undefined ? {} : { behind };
}
