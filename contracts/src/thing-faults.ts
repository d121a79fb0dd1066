// What does not fit in the set-up of a thing, each fault with its place. Pure.

import type { DeviceId, ServicePointId } from './ids.ts';
import { profileOf } from './gateway-profiles.ts';
import type { GatewaySetUp, ThingSetUp } from './thing-set-up.ts';
import { actsAtPoint, usualPressActs, type PressActs } from './thing-presses.ts';

export const thingFaultCodes = [
  'another-kind',
  'service-point-unknown',
  'needs-service-point',
  'branch-reserved',
  'branch-taken',
  'topic-without-name',
  'topic-twice',
  'message-reads-nothing',
  'no-press-words',
  'thing-twice',
  'name-twice',
] as const;
export type ThingFaultCode = (typeof thingFaultCodes)[number];
export interface ThingFault {
  /** JSON pointer within the set-up. */
  readonly path: string;
  readonly code: ThingFaultCode;
}

/** What a set-up may name, and what is taken. */
export interface ThingPlace {
  /** How the device was enrolled. */
  readonly role: string;
  readonly servicePointId: ServicePointId | null;
  readonly servicePointIds: readonly ServicePointId[];
  readonly otherBranches: readonly string[];
  readonly otherThings: readonly DeviceId[];
}

/** Everything of ours, and what Mosquitto says of itself. */
const reserved = /^(foyer|\$.*)$/;

/** Empty where it fits; in the order of the document. */
export function thingFaults(setUp: ThingSetUp, place: ThingPlace): readonly ThingFault[] {
  if (setUp.kind !== place.role) return [{ path: '/kind', code: 'another-kind' }];
  switch (setUp.kind) {
    case 'button':
      return pressFaults(setUp.presses, place.servicePointId, '/presses');
    case 'sign':
      return (setUp.servicePointIds ?? []).flatMap((id, index) =>
        when(!place.servicePointIds.includes(id), `/servicePointIds/${index}`, 'service-point-unknown'),
      );
    case 'gateway':
      return gatewayFaults(setUp, place);
  }
}

function gatewayFaults(setUp: GatewaySetUp, place: ThingPlace): readonly ThingFault[] {
  const { branch, things } = setUp;
  return [
    ...when(reserved.test(branch.split('/')[0]!), '/branch', 'branch-reserved'),
    ...when(
      place.otherBranches.some((other) => isWithin(branch, other) || isWithin(other, branch)),
      '/branch',
      'branch-taken',
    ),
    ...profileFaults(setUp),
    ...things.flatMap(({ id, name, servicePointId, presses }, index) => {
      const at = `/things/${index}`;
      const isFirst = (same: (other: (typeof things)[number]) => boolean): boolean => things.findIndex(same) === index;
      return [
        ...when(place.otherThings.includes(id) || !isFirst((other) => other.id === id), `${at}/id`, 'thing-twice'),
        ...when(!isFirst((other) => other.name === name), `${at}/name`, 'name-twice'),
        ...when(
          servicePointId !== undefined && !place.servicePointIds.includes(servicePointId),
          `${at}/servicePointId`,
          'service-point-unknown',
        ),
        ...pressFaults(presses ?? {}, servicePointId ?? null, `${at}/presses`),
      ];
    }),
  ];
}

function profileFaults(setUp: GatewaySetUp): readonly ThingFault[] {
  const { messages } = profileOf(setUp);
  return messages.flatMap(({ topic, press, ...read }, index) => {
    const at = `/profile/messages/${index}`;
    const levels = topic.split('/');
    return [
      ...when(
        levels.filter((level) => level === '{name}').length !== 1 || levels.includes(''),
        `${at}/topic`,
        'topic-without-name',
      ),
      ...when(messages.findIndex((other) => other.topic === topic) < index, `${at}/topic`, 'topic-twice'),
      ...when(press === undefined && Object.keys(read).length === 0, at, 'message-reads-nothing'),
      ...when(press !== undefined && Object.keys(press.words).length === 0, `${at}/press/words`, 'no-press-words'),
    ];
  });
}

/** A press that needs a room, of a button that stands at none; what is usual asks for help there. */
function pressFaults(presses: PressActs, servicePointId: ServicePointId | null, at: string): readonly ThingFault[] {
  if (servicePointId !== null) return [];
  return (Object.keys(usualPressActs) as (keyof PressActs)[]).flatMap((press) => {
    const act = presses[press];
    return when(act !== undefined && actsAtPoint.includes(act), `${at}/${press}`, 'needs-service-point');
  });
}

function isWithin(branch: string, other: string): boolean {
  return `${branch}/`.startsWith(`${other}/`);
}

function when(isFault: boolean, path: string, code: ThingFaultCode): readonly ThingFault[] {
  return isFault ? [{ path, code }] : [];
}
