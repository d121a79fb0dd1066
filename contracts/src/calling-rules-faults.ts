// What is impossible in calling rules, each fault with its place: the edge refuses by it, the page says it where it was
// typed. Pure, and without a schema, so that a screen's bundle may carry it.

import { sharedClasses } from './calling-choices.ts';
import type { Calling, CallingRules, WorkProfile } from './calling-rules.ts';
import type { ServiceId, ServicePointId, StaffId } from './ids.ts';

export const callingFaultCodes = [
  'minutes-out-of-range',
  'share-of-zero',
  'profile-of-one',
  'profile-twice',
  'serves-nothing',
  'service-unknown',
  'service-not-offered',
  'service-point-unknown',
  'staff-unknown',
  'service-unserved',
  'service-twice',
  'condition-twice',
  'condition-not-served',
  'late-without-window',
  'late-goes-round',
  'person-twice',
  'skill-of-nobody',
] as const;
export type CallingFaultCode = (typeof callingFaultCodes)[number];
export interface CallingFault {
  /** JSON pointer within the rules. */
  readonly path: string;
  readonly code: CallingFaultCode;
}
type Found = CallingFault | undefined;

/** What rules may name. */
export interface CallingPlace {
  readonly serviceIds: readonly ServiceId[];
  readonly servicePoints: readonly { readonly id: ServicePointId; readonly serviceIds: readonly ServiceId[] }[];
  readonly knowsStaff: (staffId: StaffId) => boolean;
}

const leastLongestWait = 10;
const mostMinutes = 720;

/** Empty when the clinic can call by them. In the order of the rules. */
export function callingRulesFaults(rules: CallingRules, place: CallingPlace): readonly CallingFault[] {
  const { usual, profiles, longestWaitMinutes, ageingMinutes, opensAfterMinutes } = rules;
  return [
    ...callingFaults(usual, '/usual', place.serviceIds, place),
    ...profiles.flatMap((profile, index) => profileFaults(profile, index, profiles, place)),
    ...unservedFaults(profiles, place),
    minutes(longestWaitMinutes, '/longestWaitMinutes', leastLongestWait),
    ageingMinutes === undefined ? undefined : minutes(ageingMinutes, '/ageingMinutes', 1),
    minutes(opensAfterMinutes, '/opensAfterMinutes', 1),
    ...appointmentFaults(rules),
    ...needFaults(rules),
    ...rules.services.flatMap((_, index) => serviceFaults(rules, index, place)),
    ...rules.people.flatMap(({ staffId }, index) => [
      when(!place.knowsStaff(staffId), `/people/${index}/staffId`, 'staff-unknown'),
      when(
        rules.people.findIndex((other) => other.staffId === staffId) < index,
        `/people/${index}/staffId`,
        'person-twice',
      ),
    ]),
  ].filter((fault) => fault !== undefined);
}

function callingFaults(
  { conditions, shares }: Calling,
  path: string,
  serves: readonly string[],
  { serviceIds }: CallingPlace,
): readonly Found[] {
  const asked = conditions.flatMap(({ serviceId, overMinutes }, index) => {
    const at = `${path}/conditions/${index}`;
    const isKnown = serviceIds.includes(serviceId);
    const before = conditions.findIndex((other) => other.serviceId === serviceId);
    return [
      when(!isKnown, `${at}/serviceId`, 'service-unknown'),
      when(isKnown && !serves.includes(serviceId), `${at}/serviceId`, 'condition-not-served'),
      // The shorter of two waits alone would ever count, or the second is never reached.
      when(before < index, `${at}/serviceId`, 'condition-twice'),
      minutes(overMinutes, `${at}/overMinutes`, 1),
    ];
  });
  const turns =
    shares === undefined
      ? []
      : sharedClasses.map((priorityClass) =>
          // A class without a turn would wait for ever.
          when(shares[priorityClass] < 1, `${path}/shares/${priorityClass}`, 'share-of-zero'),
        );
  return [...asked, ...turns];
}

