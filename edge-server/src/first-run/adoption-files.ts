// What a centre needs in order to take over a clinic that was set up at its edge, as the two files that it takes in. The
// ids stay, so that the log fits; PINs stay on the box. Source: docs/clinic-files.md.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { ReadModel } from '../ports/read-model.ts';

export interface AdoptionFiles {
  readonly clinic: ClinicConfiguration;
  readonly facts: {
    readonly staff: readonly AdoptedMember[];
    readonly prices: readonly { readonly serviceId: string; readonly amountMinor: number }[];
  };
}
export interface AdoptedMember {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly pinAtClinic: true;
  readonly active: boolean;
}

/** Undefined where there is no clinic yet. Who was admitted for a few days is asked of the centre by the log itself. */
export function adoptionFiles(read: Pick<ReadModel, 'configuration' | 'staff' | 'prices'>): AdoptionFiles | undefined {
  const clinic = read.configuration();
  if (clinic === undefined) return undefined;
  const roster = read.staff().filter(({ endsAt }) => endsAt === null);
  return {
    clinic,
    facts: {
      staff: roster.map(({ id, name, roles, active }) => ({ id, name, roles, pinAtClinic: true, active })),
      prices: read.prices().map(({ serviceId, amountMinor }) => ({ serviceId, amountMinor })),
    },
  };
}
