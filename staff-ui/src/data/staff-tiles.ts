// Who may sign in on this tablet, as tiles: who is at its room first, then those who are somewhere, then by name.

import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import type { ServicePointId, StaffId } from '@foyer/contracts/ids.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';

export interface Tile {
  readonly id: StaffId;
  readonly name: string;
  readonly role: StaffRole;
  readonly roles: readonly StaffRole[];
  /** Where the person is now; empty when nowhere. */
  readonly place: string;
  /** At this tablet's own room. */
  readonly here: boolean;
  /** Admitted by a supervisor for a few days. */
  readonly temporary: boolean;
}

export function sortTiles(
  { staff, servicePoints }: StaffTiles,
  servicePointId: ServicePointId | undefined,
): readonly Tile[] {
  const tiles = staff.map((person): Tile => {
    const point = servicePoints.find((candidate) => candidate.staffName === person.name);
    return {
      id: person.id,
      name: person.name,
      roles: person.roles,
      role: person.roles[0] ?? 'nurse',
      place: point?.name ?? '',
      here: point !== undefined && point.id === servicePointId,
      temporary: person.temporaryUntil !== undefined,
    };
  });
  const rank = (tile: Tile) => (tile.here ? 0 : tile.place ? 1 : 2);
  return tiles.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
