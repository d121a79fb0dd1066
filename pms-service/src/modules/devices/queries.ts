import type { ReportedDevice } from '@foyer/contracts/device-report.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';

export async function putDeviceHealth(
  tx: Transaction,
  clinicId: string,
  heardAt: EpochMs,
  devices: readonly ReportedDevice[],
): Promise<void> {
  await sql`
    insert into device_health (clinic_id, heard_at, devices)
    values (${clinicId}, ${heardAt}, ${JSON.stringify(devices)}::jsonb)
    on conflict (clinic_id) do update set heard_at = excluded.heard_at, devices = excluded.devices`.execute(tx);
}

export async function selectDeviceHealth(
  tx: Transaction,
  clinicId: string,
): Promise<{ readonly heardAt: EpochMs; readonly devices: readonly ReportedDevice[] } | undefined> {
  const { rows } = await sql<{ heardAt: string; devices: ReportedDevice[] }>`
    select heard_at as "heardAt", devices from device_health where clinic_id = ${clinicId}`.execute(tx);
  const [row] = rows;
  return row === undefined ? undefined : { heardAt: Number(row.heardAt), devices: row.devices };
}
