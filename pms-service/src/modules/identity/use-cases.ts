// Local sign-in at the centre. What is answered never tells whether an address is known: an unknown one fails, slows
// down and locks exactly as a known one does.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import { sha256 } from '../seal.ts';
import { emailKey, enterDirectory, findInDirectory } from '../tenancy/use-cases-directory.ts';
import { makeToken, newTokenSecret, readToken } from '../tokens.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  deleteFailures,
  deleteFailuresBefore,
  deleteSession,
  holdFailures,
  insertSession,
  insertUser,
  putFailures,
  selectFailures,
  selectSessionUser,
  selectUserByEmail,
} from './queries.ts';
import { afterFailure, failuresLifeMs, isLocked, normaliseEmail, sessionLifeMs } from './rules.ts';
import type { NewUser, Session, User } from './types.ts';

/** Throws `invalid-request` when the address is taken, here or in another network. */
export async function createUser(context: UseCaseContext, user: NewUser): Promise<void> {
  const { password, ...rest } = user;
  const email = normaliseEmail(user.email);
  const passwordHash = password === undefined ? null : await context.passwords.hash(password);
  const { networkId } = user;
  await context.withTenant({ networkId }, async (tx) => {
    await insertUser(tx, { ...rest, email }, passwordHash, context.now());
    const key = { key: emailKey(email), expiresAt: null };
    const isFree = await enterDirectory(tx, { networkId, clinicId: null }, [key], context.now());
    if (!isFree) throw new AppError('invalid-request', { field: 'email' });
  });
}

export async function signIn(
  context: UseCaseContext,
  typed: { readonly email: string; readonly password: string },
): Promise<{ ok: true; session: Session } | { ok: false; refusal: Refusal }> {
  const email = normaliseEmail(typed.email);
  const directoryKey = emailKey(email);
  const failures = await context.withTenant({ directoryKey }, (tx) => selectFailures(tx, directoryKey));
  if (isLocked(failures, context.now())) return { ok: false, refusal: { code: 'account-locked' } };
  const networkId = (await findInDirectory(context, directoryKey))?.networkId ?? undefined;
  const found =
    networkId === undefined
      ? undefined
      : await context.withTenant({ networkId }, (tx) => selectUserByEmail(tx, networkId, email));
  const matches = await context.passwords.verify(found?.passwordHash ?? undefined, typed.password);
  if (found === undefined || !matches) {
    await forgetOldFailures(context);
    await context.withTenant({ directoryKey }, async (tx) => {
      const before = await holdFailures(tx, directoryKey, context.now());
      await putFailures(tx, directoryKey, afterFailure(before, context.now()), context.now());
    });
    return { ok: false, refusal: { code: 'wrong-password' } };
  }
  await context.withTenant({ directoryKey }, (tx) => deleteFailures(tx, directoryKey));
  return { ok: true, session: await openSession(context, found.user, sessionLifeMs) };
}

async function forgetOldFailures(context: UseCaseContext): Promise<void> {
  const failuresBefore = context.now() - failuresLifeMs;
  await context.withTenant({ failuresBefore }, (tx) => deleteFailuresBefore(tx, failuresBefore));
}

/** A token for a user who was made sure of in another way: a password, or the operator's own hand. */
export async function openSession(context: UseCaseContext, user: User, lifeMs: number): Promise<Session> {
  const token = makeToken(user.networkId, newTokenSecret(context.randomBytes));
  const now = context.now();
  const expiresAt = now + lifeMs;
  await context.withTenant({ networkId: user.networkId }, (tx) =>
    insertSession(tx, user, sha256(token), now, expiresAt),
  );
  return { token, expiresAt, user };
}

export async function authenticateUser(context: UseCaseContext, token: string): Promise<User | undefined> {
  const read = readToken(token);
  if (read === undefined) return undefined;
  const networkId = read.tenantId;
  return context.withTenant({ networkId }, (tx) => selectSessionUser(tx, networkId, read.hash, context.now()));
}

export async function signOut(context: UseCaseContext, token: string): Promise<void> {
  const read = readToken(token);
  if (read === undefined) return;
  const networkId = read.tenantId;
  await context.withTenant({ networkId }, (tx) => deleteSession(tx, networkId, read.hash));
}
