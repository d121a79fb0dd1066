// Ports that are known before their server starts, so that a restart keeps them.

import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Ports below 32,768 are given to no outgoing connection, so nobody else is handed one in between. Source: ip(7). */
const lowest = 15_000;
const firstForOutgoing = 32_768;

/** The port wanted, or a free one for 0. */
export async function settledPort(wanted: number, host = '127.0.0.1'): Promise<number> {
  if (wanted !== 0) return wanted;
  for (;;) {
    const port = randomInt(lowest, firstForOutgoing);
    // Whoever asks at one address is not to meet another's server there, so it is free at every one.
    if ((await isFree(port, host)) && (await isFree(port, '0.0.0.0'))) return port;
  }
}

/** Throws what the system says of an address that this machine does not have. */
export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
