// Who may say what where: a device its own branch and nothing else.

/** What a device says, and what it is told. */
const said = ['state', 'event'] as const;

export interface Branch {
  readonly clinicId: string;
  readonly deviceId: string;
}

export function topicOf({ clinicId, deviceId }: Branch, leaf: 'state' | 'event' | 'command' | 'config'): string {
  return `foyer/v1/${clinicId}/${deviceId}/${leaf}`;
}

export function mayPublish(branch: Branch, topic: string): boolean {
  return said.some((leaf) => topicOf(branch, leaf) === topic);
}

/** Its four topics, or all of them at once; no wildcard may stand where the branch does. */
export function maySubscribe(branch: Branch, filter: string): boolean {
  const prefix = `foyer/v1/${branch.clinicId}/${branch.deviceId}/`;
  return (
    filter.startsWith(prefix) && ['state', 'event', 'command', 'config', '+', '#'].includes(filter.slice(prefix.length))
  );
}
