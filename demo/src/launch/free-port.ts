import { createServer } from 'node:net';

/** The port wanted, or a free one for 0: known before a server starts, so that a restart keeps it. */
export function settledPort(wanted: number, host = '127.0.0.1'): Promise<number> {
  if (wanted !== 0) return Promise.resolve(wanted);
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
