// Which clinics a user may see. One that is not the user's is answered as one that does not exist.

import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { selectClinic } from './queries.ts';
import type { Clinic } from './types.ts';

/** Who asks: a member of a network, of one clinic of it where `clinicId` is set. */
export interface Member {
  readonly networkId: string;
  readonly clinicId: ClinicId | null;
}

export function mayEnter(member: Member, clinicId: ClinicId): boolean {
  return member.clinicId === null || member.clinicId === clinicId;
}

/** Undefined when there is no such clinic, or it is of another network. */
export async function findClinicOf(tx: Transaction, member: Member, clinicId: ClinicId): Promise<Clinic | undefined> {
  const clinic = mayEnter(member, clinicId) ? await selectClinic(tx, clinicId) : undefined;
  return clinic?.networkId === member.networkId ? clinic : undefined;
}
