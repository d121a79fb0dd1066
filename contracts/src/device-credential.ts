// How long the credential of a screen lasts, and what its key signs to have the next one. Source: docs/protocol.md.

import { dayMs } from './time.ts';

export const credentialMs = 30 * dayMs;
/** With less left than this, a screen renews. */
export const renewWithinMs = credentialMs / 2;
/** A credential that expired is renewed by its key for so long; afterwards the screen is let in anew. */
export const renewLateMs = 365 * dayMs;

/** What a signature is over: it says what it is for, so that it is good for nothing else. */
export function renewalText(deviceId: string, challenge: string): string {
  return `foyer renewal 1\n${deviceId}\n${challenge}`;
}