function profileFaults(
  profile: WorkProfile,
  index: number,
  profiles: readonly WorkProfile[],
  place: CallingPlace,
): readonly Found[] {
  const path = `/profiles/${index}`;
  const { servicePointId, staffId, serves } = profile;
  const point = place.servicePoints.find(({ id }) => id === servicePointId);
  const isOfOne = (servicePointId === undefined) !== (staffId === undefined);
  const first = profiles.findIndex(
    (other) => other.servicePointId === servicePointId && other.staffId === staffId && isOfOne,
  );
  return [
    when(!isOfOne, path, 'profile-of-one'),
    when(isOfOne && first < index, path, 'profile-twice'),
    when(servicePointId !== undefined && point === undefined, `${path}/servicePointId`, 'service-point-unknown'),
    when(staffId !== undefined && !place.knowsStaff(staffId), `${path}/staffId`, 'staff-unknown'),
    when(serves.length === 0, `${path}/serves`, 'serves-nothing'),
    ...serves.map((serviceId, at) => {
      if (!place.serviceIds.includes(serviceId))
        return { path: `${path}/serves/${at}`, code: 'service-unknown' } as const;
      const isOffered = point === undefined || point.serviceIds.includes(serviceId);
      return when(!isOffered, `${path}/serves/${at}`, 'service-not-offered');
    }),
    ...callingFaults(profile, path, serves, place),
  ];
}

/** A queue that some room offers and, by the profiles of rooms, nobody would call from before it opens up. */
function unservedFaults(
  profiles: readonly WorkProfile[],
  { serviceIds, servicePoints }: CallingPlace,
): readonly Found[] {
  const servedAt = (point: CallingPlace['servicePoints'][number]) =>
    profiles.find(({ servicePointId }) => servicePointId === point.id)?.serves ?? point.serviceIds;
  return serviceIds.map((serviceId) => {
    const offered = servicePoints.some((point) => point.serviceIds.includes(serviceId));
    const served = servicePoints.some((point) => servedAt(point).includes(serviceId));
    const culprit = profiles.findIndex(({ servicePointId }) =>
      servicePoints.some(({ id, serviceIds: offers }) => id === servicePointId && offers.includes(serviceId)),
    );
    return when(offered && !served, `/profiles/${culprit}/serves`, 'service-unserved');
  });
}

function appointmentFaults({ appointments }: CallingRules): readonly Found[] {
  if (appointments === undefined) return [];
  return [
    minutes(appointments.earlyMinutes, '/appointments/earlyMinutes', 0),
    minutes(appointments.lateMinutes, '/appointments/lateMinutes', 0),
  ];
}

/** Below the longest wait: who counted as having waited that long on arrival would come before all who did. */
function needFaults({ needsEarlier, longestWaitMinutes }: CallingRules): readonly Found[] {
  if (needsEarlier === undefined) return [];
  const { minutes: earlier } = needsEarlier;
  const path = '/needsEarlier/minutes';
  return [minutes(earlier, path, 1) ?? when(earlier >= longestWaitMinutes, path, 'minutes-out-of-range')];
}

function serviceFaults(rules: CallingRules, index: number, place: CallingPlace): readonly Found[] {
  const { services, people, appointments } = rules;
  const service = services[index];
  if (service === undefined) return [];
  const { serviceId, lateTo, skill, meanMinutes } = service;
  const path = `/services/${index}`;
  const isTwice = services.findIndex((other) => other.serviceId === serviceId) < index;
  const lateKnown = lateTo === undefined || place.serviceIds.includes(lateTo);
  return [
    when(!place.serviceIds.includes(serviceId), `${path}/serviceId`, 'service-unknown'),
    when(isTwice, `${path}/serviceId`, 'service-twice'),
    when(!lateKnown, `${path}/lateTo`, 'service-unknown'),
    when(lateTo !== undefined && appointments === undefined, `${path}/lateTo`, 'late-without-window'),
    when(goesRound(serviceId, services), `${path}/lateTo`, 'late-goes-round'),
    when(
      skill !== undefined && !people.some(({ skills }) => skills.includes(skill)),
      `${path}/skill`,
      'skill-of-nobody',
    ),
    meanMinutes === undefined ? undefined : minutes(meanMinutes, `${path}/meanMinutes`, 1),
  ];
}

/** Whether who is late for this service would be sent from queue to queue without an end. */
function goesRound(serviceId: ServiceId, services: CallingRules['services']): boolean {
  const seen = new Set<string>();
  let at: string | undefined = serviceId;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const here: string = at;
    at = services.find((service) => service.serviceId === here)?.lateTo;
  }
  return at === serviceId;
}

function minutes(value: number, path: string, least: number): Found {
  return when(value < least || value > mostMinutes, path, 'minutes-out-of-range');
}

function when(isSo: boolean, path: string, code: CallingFaultCode): Found {
  return isSo ? { path, code } : undefined;
}
