import type { EpochMs } from '@foyer/contracts/time.ts';

export interface Ids {
  /** A UUIDv7 made from this moment. */
  newId(at: EpochMs): string;
  /** 128 random bits in 22 characters of base64url. */
  newPublicId(): string;
}
