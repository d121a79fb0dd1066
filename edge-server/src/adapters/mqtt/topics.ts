// The branch of one thing: what it says of itself and what befell it, what it is told, what it should
// have, and its next password.

export type Leaf = 'state' | 'event' | 'command' | 'config' | 'credential';

const leaves: readonly Leaf[] = ['state', 'event', 'command', 'config', 'credential'];

export interface Branch {
  readonly clinicId: string;
  readonly deviceId: string;
}

/** An empty leaf is where the branch begins. */
export function topicOf({ clinicId, deviceId }: Branch, leaf: Leaf | ''): string {
  return `foyer/v1/${clinicId}/${deviceId}/${leaf}`;
}

/** Of one of a clinic's own topics. */
export function placeOf(
  topic: string,
  clinicId: string,
): { readonly deviceId: string; readonly leaf: Leaf } | undefined {
  const [foyer, version, clinic, deviceId = '', leaf, ...more] = topic.split('/');
  if (foyer !== 'foyer' || version !== 'v1' || clinic !== clinicId || more.length > 0) return undefined;
  const known = leaves.find((each) => each === leaf);
  return known === undefined ? undefined : { deviceId, leaf: known };
}
