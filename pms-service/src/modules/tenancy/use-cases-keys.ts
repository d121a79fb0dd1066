// The keys of a clinic, as the centre keeps them: wrapped by a key that lies outside the database.

import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { invariant } from '@foyer/contracts/app-error.ts';
import { frames } from '@foyer/contracts/log-row.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { open, seal } from '../seal.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { insertKey, selectKey } from './queries.ts';
import { KeyPurpose } from './types.ts';

type KeyContext = Pick<UseCaseContext, 'centreKey' | 'randomBytes' | 'now'>;

/** What comes before the 32 bytes of an Ed25519 private key in PKCS #8. Source: RFC 8410, section 7. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Makes the clinic's key for check-in codes; returns the public half, 32 bytes. */
export async function makeSigningKey(context: KeyContext, tx: Transaction, clinicId: string): Promise<Uint8Array> {
  const secret = context.randomBytes(32);
  const publicKey = publicHalf(secret);
  await insertKey(
    tx,
    clinicId,
    KeyPurpose.checkInSigning,
    {
      publicKey,
      wrappedKey: wrap(context, clinicId, KeyPurpose.checkInSigning, secret),
    },
    context.now(),
  );
  return publicKey;
}

/** Signs with the clinic's key for check-in codes: 64 bytes. */
export async function openSigner(
  context: KeyContext,
  tx: Transaction,
  clinicId: string,
): Promise<(message: Uint8Array) => Uint8Array> {
  const stored = await selectKey(tx, clinicId, KeyPurpose.checkInSigning);
  invariant(stored, 'a clinic has a signing key from its first moment');
  const secret = open(context.centreKey, stored.wrappedKey, label(clinicId, KeyPurpose.checkInSigning));
  invariant(secret, 'the centre key opens what it wrapped');
  const key = privateKey(secret);
  return (message) => sign(null, message, key);
}

/** Keeps the edge's clinic key. False when another key is in escrow already. */
export async function escrowClinicKey(context: UseCaseContext, clinicId: string, key: Uint8Array): Promise<boolean> {
  return context.withTenant({ clinicId }, async (tx) => {
    const wrappedKey = wrap(context, clinicId, KeyPurpose.subjectKeyWrapping, key);
    const stored = { publicKey: null, wrappedKey };
    if (await insertKey(tx, clinicId, KeyPurpose.subjectKeyWrapping, stored, context.now())) return true;
    const held = await openClinicKey(context, tx, clinicId);
    return held !== undefined && Buffer.from(key).equals(held);
  });
}

/** The key that the clinic's subject keys are wrapped with; undefined until the edge gave it. */
export async function openClinicKey(
  context: Pick<UseCaseContext, 'centreKey'>,
  tx: Transaction,
  clinicId: string,
): Promise<Uint8Array | undefined> {
  const stored = await selectKey(tx, clinicId, KeyPurpose.subjectKeyWrapping);
  if (stored === undefined) return undefined;
  return open(context.centreKey, stored.wrappedKey, label(clinicId, KeyPurpose.subjectKeyWrapping));
}

function wrap(context: KeyContext, clinicId: string, purpose: KeyPurpose, key: Uint8Array): Uint8Array {
  return seal(context.centreKey, key, label(clinicId, purpose), context.randomBytes(12));
}

function label(clinicId: string, purpose: KeyPurpose): Uint8Array {
  return frames([clinicId, purpose]);
}

function privateKey(secret: Uint8Array): ReturnType<typeof createPrivateKey> {
  return createPrivateKey({
    key: Buffer.concat([pkcs8Prefix, secret]),
    format: 'der',
    type: 'pkcs8',
  });
}

function publicHalf(secret: Uint8Array): Uint8Array {
  const jwk = createPublicKey(privateKey(secret)).export({ format: 'jwk' });
  return Buffer.from(jwk.x ?? '', 'base64url');
}
