// A clinic's own key out of escrow: for a box that lost it, without which nothing sealed there is ever read again. Given
// to an administrator of that clinic alone, with a line in the access log, or not at all.

import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import { recordAccess } from '../audit/use-cases.ts';
import { findClinicOf } from '../tenancy/use-cases-access.ts';
import { openClinicKey } from '../tenancy/use-cases-keys.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import type { User } from './types.ts';
import { signIn, signOut } from './use-cases.ts';

const administrators: readonly User['role'][] = ['network-admin', 'clinic-admin'];

/** 32 bytes, as the edge keeps them. A clinic of another's is answered as one that has no key here. */
export async function giveClinicKey(
  context: UseCaseContext,
  clinicId: ClinicId,
  typed: { readonly email: string; readonly password: string },
): Promise<{ ok: true; key: Uint8Array } | { ok: false; refusal: Refusal }> {
  const signedIn = await signIn(context, typed);
  if (!signedIn.ok) return signedIn;
  const { user, token } = signedIn.session;
  await signOut(context, token);
  if (!administrators.includes(user.role)) return { ok: false, refusal: { code: 'not-allowed' } };
  return context.withTenant({ clinicId }, async (tx) => {
    const clinic = await findClinicOf(tx, user, clinicId);
    const key = clinic && (await openClinicKey(context, tx, clinicId));
    if (key === undefined) return { ok: false, refusal: { code: 'not-found' } };
    await recordAccess(context, tx, clinicId, { userId: user.userId, action: 'clinic-key-given' });
    return { ok: true, key };
  });
}
