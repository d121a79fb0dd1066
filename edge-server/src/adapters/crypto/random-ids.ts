import { randomFillSync } from 'node:crypto';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { Ids } from '../../ports/ids.ts';

const poolBytes = 4_096;

/** Ids from the system's randomness, drawn in pools: one call of the kernel serves some hundred ids. */
export function createRandomIds(): Ids {
  const pool = new Uint8Array(poolBytes);
  let at = poolBytes;
  const draw = (bytes: number): Uint8Array => {
    if (at + bytes > poolBytes) {
      randomFillSync(pool);
      at = 0;
    }
    at += bytes;
    return pool.slice(at - bytes, at);
  };
  return {
    newId: (moment) => uuidV7(moment, draw(10)),
    newPublicId: () => Buffer.from(draw(16)).toString('base64url'),
  };
}
