// PINs against their argon2id hashes, one at a time: a verification takes 19 MiB and a tenth of a second on the box,
// so twenty at once would stop the queue. Source: OWASP Password Storage Cheat Sheet, argon2id.

const mostWaiting = 8;

/** Verified when nobody of that id exists, so that an unknown person takes as long as a wrong PIN. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$mDJ5UTVxVnEj7mv5btUmew$8nX7x0mZqJVKFWh7cA2UrgDK66ElN4h+Wyn2woiPK28';

export interface PinVerifier {
  /** Undefined when too many wait already. */
  verify(pinHash: string | undefined, pin: string): Promise<boolean | undefined>;
  /** Runs after everything that was asked before, and before everything asked later. */
  alone<T>(work: () => Promise<T>): Promise<T> | undefined;
}

export class Argon2PinVerifier implements PinVerifier {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  alone<T>(work: () => Promise<T>): Promise<T> | undefined {
    if (this.#waiting >= mostWaiting) return undefined;
    this.#waiting += 1;
    const done = this.#last.then(work).finally(() => {
      this.#waiting -= 1;
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  async verify(pinHash: string | undefined, pin: string): Promise<boolean> {
    const { verify } = await import('@node-rs/argon2');
    const known = pinHash !== undefined && pinHash !== '';
    const matches = await verify(known ? pinHash : nobodysHash, pin);
    return matches && known;
  }
}
