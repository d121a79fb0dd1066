// What things say, whichever broker it came over: presses, what they tell of themselves, and the same from behind a
// gateway. Whoever calls has made sure whose message it is.

import type { GatewaySetUp, ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import type { PressActs, PressKind } from '@foyer/contracts/thing-presses.ts';
import type { Log } from '../../ports/log.ts';
import type { Press } from '../../ports/things.ts';
import type { LiveFacts } from '../../ports/views.ts';
import type { Holder } from './acl.ts';
import { readButtonMessage } from './button-message.ts';
import { FloodGuard } from './flood-guard.ts';
import { readGatewayMessage, type GatewayThing } from './gateway-message.ts';
import { PressMemory } from './press-memory.ts';
import { readStateMessage } from './state-message.ts';
import { topicOf } from './topics.ts';

export interface ThingHearingParts {
  readonly setUps: () => ReadonlyMap<string, ThingSetUp>;
  readonly live: Pick<LiveFacts, 'connected' | 'reported'>;
  readonly log: Log;
  readonly now: () => number;
}

/** Who speaks, as its credential says. */
export interface Speaker extends Holder {
  readonly servicePointId: string | null;
}

export interface Message {
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly retain: boolean;
  readonly dup: boolean;
  readonly messageId: number | undefined;
}

interface Finger {
  readonly deviceId: string;
  readonly servicePointId: string | null;
  readonly acts: PressActs | undefined;
}

export class ThingHearing {
  readonly #parts: ThingHearingParts;
  readonly #listeners: ((press: Press) => void)[] = [];
  readonly #storedListeners: ((deviceId: string, offerId: string) => void)[] = [];
  readonly #presses = new PressMemory();
  readonly #floods = new FloodGuard();
  /** Behind which gateway each thing that is heard stands. */
  readonly #present = new Map<string, string>();

  constructor(parts: ThingHearingParts) {
    this.#parts = parts;
  }

  onPress(listener: (press: Press) => void): void {
    this.#listeners.push(listener);
  }

  onStored(listener: (deviceId: string, offerId: string) => void): void {
    this.#storedListeners.push(listener);
  }

  /** False: nothing in it was understood. */
  hear(speaker: Speaker, message: Message): boolean {
    const { deviceId, role } = speaker;
    if (message.topic === topicOf(speaker, 'state')) return this.#state(deviceId, message);
    // An expired thing does nothing but renew.
    if (speaker.onlyRenews === true) return true;
    if (role === 'button' && message.topic === topicOf(speaker, 'event')) return this.#event(speaker, message);
    const setUp = this.#parts.setUps().get(deviceId);
    if (role !== 'gateway' || setUp?.kind !== 'gateway') return false;
    return this.#behind(deviceId, setUp, message);
  }

  /** What stands behind it is not heard any more. */
  gatewayLeft(gatewayId: string): void {
    for (const [thingId, by] of this.#present) if (by === gatewayId) this.#isPresent(thingId, gatewayId, false);
  }

  #state(deviceId: string, { payload }: Message): boolean {
    const said = readStateMessage(payload);
    if (said === undefined) return false;
    this.#parts.live.reported(deviceId, said.report);
    if (said.stored !== undefined) for (const listener of this.#storedListeners) listener(deviceId, said.stored);
    return true;
  }

  #event({ deviceId, servicePointId }: Speaker, message: Message): boolean {
    // A retained press would be pressed again by every restart.
    if (message.retain) return true;
    const pressed = readButtonMessage(message.payload);
    if (pressed === undefined) return false;
    const setUp = this.#parts.setUps().get(deviceId);
    const acts = setUp?.kind === 'button' ? setUp.presses : undefined;
    const said = readStateMessage(message.payload);
    if (said !== undefined) this.#parts.live.reported(deviceId, said.report);
    this.#pressed({ deviceId, servicePointId, acts }, pressed.press, pressed.id, message);
    return true;
  }

  #behind(gatewayId: string, setUp: GatewaySetUp, message: Message): boolean {
    const read = readGatewayMessage(setUp, message.topic, message.payload);
    // A gateway says much that concerns nobody here.
    if (read === undefined) return true;
    const { thing, press, report, present } = read;
    this.#isPresent(thing.id, gatewayId, present);
    this.#parts.live.reported(thing.id, report);
    if (press !== undefined && !message.retain) this.#pressed(fingerOf(thing), press.kind, press.id, message);
    return true;
  }

  #pressed(finger: Finger, press: PressKind, id: string | undefined, { dup, messageId }: Message): void {
    const { deviceId, servicePointId, acts } = finger;
    const now = this.#parts.now();
    if (!this.#presses.isNew({ deviceId, press, id, messageId, dup }, now)) return;
    const flood = this.#floods.press(deviceId, now);
    if (flood === 'floods') this.#parts.log.warn('button-muted', { deviceId });
    this.#parts.live.reported(deviceId, { flooding: flood !== 'counts' });
    if (flood !== 'counts') return;
    const pressed: Press = { deviceId, servicePointId, press, id, ...(acts === undefined ? {} : { acts }) };
    for (const listener of this.#listeners) listener(pressed);
  }

  #isPresent(thingId: string, gatewayId: string, present: boolean): void {
    if (this.#present.has(thingId) === present) return;
    if (present) this.#present.set(thingId, gatewayId);
    else this.#present.delete(thingId);
    this.#parts.live.connected(thingId, present);
  }
}

function fingerOf({ id, servicePointId, presses }: GatewayThing): Finger {
  return { deviceId: id, servicePointId: servicePointId ?? null, acts: presses };
}
