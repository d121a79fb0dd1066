// Keeps every number sign right: told at once when its call changes, told again before what it shows runs out, so that
// a sign whose edge has died goes dark by itself and never shows an old call as one of now.

import { secondMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { SignFace, Things } from '../ports/things.ts';

/** For so long a sign believes what it was told. */
export const signBelievesMs = 60 * secondMs;
const toldAgainMs = 20 * secondMs;

/** A sign and the call that it is to show now. */
export interface SignNow {
  readonly deviceId: string;
  readonly call: { readonly id: string; readonly number: string; readonly at: EpochMs } | undefined;
}

export interface ShowOnSignsParts {
  readonly things: Pick<Things, 'show'>;
  readonly signs: () => readonly SignNow[];
  readonly onChanged: (listener: () => void) => void;
  readonly now: () => number;
}

interface Shown {
  readonly key: string;
  readonly at: EpochMs;
}

export class ShowOnSigns {
  readonly name = 'show-on-signs';
  readonly #parts: ShowOnSignsParts;
  readonly #shown = new Map<string, Shown>();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: ShowOnSignsParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#parts.onChanged(() => this.#look());
    this.#timer = setInterval(() => this.#look(), toldAgainMs / 2).unref();
    this.#look();
  }

  /** An edge that ends knows no call any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    for (const deviceId of this.#shown.keys()) this.#show(deviceId, { number: null, flash: false });
  }

  #look(): void {
    const signs = this.#parts.signs();
    for (const deviceId of this.#shown.keys()) {
      if (!signs.some((sign) => sign.deviceId === deviceId)) this.#shown.delete(deviceId);
    }
    const now = this.#parts.now();
    for (const { deviceId, call } of signs) {
      const key = call === undefined ? 'dark' : `${call.id} ${call.at}`;
      const before = this.#shown.get(deviceId);
      const isNew = before?.key !== key;
      if (!isNew && Math.abs(now - before.at) < toldAgainMs) continue;
      this.#shown.set(deviceId, { key, at: now });
      // What was called before this edge was started is not called now.
      const flash = isNew && before !== undefined && call !== undefined;
      this.#show(deviceId, { number: call?.number ?? null, flash });
    }
  }

  #show(deviceId: string, face: Omit<SignFace, 'validUntil'>): void {
    const { things, now } = this.#parts;
    things.show(deviceId, { ...face, validUntil: now() + signBelievesMs });
  }
}
