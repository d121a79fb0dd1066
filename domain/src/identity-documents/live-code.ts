// A live check-in code: made the moment it is shown, good for ten minutes and once. What makes it live is the second of
// its making and a random id; `check-in-code.ts` has the rest. Pure: whoever judges one says what time it is.
// Source: docs/protocol.md, "Live codes".

import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import { minuteMs, secondMs, type EpochMs } from '@foyer/contracts/time.ts';

/** From its making, by the clock of who judges it. */
export const liveCodeLastsMs = 10 * minuteMs;
/** The clinic's clock may be this far behind the one that the code was made by. */
export const liveCodeAheadMs = 2 * minuteMs;

export interface LiveMark {
  /** In whole seconds, rounded down. */
  readonly madeAt: EpochMs;
  /** Random, 20 hexadecimal digits: what is remembered of a code that was used. */
  readonly id: string;
}

const idLength = 10;
const secondsLength = 4;
/** With it the bytes of a code are a multiple of three, so that no bit of its text says nothing. */
export const liveMarkLength = secondsLength + idLength;

/** From 10 random bytes. */
export function newLiveMark(now: EpochMs, random: Uint8Array): LiveMark {
  return { madeAt: Math.floor(now / secondMs) * secondMs, id: hexOf(random.subarray(0, idLength)) };
}

export function liveMarkBytes({ madeAt, id }: LiveMark): Uint8Array {
  const out = new Uint8Array(liveMarkLength);
  new DataView(out.buffer).setUint32(0, madeAt / secondMs);
  out.set(
    Uint8Array.from({ length: idLength }, (_, index) => Number.parseInt(id.slice(index * 2, index * 2 + 2), 16)),
    secondsLength,
  );
  return out;
}

export function liveMarkOf(bytes: Uint8Array): LiveMark {
  const seconds = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return { madeAt: seconds * secondMs, id: hexOf(bytes.subarray(secondsLength)) };
}

/** Why its minutes do not hold at this moment; undefined where they do. Whether it was used is another question. */
export function liveCodeFault(
  { madeAt }: LiveMark,
  at: EpochMs,
): Extract<ErrorCode, `live-code-${string}`> | undefined {
  if (madeAt > at + liveCodeAheadMs) return 'live-code-ahead';
  return at >= madeAt + liveCodeLastsMs ? 'live-code-expired' : undefined;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
