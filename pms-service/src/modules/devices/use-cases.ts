// How the devices of a clinic are, as its edge says.

import type { ClinicDevices, DeviceReport } from '@foyer/contracts/device-report.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { shownBackup } from '../backups/use-cases.ts';
import { lastHeardAt } from '../reporting/use-cases.ts';
import { findClinicOf, type Member } from '../tenancy/use-cases-access.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { putDeviceHealth, selectDeviceHealth } from './queries.ts';

/** In the place of the report before. */
export async function takeDeviceReport(
  context: UseCaseContext,
  clinicId: ClinicId,
  { devices }: DeviceReport,
): Promise<void> {
  await context.withTenant({ clinicId }, (tx) => putDeviceHealth(tx, clinicId, context.now(), devices));
}

/** Undefined when the clinic is not the member's to see. */
export async function readClinicDevices(
  context: UseCaseContext,
  member: Member,
  clinicId: ClinicId,
): Promise<ClinicDevices | undefined> {
  return context.withTenant({ clinicId }, async (tx) => {
    const clinic = await findClinicOf(tx, member, clinicId);
    if (clinic === undefined) return undefined;
    return {
      edgeHeardAt: await lastHeardAt(tx, clinicId),
      zone: clinic.configuration.zone,
      ...(await devicesAndBackup(tx, clinicId)),
    };
  });
}

/** As the clinic's edge said last, beside its newest backup that is whole here. */
export async function devicesAndBackup(
  tx: Transaction,
  clinicId: ClinicId,
): Promise<Pick<ClinicDevices, 'heardAt' | 'devices' | 'backup'>> {
  const health = await selectDeviceHealth(tx, clinicId);
  return {
    heardAt: health?.heardAt ?? null,
    devices: health?.devices ?? [],
    backup: await shownBackup(tx, clinicId),
  };
}
