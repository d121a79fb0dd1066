// Sessions of patients at kiosks: from the first touch of an identification to the wipe, at most ten minutes. Five
// failures end one; a kiosk with thirty failures within an hour may try every twenty seconds alone. In memory: a
// restart ends every session.

import { hourMs, minuteMs, secondMs } from '@foyer/contracts/time.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Identified } from '../ports/writer.ts';

export const sessionLastsMs = 10 * minuteMs;
export const mostFailures = 5;
export const slowAfterFailures = 30;
export const slowEveryMs = 20 * secondMs;

/** What is known of an identification: who may be meant, then who it is. */
export type Progress =
  | { readonly state: 'asked'; readonly birthDate: string }
  | { readonly state: 'matched'; readonly identified: Identified }
  | { readonly state: 'failed' };

interface Session {
  readonly beganAt: EpochMs;
  failures: number;
  readonly progress: Map<string, Progress>;
}
interface Kiosk {
  session: Session | undefined;
  failedAt: EpochMs[];
  triedAt: EpochMs;
}

export class KioskSessions {
  readonly #now: () => EpochMs;
  readonly #kiosks = new Map<string, Kiosk>();

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  /** Whether this kiosk may try again now; counts as a try. What a silent kiosk knew for too long is forgotten. */
  mayTry(deviceId: string): boolean {
    for (const each of this.#kiosks.values()) this.#current(each);
    const kiosk = this.#kiosk(deviceId);
    const now = this.#now();
    kiosk.failedAt = kiosk.failedAt.filter((at) => at > now - hourMs);
    if (kiosk.failedAt.length >= slowAfterFailures && now - kiosk.triedAt < slowEveryMs) return false;
    kiosk.triedAt = now;
    return true;
  }

  get(deviceId: string, identificationId: string): Progress | undefined {
    return this.#current(this.#kiosk(deviceId))?.progress.get(identificationId);
  }

  /** The identification that a live code has made in the session that goes on. */
  madeBy(deviceId: string, liveCodeId: string): string | undefined {
    for (const progress of this.#current(this.#kiosk(deviceId))?.progress.values() ?? []) {
      if (progress.state === 'matched' && progress.identified.liveCodeId === liveCodeId)
        return progress.identified.identificationId;
    }
    return undefined;
  }

  put(deviceId: string, identificationId: string, progress: Progress): void {
    const kiosk = this.#kiosk(deviceId);
    kiosk.session = this.#current(kiosk) ?? {
      beganAt: this.#now(),
      failures: 0,
      progress: new Map(),
    };
    kiosk.session.progress.set(identificationId, progress);
  }

  failed(deviceId: string, identificationId: string): void {
    const kiosk = this.#kiosk(deviceId);
    this.put(deviceId, identificationId, { state: 'failed' });
    kiosk.failedAt.push(this.#now());
    if (kiosk.session !== undefined && ++kiosk.session.failures >= mostFailures) kiosk.session = undefined;
  }

  end(deviceId: string): void {
    this.#kiosk(deviceId).session = undefined;
  }

  #current(kiosk: Kiosk): Session | undefined {
    if (kiosk.session !== undefined && kiosk.session.beganAt + sessionLastsMs <= this.#now()) kiosk.session = undefined;
    return kiosk.session;
  }

  #kiosk(deviceId: string): Kiosk {
    let kiosk = this.#kiosks.get(deviceId);
    if (kiosk === undefined) {
      kiosk = { session: undefined, failedAt: [], triedAt: Number.NEGATIVE_INFINITY };
      this.#kiosks.set(deviceId, kiosk);
    }
    return kiosk;
  }
}
