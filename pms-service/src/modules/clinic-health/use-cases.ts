// Every clinic at a glance, for who looks after all of them: what needs somebody comes first.

import type { ClinicHealth, ClinicHealthList } from '@foyer/contracts/clinic-health.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import { devicesAndBackup } from '../devices/use-cases.ts';
import { findClinic, listClinics } from '../tenancy/use-cases.ts';
import type { Member } from '../tenancy/use-cases-access.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { selectHealth } from './queries.ts';
import { clinicHealth, mostPressingFirst } from './rules.ts';

export async function listClinicHealth(context: UseCaseContext, member: Member): Promise<ClinicHealthList> {
  const clinics = await listClinics(context, member.networkId, member.clinicId ?? undefined);
  const found: ClinicHealth[] = [];
  for (const { clinicId } of clinics) {
    const health = await readClinicHealth(context, clinicId);
    if (health !== undefined) found.push(health);
  }
  return { serverTime: context.now(), clinics: mostPressingFirst(found) };
}

/** Undefined where there is no such clinic. Whose it is was asked before. */
export async function readClinicHealth(context: UseCaseContext, clinicId: ClinicId): Promise<ClinicHealth | undefined> {
  return context.withTenant({ clinicId }, async (tx) => {
    const clinic = await findClinic(tx, clinicId);
    if (clinic === undefined) return undefined;
    const relay = await selectHealth(tx, clinicId);
    return clinicHealth({ clinic, relay, devices: await devicesAndBackup(tx, clinicId) }, context.now());
  });
}
