/** Bugs that a broker of things could have; the trial has to see each. */
import { type AclRules, type Holder, tableRules } from '@foyer/edge-server/adapters/mqtt/acl.ts';

export interface CarelessRules {
  readonly name: string;
  readonly rules: AclRules;
}

const branchOf = ({ clinicId, deviceId }: Holder): string => `foyer/v1/${clinicId}/${deviceId}`;

export const carelessRules: readonly CarelessRules[] = [
  {
    name: 'a last will that nobody looks at',
    rules: { ...tableRules, mayLeaveBehind: () => true },
  },
  {
    name: 'a branch that is told by how it begins',
    rules: { ...tableRules, mayPublish: (holder, topic) => topic.startsWith(branchOf(holder)) },
  },
  {
    name: 'a thing that may say whatever it may hear',
    rules: { ...tableRules, mayPublish: (holder, topic) => topic.startsWith(`${branchOf(holder)}/`) },
  },
  {
    name: 'a wildcard in the place of the branch',
    rules: {
      ...tableRules,
      maySubscribe: (holder, filter) => tableRules.maySubscribe(holder, filter.replace('/+/', `/${holder.deviceId}/`)),
    },
  },
  {
    name: 'a gateway whose branch has no end',
    rules: {
      ...tableRules,
      mayPublish: (holder, topic) =>
        tableRules.mayPublish(holder, topic) ||
        (holder.gatewayBranch !== undefined && topic.startsWith(holder.gatewayBranch)),
    },
  },
  {
    name: 'a gateway that may go where others of its kind are',
    rules: {
      ...tableRules,
      maySubscribe: (holder, filter) =>
        tableRules.maySubscribe(holder, filter) ||
        (holder.gatewayBranch !== undefined && filter.startsWith(`${holder.gatewayBranch.split('/')[0]}/`)),
    },
  },
  {
    name: 'a thing that is let to nothing',
    rules: { ...tableRules, mayPublish: () => false },
  },
];
