import { admitsNobody, type StorageView } from '@foyer/contracts/storage.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { ClinicState } from './clinic-state.ts';

/** Who makes room before it is needed. */
const seesRoom: readonly StaffRole[] = ['supervisor', 'admin'];

/** What every screen is told: that the box cannot write all that is done. */
export function storageView({ storage }: Pick<ClinicState, 'storage'>): { readonly storage?: StorageView } {
  return storage !== undefined && admitsNobody(storage) ? { storage } : {};
}

/** That room runs short is for those who can make some. */
export function storageFor(
  { storage }: Pick<ClinicState, 'storage'>,
  roles: readonly StaffRole[],
): { readonly storage?: StorageView } {
  if (storage?.state === 'nearly-full' && !roles.some((role) => seesRoom.includes(role))) return {};
  return storage === undefined ? {} : { storage };
}
