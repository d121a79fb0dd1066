/**
 * A free port that stays free until a server takes it: below the range from which the system gives ports to
 * outgoing connections, of which a bench makes thousands.
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const lowest = 15_000;
const firstEphemeral = 32_768;

export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, firstEphemeral);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
