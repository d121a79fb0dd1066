import type { PinHasher } from '../../ports/pin-hasher.ts';

/** Source: OWASP Password Storage Cheat Sheet, argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export class Argon2PinHasher implements PinHasher {
  async hash(pin: string): Promise<string> {
    const { hash } = await import('@node-rs/argon2');
    return hash(pin, cost);
  }
}
