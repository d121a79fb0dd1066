// One press, one command: radio and QoS 1 bring the same message more than once.

import { minuteMs, secondMs } from '@foyer/contracts/time.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export interface HeardPress {
  readonly deviceId: string;
  readonly press: string;
  /** The button's own count, where it sends one. */
  readonly id: string | undefined;
  /** Of the packet, at QoS 1 and 2. */
  readonly messageId: number | undefined;
  /** The packet says that it was sent before. */
  readonly dup: boolean;
}

/** Presses of one button closer together than this are one finger. */
const oneFingerMs = secondMs;
const rememberedMs = 10 * minuteMs;

export class PressMemory {
  readonly #heard = new Map<string, EpochMs>();

  /** Whether this is a press that was not heard before. */
  isNew({ deviceId, press, id, messageId, dup }: HeardPress, at: EpochMs): boolean {
    for (const [key, heardAt] of this.#heard) if (at - heardAt > rememberedMs) this.#heard.delete(key);
    const counted = id === undefined ? undefined : `${deviceId} id ${id}`;
    const packet = messageId === undefined ? undefined : `${deviceId} packet ${messageId}`;
    const finger = `${deviceId} finger ${press}`;
    const known =
      (counted !== undefined && this.#heard.has(counted)) ||
      (dup && packet !== undefined && this.#heard.has(packet)) ||
      at - (this.#heard.get(finger) ?? Number.NEGATIVE_INFINITY) < oneFingerMs;
    for (const key of [counted, packet, finger]) if (key !== undefined && !known) this.#heard.set(key, at);
    return !known;
  }
}
