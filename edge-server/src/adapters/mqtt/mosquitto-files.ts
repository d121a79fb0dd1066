// What Mosquitto is configured with, written from the table that the broker in this process asks. A device signs in with
// its id; where it listens its client id has to be made the same, so that of two with one id the newer stands, and that the
// older was closed is in the log. Source: mosquitto.conf(5).

import { aclTable, type Holder } from './acl.ts';
import { logTopic } from './taken-over.ts';
import { topicOf } from './topics.ts';

/** The edge itself, as Mosquitto knows it. */
export const edgeUser = 'edge';

export interface MosquittoParts {
  readonly clinicId: string;
  readonly holders: readonly Holder[];
}

export function aclFile({ clinicId, holders }: MosquittoParts): string {
  const branches = holders.flatMap(({ gatewayBranch }) => gatewayBranch ?? []);
  const edge = [
    `user ${edgeUser}`,
    `topic readwrite foyer/v1/${clinicId}/#`,
    `topic read ${logTopic}`,
    ...branches.map((branch) => `topic read ${branch}/#`),
  ];
  return `${[edge, ...holders.map(linesOf)].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

export function passwordFile(passwords: ReadonlyMap<string, string>): string {
  return [...passwords].map(([user, password]) => `${user}:${password}\n`).join('');
}

/** Without a listener: where it listens is the clinic's to say, and below it `use_username_as_clientid true`. */
export function confFile(folder: string): string {
  return [
    'per_listener_settings false',
    'allow_anonymous false',
    `password_file ${folder}/passwords`,
    `acl_file ${folder}/acl`,
    // Beside what is logged elsewhere: that two devices with one id push each other out is said there alone.
    'log_dest stderr',
    'log_dest topic',
    'persistence false',
    'message_size_limit 8192',
    'max_queued_messages 100',
    '',
  ].join('\n');
}

function linesOf(holder: Holder): readonly string[] {
  const { says, hears } = aclTable[holder.role];
  if (holder.onlyRenews === true) {
    const [state, credential] = [topicOf(holder, 'state'), topicOf(holder, 'credential')];
    return [`user ${holder.deviceId}`, `topic write ${state}`, `topic read ${credential}`];
  }
  return [
    `user ${holder.deviceId}`,
    ...says.map((leaf) => `topic write ${topicOf(holder, leaf)}`),
    ...hears.map((leaf) => `topic read ${topicOf(holder, leaf)}`),
    ...(holder.gatewayBranch === undefined ? [] : [`topic readwrite ${holder.gatewayBranch}/#`]),
  ];
}
