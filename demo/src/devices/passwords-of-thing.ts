// The passwords that a thing of software holds: the one that it signs in with, and one beside it that may count already
// or not yet. A next one is taken over before it is used, so that it is never without one that is good.

export interface OfferedToThing {
  readonly id: string;
  readonly password: string;
}

export class PasswordsOfThing {
  #held: readonly string[];
  #offer: OfferedToThing | undefined;

  constructor(password: string) {
    this.#held = [password];
  }

  /** To sign in with now. */
  get now(): string {
    return this.#held[0] ?? '';
  }

  /** Under which id the newest was offered. */
  get stored(): string | undefined {
    return this.#offer?.id;
  }

  /** False: it says nothing, or nothing new. */
  take(message: Readonly<Record<string, unknown>>): boolean {
    const { id, password } = message;
    if (typeof id !== 'string' || typeof password !== 'string' || this.#held.includes(password)) return false;
    this.#offer = { id, password };
    this.#held = [password, this.now];
    return true;
  }

  /** The other one, next time. */
  refused(): void {
    this.#held = this.#held.toReversed();
  }
}
