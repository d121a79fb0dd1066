/**
 * Who may say and hear what on MQTT, written down a second time and without a rule: every topic by its name. What the
 * brokers allow is held to this.
 */
export type ThingKind = 'button' | 'sign' | 'gateway';

export interface TrialHolder {
  readonly deviceId: string;
  readonly kind: ThingKind;
  readonly password: string;
  readonly branch?: string;
}

export const trialClinic = '01990000-0000-7000-8000-000000000001';
const otherClinic = '01990000-0000-7000-8000-000000000009';
const id = (tail: number): string => `01990000-0000-7000-8000-0000000000${tail}`;

export const holders: readonly TrialHolder[] = [
  { deviceId: id(44), kind: 'button', password: 'the-password-of-the-button-44' },
  { deviceId: id(46), kind: 'sign', password: 'the-password-of-the-sign-46' },
  { deviceId: id(47), kind: 'gateway', password: 'the-password-of-the-gateway-47', branch: 'gate/one' },
  { deviceId: id(45), kind: 'button', password: 'the-password-of-the-button-45' },
  { deviceId: id(48), kind: 'gateway', password: 'the-password-of-the-gateway-48', branch: 'gate/two' },
];

const leaves = ['state', 'event', 'command', 'config', 'credential'] as const;
const says: Readonly<Record<ThingKind, readonly string[]>> = {
  button: ['state', 'event'],
  sign: ['state'],
  gateway: ['state'],
};
/** What a gateway of the trial says and hears on its own branch. */
const behindGateway = ['button_1', 'button_1/availability', 'bridge/state'];

const own = ({ deviceId }: TrialHolder): string => `foyer/v1/${trialClinic}/${deviceId}`;

/** Every topic of the trial: of every holder, and of nobody. */
export const topics: readonly string[] = [
  ...holders.flatMap((holder) => [
    ...leaves.map((leaf) => `${own(holder)}/${leaf}`),
    ...behindGateway.flatMap((name) => (holder.branch === undefined ? [] : [`${holder.branch}/${name}`])),
  ]),
  `${own(holders[0]!)}/other`,
  `${own(holders[0]!)}/state/more`,
  own(holders[0]!),
  `${own(holders[0]!)}9/state`,
  `foyer/v1/${otherClinic}/${holders[0]!.deviceId}/state`,
  `foyer/v2/${trialClinic}/${holders[0]!.deviceId}/state`,
  `foyer/v1/${trialClinic}/edge/state`,
  'gate/one',
  'gate/onemore/button_1',
  'gate',
  'else/where',
];

/** Beside every topic, what would catch more than one. */
export const filters: readonly string[] = [
  ...topics,
  '#',
  '+/#',
  'foyer/#',
  `foyer/v1/${trialClinic}/#`,
  `foyer/v1/${trialClinic}/+/state`,
  `foyer/v1/${trialClinic}/+/#`,
  `foyer/v1/+/${holders[0]!.deviceId}/state`,
  'gate/#',
  'gate/+/button_1',
  '$SYS/#',
  ...holders.flatMap((holder) => [
    `${own(holder)}/+`,
    `${own(holder)}/#`,
    ...(holder.branch === undefined ? [] : [`${holder.branch}/#`, `${holder.branch}/+`]),
  ]),
];

/** Last wills and retained messages among them. */
export function isSayable(holder: TrialHolder, topic: string): boolean {
  if (isOnBranch(holder, topic)) return true;
  return says[holder.kind].some((leaf) => topic === `${own(holder)}/${leaf}`);
}

export function isHearable(holder: TrialHolder, topic: string): boolean {
  if (isOnBranch(holder, topic)) return true;
  return leaves.some((leaf) => topic === `${own(holder)}/${leaf}`);
}

/** A filter of its own; one that could catch a topic of somebody else, now or later, is not. */
export function isAskable(holder: TrialHolder, filter: string): boolean {
  if (isOnBranch(holder, filter)) return true;
  return [...leaves, '+', '#'].some((end) => filter === `${own(holder)}/${end}`);
}

/** A gateway's branch is also where it begins. */
function isOnBranch({ branch }: TrialHolder, topic: string): boolean {
  return branch !== undefined && (topic === branch || topic.startsWith(`${branch}/`));
}
