// What a person at the desk has to choose of what is written of patients, with every version beside the others, and for a
// few minutes what was chosen, so that it can be taken back.

import type { DetailConflict } from '@foyer/contracts/detail-conflict.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { StaffConflict, StaffView } from '@foyer/contracts/staff-view.ts';
import { byId } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';

const undoneWithinMs = 10 * minuteMs;

export function conflictsOf({
  conflicts,
  staff,
  now,
}: Pick<ClinicState, 'conflicts' | 'staff' | 'now'>): Pick<StaffView, 'conflicts'> {
  const shown = conflicts.filter(({ chosen }) => chosen === null || now - chosen.at < undoneWithinMs);
  return shown.length === 0 ? {} : { conflicts: byId(shown.map((conflict) => withNames(conflict, staff))) };
}

function withNames(conflict: DetailConflict, staff: ClinicState['staff']): StaffConflict {
  const versions = conflict.versions.map(({ by, ...version }) => {
    const byName = by?.startsWith('staff:') ? staff.get(by.slice('staff:'.length))?.name : undefined;
    return { ...version, ...(byName === undefined ? {} : { byName }) };
  });
  return { ...conflict, versions };
}
