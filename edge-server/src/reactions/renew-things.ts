// Things come to their next password while the one that they have is good for less than half its time, and late for a
// year. It is told on the thing's own branch until the thing has it. One that cannot renew, as an administrator said, is
// left as it is.

import { renewLateMs, renewWithinMs } from '@foyer/contracts/device-credential.ts';
import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { Log } from '../ports/log.ts';
import type { StoredDevice } from '../ports/read-model.ts';
import type { ThingPasswords } from '../ports/thing-passwords.ts';
import type { Things } from '../ports/things.ts';

export interface RenewThingsParts {
  readonly things: Pick<Things, 'offer' | 'onStored'>;
  readonly passwords: Pick<ThingPasswords, 'offer' | 'took' | 'expired'>;
  readonly enrolled: () => readonly StoredDevice[];
  readonly setUps: () => ReadonlyMap<string, ThingSetUp>;
  /** Told when things were enrolled, revoked, renewed or set up. */
  readonly onChanged: (listener: () => void) => void;
  /** The broker knows one password of a thing: the next one counts from when the thing says that it has it. */
  readonly countsWhenStored: boolean;
  readonly log: Log;
  readonly now: () => number;
}

const lookEveryMs = 10 * minuteMs;

export class RenewThings {
  readonly name = 'renew-things';
  readonly #parts: RenewThingsParts;
  /** Until when the password is good beside which another was offered, by device. */
  readonly #offered = new Map<string, number>();
  /** Those that had expired at the last look. */
  #expired = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: RenewThingsParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    const { things, passwords, onChanged, countsWhenStored } = this.#parts;
    if (countsWhenStored) things.onStored((deviceId, offerId) => void passwords.took(deviceId, offerId));
    onChanged(() => this.#look());
    this.#timer = setInterval(() => this.#look(), lookEveryMs).unref();
    this.#look();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { enrolled, now, passwords, things } = this.#parts;
    const renewing = enrolled().filter((device) => this.#renews(device));
    for (const { id, passwordUntil = 0 } of renewing) {
      const before = this.#offered.get(id);
      if (before === passwordUntil) continue;
      // It has the next one: what was told of it stands on its branch no more.
      if (before !== undefined) {
        this.#offered.delete(id);
        things.offer(id, undefined);
      }
      if (passwordUntil - now() >= renewWithinMs || now() >= passwordUntil + renewLateMs) continue;
      this.#offered.set(id, passwordUntil);
      void this.#offer(id);
    }
    const expired = renewing.filter(({ passwordUntil = 0 }) => passwordUntil <= now()).length;
    const isNew = expired > this.#expired;
    this.#expired = expired;
    if (isNew) passwords.expired();
  }

  #renews({ id, passwordUntil }: StoredDevice): boolean {
    return passwordUntil !== undefined && this.#parts.setUps().get(id)?.keepsPassword !== true;
  }

  async #offer(deviceId: string): Promise<void> {
    const { passwords, things, log } = this.#parts;
    things.offer(deviceId, await passwords.offer(deviceId));
    log.info('thing-password-offered', { deviceId });
  }
}
