// Who may say and hear what, as data: a thing its own branch, a gateway the branch that it was set up with besides, and
// nobody anything else. It is what the broker in this process asks, what Mosquitto's file is written from, and what
// `npm run faults -- mqtt-acl` holds both to. A last will and a retained message are said like any other.

import type { ThingRole } from '@foyer/contracts/roles.ts';
import { type Branch, type Leaf, topicOf } from './topics.ts';

export interface Allowed {
  readonly says: readonly Leaf[];
  readonly hears: readonly Leaf[];
}

const everyLeaf = ['state', 'event', 'command', 'config', 'credential'] as const satisfies readonly Leaf[];

export const aclTable: { readonly [R in ThingRole]: Allowed } = {
  button: { says: ['state', 'event'], hears: everyLeaf },
  sign: { says: ['state'], hears: everyLeaf },
  gateway: { says: ['state'], hears: everyLeaf },
};

/** A thing at the door. */
export interface Holder extends Branch {
  readonly role: ThingRole;
  /** Of a gateway that was set up: where its own topics begin. */
  readonly gatewayBranch?: string | undefined;
  /** Its password has expired: of everything it hears its next one alone, and only its state is heard. */
  readonly onlyRenews?: boolean;
}

export function mayPublish(holder: Holder, topic: string): boolean {
  if (/[+#\0]/.test(topic)) return false;
  if (isOnBranch(holder, topic)) return true;
  return aclTable[holder.role].says.some((leaf) => topicOf(holder, leaf) === topic);
}

/** No wildcard may stand where a branch does. */
export function maySubscribe(holder: Holder, filter: string): boolean {
  if (holder.onlyRenews === true) return filter === topicOf(holder, 'credential');
  if (isOnBranch(holder, filter)) return true;
  const prefix = topicOf(holder, '');
  const { hears } = aclTable[holder.role];
  return filter.startsWith(prefix) && [...hears, '+', '#'].some((leaf) => leaf === filter.slice(prefix.length));
}

/** At where it begins, or below it; MQTT's `#` catches both. */
function isOnBranch({ gatewayBranch }: Holder, topic: string): boolean {
  return gatewayBranch !== undefined && `${topic}/`.startsWith(`${gatewayBranch}/`);
}

/** What a broker asks of everybody who is let in. */
export interface AclRules {
  readonly mayPublish: (holder: Holder, topic: string) => boolean;
  /** A last will: what it may not say alive it may not say dead. */
  readonly mayLeaveBehind: (holder: Holder, topic: string) => boolean;
  readonly maySubscribe: (holder: Holder, filter: string) => boolean;
}
export const tableRules: AclRules = { mayPublish, mayLeaveBehind: mayPublish, maySubscribe };
