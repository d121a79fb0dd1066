import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import { recordset } from '../../adapters/postgres/recordset.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { Clinic, DirectoryEntry, EdgeIdentity, KeyPurpose, Network, StoredKey } from './types.ts';

export async function insertNetwork(tx: Transaction, network: Network, at: EpochMs): Promise<void> {
  await sql`insert into networks (network_id, name, created_at)
    values (${network.networkId}, ${network.name}, ${new Date(at)})`.execute(tx);
}

export async function selectNetwork(tx: Transaction, networkId: string): Promise<Network | undefined> {
  const { rows } = await sql<Network>`select network_id as "networkId", name from networks
    where network_id = ${networkId}`.execute(tx);
  return rows[0];
}

export async function insertClinic(tx: Transaction, clinic: Clinic, at: EpochMs): Promise<void> {
  await sql`insert into clinics (clinic_id, network_id, configuration_version, configuration, created_at)
    values (${clinic.clinicId}, ${clinic.networkId}, ${clinic.configurationVersion},
      ${JSON.stringify(clinic.configuration)}, ${new Date(at)})`.execute(tx);
}

export async function insertNetworkClinic(tx: Transaction, networkId: string, clinicId: string): Promise<void> {
  await sql`insert into network_clinics (network_id, clinic_id) values (${networkId}, ${clinicId})`.execute(tx);
}

export async function selectNetworkClinicIds(tx: Transaction, networkId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select clinic_id as id from network_clinics
    where network_id = ${networkId}`.execute(tx);
  return rows.map((row) => row.id);
}

export async function selectClinic(tx: Transaction, clinicId: string): Promise<Clinic | undefined> {
  const { rows } = await sql<Clinic>`
    select clinic_id as "clinicId", network_id as "networkId", configuration_version as "configurationVersion",
      configuration
    from clinics where clinic_id = ${clinicId}`.execute(tx);
  return rows[0];
}

/** The version after the change. */
export async function updateConfiguration(
  tx: Transaction,
  clinicId: string,
  configuration: ClinicConfiguration,
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    update clinics set configuration = ${JSON.stringify(configuration)}, configuration_version = configuration_version + 1
    where clinic_id = ${clinicId} returning configuration_version as version`.execute(tx);
  return rows[0]?.version;
}

/** False when there is one already; that one stays. */
export async function insertKey(
  tx: Transaction,
  clinicId: string,
  purpose: KeyPurpose,
  key: StoredKey,
  at: EpochMs,
): Promise<boolean> {
  const result = await sql`insert into clinic_keys (clinic_id, purpose, public_key, wrapped_key, created_at)
    values (${clinicId}, ${purpose}, ${key.publicKey}, ${key.wrappedKey}, ${new Date(at)})
    on conflict do nothing`.execute(tx);
  return result.numAffectedRows === 1n;
}

export async function selectKey(
  tx: Transaction,
  clinicId: string,
  purpose: KeyPurpose,
): Promise<StoredKey | undefined> {
  const { rows } = await sql<StoredKey>`select public_key as "publicKey", wrapped_key as "wrappedKey"
    from clinic_keys where clinic_id = ${clinicId} and purpose = ${purpose}`.execute(tx);
  return rows[0];
}

export async function insertEdge(
  tx: Transaction,
  edge: EdgeIdentity,
  tokenHash: Uint8Array,
  at: EpochMs,
): Promise<void> {
  await sql`insert into edges (clinic_id, edge_id, token_hash, created_at)
    values (${edge.clinicId}, ${edge.edgeId}, ${tokenHash}, ${new Date(at)})`.execute(tx);
}

export async function selectEdge(
  tx: Transaction,
  clinicId: string,
  tokenHash: Uint8Array,
): Promise<EdgeIdentity | undefined> {
  const { rows } = await sql<EdgeIdentity>`select clinic_id as "clinicId", edge_id as "edgeId" from edges
    where clinic_id = ${clinicId} and token_hash = ${tokenHash} and revoked_at is null`.execute(tx);
  return rows[0];
}

/** How many of the keys are new: one that is taken stays with whoever has it. */
export async function insertDirectoryEntries(
  tx: Transaction,
  owner: DirectoryEntry,
  entries: readonly { readonly key: string; readonly expiresAt: EpochMs | null }[],
): Promise<number> {
  const result = await sql`
    insert into directory (directory_key, network_id, clinic_id, expires_at)
    select e.key, ${owner.networkId}::uuid, ${owner.clinicId}::uuid, e."expiresAt"
    from ${recordset(entries, 'e', { key: 'text', expiresAt: 'timestamptz' })}
    on conflict do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

export async function deleteExpiredEntries(tx: Transaction, clinicId: string, now: EpochMs): Promise<void> {
  await sql`delete from directory where clinic_id = ${clinicId} and expires_at < ${new Date(now)}`.execute(tx);
}

export async function selectDirectoryEntry(
  tx: Transaction,
  key: string,
  now: EpochMs,
): Promise<DirectoryEntry | undefined> {
  const { rows } = await sql<DirectoryEntry>`
    select network_id as "networkId", clinic_id as "clinicId" from directory
    where directory_key = ${key} and (expires_at is null or expires_at > ${new Date(now)})`.execute(tx);
  return rows[0];
}
