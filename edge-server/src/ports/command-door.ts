// The one door for change, as HTTP, sockets, things and reactions see it. Source: ADR 0003.

import type { Credential } from './access.ts';
import type { StatusAnswer } from './writer.ts';

export interface CommandDoor {
  /** Validates, authorises and submits what somebody sent; answers every kind of rubbish with a code, never throws. */
  submit(command: unknown, credential: Credential): Promise<StatusAnswer>;
}
