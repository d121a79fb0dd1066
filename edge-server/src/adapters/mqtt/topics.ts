// The branch of one thing: what it says of itself and what befell it, what it is told, and what it should have.

export type Leaf = 'state' | 'event' | 'command' | 'config';

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
  return leaf === 'state' || leaf === 'event' || leaf === 'command' || leaf === 'config'
    ? { deviceId, leaf }
    : undefined;
}
