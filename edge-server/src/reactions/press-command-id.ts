// The commandId of a press. A button that numbers its presses says the same number when it repeats a message that nobody
// acknowledged; the id is made of it, so that a repeat is known as one also by an edge that was started in between.

import { createHash } from 'node:crypto';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { Press } from '../ports/things.ts';

/** A button whose battery was changed counts from the beginning again: a number means little for longer. */
const numberHoldsMs = 10 * minuteMs;

/** Made of `random` where the button numbers nothing. */
export function pressCommandId({ deviceId, press, id }: Press, now: EpochMs, random: () => Uint8Array): string {
  if (id === undefined) return uuidV7(now, random());
  const from = now - (now % numberHoldsMs);
  return uuidV7(
    from,
    createHash('sha256')
      .update(JSON.stringify([from, deviceId, press, id]))
      .digest(),
  );
}
