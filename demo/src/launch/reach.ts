// Where a server is reached that listens on an address. The demonstration's tokens and one-time codes count from loopback
// alone, and a machine that calls its own network address does not come in by loopback.

import { isIP } from 'node:net';

export interface Reach {
  /** From this machine, as it stands in a URL. */
  readonly host: string;
  /** From other machines; undefined when nothing listens for them, or there is no network. */
  readonly lanHost: string | undefined;
  /** Whether this machine comes in by loopback. */
  readonly byLoopback: boolean;
}

/** `lanAddress` is this machine's own on its network, if it has one. */
export function reachOf(bind: string, lanAddress: string | undefined): Reach {
  if (isWildcard(bind)) return { host: 'localhost', lanHost: lanAddress, byLoopback: true };
  const host = inUrl(bind);
  if (!isLoopback(bind)) return { host, lanHost: host, byLoopback: false };
  return { host: bind === '127.0.0.1' ? 'localhost' : host, lanHost: undefined, byLoopback: true };
}

/** The address at which this machine reaches what listens on another or on all of its own. */
export function addressOf(bind: string): string {
  return isWildcard(bind) ? '127.0.0.1' : bind;
}

/** An address as it stands in a URL. */
export function inUrl(address: string): string {
  return isIP(address) === 6 ? `[${address}]` : address;
}

function isWildcard(bind: string): boolean {
  return bind === '0.0.0.0' || bind === '::';
}

function isLoopback(bind: string): boolean {
  return bind === 'localhost' || bind === '::1' || /^127\.\d+\.\d+\.\d+$/.test(bind);
}
