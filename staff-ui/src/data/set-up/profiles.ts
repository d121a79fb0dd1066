// Work profiles of rooms and of people, by what they are of.

import type { WorkProfile } from '@foyer/contracts/calling-rules.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Room } from './new-things.ts';

export type Profile = WorkProfile;

/** Of a room or of a person. */
export function profileKey({ servicePointId, staffId }: Profile): string {
  return servicePointId ?? staffId ?? '';
}

export function profileName(
  profile: Profile,
  rooms: readonly Room[],
  staff: readonly { readonly id: string; readonly name: string }[],
): string {
  const room = rooms.find(({ id }) => id === profile.servicePointId);
  return room ? localised(room.name) : (staff.find(({ id }) => id === profile.staffId)?.name ?? '');
}

/** In place of the one of the same room or person, or at the end. */
export function withProfile(profiles: readonly Profile[], profile: Profile): Profile[] {
  const index = profiles.findIndex((other) => profileKey(other) === profileKey(profile));
  return index === -1 ? [...profiles, profile] : profiles.with(index, profile);
}
