// What a file is named by what it holds. A video is large enough that a call would wait for its name, so whatever else is
// to be done goes on in between.

import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

/** Two milliseconds of work or so. */
const bytesAtOnce = 2 * 1024 * 1024;

/** Half of the SHA-256 of the bytes, in hexadecimal digits. */
export async function contentName(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += bytesAtOnce) {
    if (at > 0) await setImmediate();
    hash.update(bytes.subarray(at, at + bytesAtOnce));
  }
  return hash.digest('hex').slice(0, 32);
}
