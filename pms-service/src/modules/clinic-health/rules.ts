// What a clinic needs somebody for. Pure: the moment comes in as an argument.

import { clinicNeeds, type ClinicHealth, type ClinicNeed } from '@foyer/contracts/clinic-health.ts';
import type { ClinicDevices } from '@foyer/contracts/device-report.ts';
import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { Clinic } from '../tenancy/types.ts';
import type { FoundHealth } from './types.ts';

/** An edge asks for its feed at least once a minute: a restart or a short cut is no alarm. */
const notHeardAfterMs = 5 * minuteMs;
/** For so long rows and items may be under way before somebody looks. */
const waitsAfterMs = 15 * minuteMs;

export interface Found {
  readonly clinic: Clinic;
  readonly relay: FoundHealth | undefined;
  readonly devices: Pick<ClinicDevices, 'devices' | 'backup'>;
}

export function clinicHealth({ clinic, relay, devices }: Found, now: EpochMs): ClinicHealth {
  const { clinicId: id, code, name, zone } = clinic.configuration;
  const box = devices.devices.find(({ kind }) => kind === 'box');
  const backups = [...Object.values(box?.box?.backups ?? {}), devices.backup?.takenAt ?? 0];
  const backupAt = Math.max(...backups);
  const known = {
    id,
    code,
    name,
    zone,
    ...relayOf(relay, now),
    ...(backupAt === 0 ? {} : { backupAt }),
    ...(box?.firmware === undefined ? {} : { version: box.firmware }),
  };
  return { ...known, needs: needsOf(known, relay, box?.problems ?? [], now) };
}

/** What is most pressing first; of two alike, by name. */
export function mostPressingFirst(clinics: readonly ClinicHealth[]): readonly ClinicHealth[] {
  const rank = ({ needs: [first] }: ClinicHealth): number =>
    first === undefined ? clinicNeeds.length : clinicNeeds.indexOf(first);
  return clinics.toSorted(
    (a, b) => rank(a) - rank(b) || b.needs.length - a.needs.length || a.name.localeCompare(b.name),
  );
}

type Known = Omit<ClinicHealth, 'needs'>;

function relayOf(
  relay: FoundHealth | undefined,
  now: EpochMs,
): Omit<Known, 'id' | 'code' | 'name' | 'zone' | 'backupAt' | 'version'> {
  if (relay === undefined) return { epoch: 0, seq: 0, waitingRows: 0, deadLetters: 0 };
  const { heardAt, newestAt, epoch, seq, ownSeq, edgeNumber, feedItems, firstItem, deadLetters } = relay;
  const waitingRows = Math.max(0, (ownSeq ?? 0) - seq);
  return {
    ...(heardAt === null ? {} : { lastHeardAt: heardAt }),
    epoch,
    seq,
    waitingRows,
    ...(waitingRows === 0 || newestAt === null ? {} : { waitingSince: newestAt }),
    ...(edgeNumber === 0 ? {} : { feedItems }),
    ...(firstItem === null ? {} : { feedSince: Math.min(firstItem, now) }),
    deadLetters,
  };
}

function needsOf(
  { lastHeardAt, waitingSince, feedSince, deadLetters }: Known,
  relay: FoundHealth | undefined,
  problems: readonly string[],
  now: EpochMs,
): readonly ClinicNeed[] {
  const isLate = (since: EpochMs | undefined): boolean => since !== undefined && now - since > waitsAfterMs;
  const isHeard = lastHeardAt !== undefined && now - lastHeardAt <= notHeardAfterMs;
  const so: ReadonlySet<string> = new Set([
    // Of a box that is silent this is an old story.
    ...(isHeard ? problems : problems.filter((problem) => problem === 'update-stuck')),
    ...(relay?.kinds ?? []).filter((kind) => kind !== 'dead-letters'),
    ...(relay?.quarantined === true ? ['fork'] : []),
    ...(deadLetters > 0 ? ['dead-letters'] : []),
    // A clinic that was never heard is being set up.
    ...(lastHeardAt === undefined || isHeard ? [] : ['clinic-not-heard']),
    ...(isHeard && isLate(waitingSince) ? ['rows-waiting'] : []),
    ...(isHeard && isLate(feedSince) ? ['feed-behind'] : []),
  ]);
  return clinicNeeds.filter((need) => so.has(need));
}
