// One message of a gateway, read by its profile: which thing it is of, and what that says.

import type { GatewayProfile } from '@foyer/contracts/gateway-profile.ts';
import { profileOf } from '@foyer/contracts/gateway-profiles.ts';
import type { GatewaySetUp } from '@foyer/contracts/thing-set-up.ts';
import type { PressKind } from '@foyer/contracts/thing-presses.ts';
import type { ThingReport } from '../../ports/things.ts';
import { readJson } from './read-json.ts';
import { firmwareOf, percent } from './state-message.ts';

export type GatewayThing = GatewaySetUp['things'][number];

export interface GatewayMessage {
  readonly thing: GatewayThing;
  readonly press: { readonly kind: PressKind; readonly id: string | undefined } | undefined;
  readonly report: ThingReport;
  /** Absent: it was said that the thing is there or not. */
  readonly present: boolean;
}

/** Undefined for what the profile does not read, and for things that nobody set up. */
export function readGatewayMessage(
  setUp: GatewaySetUp,
  topic: string,
  payload: Uint8Array,
): GatewayMessage | undefined {
  const levels = topic.split('/').slice(setUp.branch.split('/').length);
  for (const message of profileOf(setUp).messages) {
    const name = nameIn(message.topic.split('/'), levels);
    const thing = name === undefined ? undefined : setUp.things.find((each) => each.name === name);
    if (thing !== undefined) return { thing, ...read(message, payload) };
  }
  return undefined;
}

function read(message: GatewayProfile['messages'][number], payload: Uint8Array): Omit<GatewayMessage, 'thing'> {
  const { press, battery, link, firmware, availability } = message;
  const value = readJson(payload) ?? Buffer.from(payload).toString('utf8');
  const at = (pointer: string): unknown => pointed(value, pointer);
  const word = press === undefined ? undefined : at(press.at);
  const kind = press !== undefined && typeof word === 'string' ? ownOf(press.words, word) : undefined;
  const count = press?.countAt === undefined ? undefined : at(press.countAt);
  return {
    press: kind === undefined ? undefined : { kind, id: isCount(count) ? String(count) : undefined },
    report: {
      ...(battery === undefined ? {} : percent('batteryPercent', at(battery.at), battery.of)),
      ...(link === undefined ? {} : percent('linkPercent', at(link.at), link.of)),
      ...(firmware === undefined ? {} : firmwareOf(at(firmware.at))),
    },
    present: availability === undefined || String(at(availability.at)) === availability.present,
  };
}

function nameIn(pattern: readonly string[], levels: readonly string[]): string | undefined {
  if (pattern.length !== levels.length) return undefined;
  const fits = pattern.every((level, index) => level === '{name}' || level === levels[index]);
  return fits ? levels[pattern.indexOf('{name}')] : undefined;
}

/** RFC 6901. */
function pointed(value: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.reduce<unknown>((within, key) => {
    if (typeof within !== 'object' || within === null) return undefined;
    return ownOf(within as Record<string, unknown>, key.replaceAll('~1', '/').replaceAll('~0', '~'));
  }, value);
}

function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isCount(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
