// Changes what hangs on the clinic's cables at once: upon the clinic as it is now, so that nobody is overwritten unseen.

import type { ClinicAsSetUp, ClinicChanges } from '@foyer/contracts/clinic-document.ts';
import { refusedIn, type Refused } from './refusals.ts';
import type { StaffSession } from './staff-session.ts';
import type { TabletApi } from './tablet-api.ts';

const GIVE_UP_AFTER_MS = 15_000;
/** Somebody else was quicker: upon theirs, once more. */
const mostTries = 3;

export interface ClinicChanging {
  readonly api: Pick<TabletApi, 'clinicAsSetUp'>;
  readonly session: Pick<StaffSession, 'act' | 'read' | 'token'>;
}

/** Undefined when it counts. What was refused is said where it was asked. */
export async function changeClinicNow(
  { api, session }: ClinicChanging,
  change: (clinic: ClinicAsSetUp) => ClinicChanges,
): Promise<Refused | undefined> {
  let refused: Refused | undefined;
  for (let tried = 0; tried < mostTries; tried += 1) {
    const clinic = await api.clinicAsSetUp(session.token);
    if (!clinic.ok) return refusedIn(clinic);
    const { version } = clinic.value;
    const body = { type: 'change-clinic' as const, version, changes: change(clinic.value) };
    refused = refusedIn(await session.act(body, { giveUpAfterMs: GIVE_UP_AFTER_MS }));
    if (refused === undefined) return undefined;
    session.read();
    if (refused.code !== 'clinic-changed-meanwhile') return refused;
  }
  return refused;
}
