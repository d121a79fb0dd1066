// Calling rules once services or rooms are taken away: nothing names them any more. Pure, and without a schema, so that a
// screen's bundle may carry it.

import type { CallingRules, ServiceCalling, WorkProfile } from './calling-rules.ts';

/** `gone`: ids of services and of rooms. A profile that is left without any service goes, too. */
export function rulesWithout(rules: CallingRules, gone: ReadonlySet<string>): CallingRules {
  const isLeft = (id: string | undefined) => id === undefined || !gone.has(id);
  const conditionsOf = ({ conditions }: Pick<WorkProfile, 'conditions'>) =>
    conditions.filter(({ serviceId }) => isLeft(serviceId));
  return {
    ...rules,
    usual: { ...rules.usual, conditions: conditionsOf(rules.usual) },
    profiles: rules.profiles
      .filter(({ servicePointId }) => isLeft(servicePointId))
      .map((profile) => ({ ...profile, serves: profile.serves.filter(isLeft), conditions: conditionsOf(profile) }))
      .filter(({ serves }) => serves.length > 0),
    services: rules.services.filter(({ serviceId }) => isLeft(serviceId)).map((service) => lateWithin(service, isLeft)),
  };
}

function lateWithin(service: ServiceCalling, isLeft: (id: string | undefined) => boolean): ServiceCalling {
  const { lateTo, ...rest } = service;
  return isLeft(lateTo) ? service : rest;
}
