// The names and addresses that this machine answers to on the clinic's network.

import { hostname, networkInterfaces } from 'node:os';

/** What the demonstration and its tests map to this machine. */
const testName = 'clinic.foyer.test';

/** Reachable ones first, so that a redirect goes somewhere useful: LAN addresses, host names, this machine. */
export function networkNames(): readonly string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !address.toLowerCase().startsWith('fe80:'))
    .map(({ address }) => address.toLowerCase());
  const host = hostname().toLowerCase();
  const isName = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/.test(host);
  const hosts = isName ? [host, ...(host.includes('.') ? [] : [`${host}.local`])] : [];
  const v4First = addresses.toSorted((a, b) => Number(a.includes(':')) - Number(b.includes(':')));
  return [...new Set([...v4First, ...hosts, testName, 'localhost', '127.0.0.1', '::1'])];
}
