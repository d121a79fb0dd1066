import { networkInterfaces } from 'node:os';

/** The machine's first IPv4 address that is not loopback; undefined on a machine without a network. */
export function lanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flat()
    .find((entry) => entry?.family === 'IPv4' && !entry.internal)?.address;
}
