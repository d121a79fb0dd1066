// Passwords and PINs as argon2id. One at a time: each takes memory and a core on purpose, and a crowd that signs in
// must not starve the relay.

import { hash, verify } from '@node-rs/argon2';

export interface Passwords {
  hash(secret: string): Promise<string>;
  /** Takes as long for an absent hash as for a wrong secret. */
  verify(stored: string | undefined, secret: string): Promise<boolean>;
}

export interface PasswordCost {
  readonly memoryCostKiB: number;
  readonly timeCost: number;
}

/** Source: OWASP Password Storage, argon2id. */
export const usualCost: PasswordCost = { memoryCostKiB: 19_456, timeCost: 2 };

export function createPasswords(cost: PasswordCost = usualCost): Passwords {
  const options = { memoryCost: cost.memoryCostKiB, timeCost: cost.timeCost, parallelism: 1 }; // argon2id by default
  let last: Promise<unknown> = Promise.resolve();
  let nobodysHash: Promise<string> | undefined;

  function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  return {
    hash: (secret) => oneAtATime(() => hash(secret, options)),
    verify(stored, secret) {
      return oneAtATime(async () => {
        nobodysHash ??= hash('nobody', options);
        const matches = await verify(stored ?? (await nobodysHash), secret, options);
        return matches && stored !== undefined;
      });
    },
  };
}
