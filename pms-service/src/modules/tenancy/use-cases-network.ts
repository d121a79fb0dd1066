// The clinics of a network know where the others are, so that who comes to the wrong one is told the way. A clinic is
// introduced once it says where it is, and again when it says that anew; each is told of it in a transaction of its own.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Publication } from '../feed/types.ts';
import { publish, republish } from '../feed/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { selectClinic, selectKey, selectNetworkClinicIds } from './queries.ts';
import { KeyPurpose } from './types.ts';

/** Whether the others have to be told; `before` is absent for a new clinic. */
export function isToBeIntroduced(now: ClinicConfiguration, before?: ClinicConfiguration): boolean {
  const isPlaced = saysWhere(now) || (before !== undefined && saysWhere(before));
  return isPlaced && (before === undefined || canonicalJson(placeOf(now)) !== canonicalJson(placeOf(before)));
}

/** Tells every clinic of the network of this one, and this one of them. */
export async function introduceClinic(context: UseCaseContext, networkId: string, clinicId: ClinicId): Promise<void> {
  const ids = await context.withTenant({ networkId }, (tx) => selectNetworkClinicIds(tx, networkId));
  const own = await context.withTenant({ clinicId }, (tx) => itemOf(tx, clinicId));
  const others: Publication[] = [];
  for (const id of ids.filter((other) => other !== clinicId)) {
    const other = await context.withTenant({ clinicId: id }, async (tx) => {
      await tell(tx, id, own);
      return itemOf(tx, id);
    });
    others.push(other);
  }
  await context.withTenant({ clinicId }, async (tx) => {
    for (const other of others) await tell(tx, clinicId, other);
  });
}

/** Who was never told of a clinic is not told that it is nowhere. */
async function tell(tx: Transaction, clinicId: ClinicId, item: Publication): Promise<void> {
  if (item.body === null) await republish(tx, clinicId, [item]);
  else await publish(tx, clinicId, [item]);
}

async function itemOf(tx: Transaction, clinicId: ClinicId): Promise<Publication> {
  const clinic = await selectClinic(tx, clinicId);
  const key = await selectKey(tx, clinicId, KeyPurpose.checkInSigning);
  const known = clinic !== undefined && saysWhere(clinic.configuration) ? clinic.configuration : undefined;
  if (known === undefined || key?.publicKey == null) return { kind: 'network-clinic', id: clinicId, body: null };
  const publicKey = Buffer.from(key.publicKey).toString('base64');
  return { kind: 'network-clinic', id: clinicId, body: { id: clinicId, ...placeOf(known), publicKey } };
}

function saysWhere({ address, position }: ClinicConfiguration): boolean {
  return address !== undefined || position !== undefined;
}

function placeOf({
  name,
  address,
  position,
  phone,
}: ClinicConfiguration): Pick<ClinicConfiguration, 'name' | 'address' | 'position' | 'phone'> {
  return {
    name,
    ...(address === undefined ? {} : { address }),
    ...(position === undefined ? {} : { position }),
    ...(phone === undefined ? {} : { phone }),
  };
}
