// The passwords of things: how one comes in, and how it comes to its next one. Source: docs/protocol.md, "Things".

import type { EpochMs } from '@foyer/contracts/time.ts';
import type { DeviceCredential } from './access.ts';

export interface ThingSignIn {
  readonly credential: DeviceCredential;
  /** Its password has expired: it may take its next one, and nothing else. */
  readonly onlyRenews: boolean;
}

/** What a thing is told on its `credential`; the password is nowhere else. */
export interface OfferedPassword {
  readonly id: string;
  readonly password: string;
  /** Of the new one. */
  readonly expiresAt: EpochMs;
}

export interface ThingPasswords {
  /** The first sign-in with the next password ends the one before. Undefined: not let in. */
  signIn(thing: {
    readonly deviceId: string;
    readonly token: string | undefined;
    readonly loopback: boolean;
  }): Promise<ThingSignIn | undefined>;
  /** A next password, in the place of one that was offered before; the one that counts stays good. */
  offer(deviceId: string): Promise<OfferedPassword>;
  /** The thing has what was offered under this id; another id is nothing. */
  took(deviceId: string, offerId: string): Promise<void>;
  /** Some have expired: whoever came in with one is looked at again. */
  expired(): void;
}
