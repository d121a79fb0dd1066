// What a person does about rows that could not be applied: try them again once the cause is mended, apply one with other
// values, or set them aside. The log's row never changes, and who did what is written down.

import type {
  Letter,
  LetterCounts,
  LetterList,
  LetterPlace,
  LetterState,
  RetryAnswer,
} from '@foyer/contracts/dead-letters.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { recordAccess } from '../audit/use-cases.ts';
import { settleWorkItems } from '../requests/use-cases.ts';
import { applyHeldRows, findRows, tryOut } from '../sync-inbox/use-cases.ts';
import { findClinicOf, type Member } from '../tenancy/use-cases-access.ts';
import { listClinics } from '../tenancy/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { countLetters, lockOpen, noteTries, selectLetter, selectLetters, settle } from './queries.ts';

/** Who settles letters. */
export interface Settler extends Member {
  readonly userId: string;
}

const mostListed = 500;

export async function countOpenLetters(context: UseCaseContext, member: Member): Promise<LetterCounts> {
  const clinics = await listClinics(context, member.networkId, member.clinicId ?? undefined);
  const counted: LetterCounts['clinics'][number][] = [];
  for (const { clinicId, configuration } of clinics) {
    const { open } = await context.withTenant({ clinicId }, (tx) => countLetters(tx, clinicId));
    counted.push({ id: clinicId, name: configuration.name, open });
  }
  return { clinics: counted };
}

/** Undefined when the clinic is not the member's to see. */
export async function listLetters(
  context: UseCaseContext,
  member: Member,
  clinicId: ClinicId,
  state: LetterState,
): Promise<LetterList | undefined> {
  return inClinic(context, member, clinicId, async (tx, zone) => ({
    zone,
    counts: await countLetters(tx, clinicId),
    letters: await selectLetters(tx, clinicId, state, mostListed),
  }));
}

/** Undefined when there is none, or the clinic is not the member's to see; that somebody read it is written down. */
export async function readLetter(
  context: UseCaseContext,
  settler: Settler,
  clinicId: ClinicId,
  place: LetterPlace,
): Promise<Letter | undefined> {
  return inClinic(context, settler, clinicId, async (tx) => {
    const found = await selectLetter(tx, clinicId, place);
    if (found === undefined) return undefined;
    await recordAccess(context, tx, clinicId, { userId: settler.userId, action: 'dead-letter-read', ...place });
    return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)) as unknown as Letter;
  });
}

/** Once the cause is mended. Undefined when the clinic is not the member's to see. */
export async function retryLetters(
  context: UseCaseContext,
  settler: Settler,
  clinicId: ClinicId,
  places: readonly LetterPlace[],
): Promise<RetryAnswer | undefined> {
  return inClinic(context, settler, clinicId, async (tx): Promise<RetryAnswer> => {
    const open = await lockOpen(tx, clinicId, places);
    const rows = await findRows(tx, clinicId, open);
    const left = rows.length === 0 ? [] : await applyHeldRows(context, tx, clinicId, rows);
    if (left.length > 0) await noteTries(tx, clinicId, left);
    const isLeft = new Set(left.map(({ epoch, seq }) => `${epoch}.${seq}`));
    const applied = open.filter(({ epoch, seq }) => !isLeft.has(`${epoch}.${seq}`));
    await settled(context, tx, clinicId, settler, applied, { state: 'applied', action: 'dead-letter-applied' });
    return { ok: true, applied: applied.length, left };
  });
}

/**
 * Applies the row with this body in place of its own; `why` is kept with it. Refused `letter-not-mended` where it cannot be
 * applied so either, and `letter-settled` where somebody was before. Undefined when there is none to see.
 */
export async function mendLetter(
  context: UseCaseContext,
  settler: Settler,
  clinicId: ClinicId,
  place: LetterPlace,
  { body, why }: { readonly body: string; readonly why: string },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: Refusal } | undefined> {
  return inClinic(context, settler, clinicId, async (tx) => {
    const found = await selectLetter(tx, clinicId, place);
    if (found === undefined) return undefined;
    const [open] = await lockOpen(tx, clinicId, [place]);
    if (open === undefined)
      return { ok: false as const, refusal: { code: 'letter-settled', state: found.state } as const };
    const rows = (await findRows(tx, clinicId, [open])).map((row) => ({ ...row, body }));
    const [left] = await tryOut(tx, () => applyHeldRows(context, tx, clinicId, rows));
    if (left !== undefined)
      return { ok: false as const, refusal: { code: 'letter-not-mended', reason: left.reason } as const };
    const as = { state: 'applied', action: 'dead-letter-mended', why, mendedBody: body } as const;
    await settled(context, tx, clinicId, settler, [open], as);
    return { ok: true as const };
  });
}

/** They are never applied. How many; undefined when the clinic is not the member's to see. */
export async function setLettersAside(
  context: UseCaseContext,
  settler: Settler,
  clinicId: ClinicId,
  places: readonly LetterPlace[],
  why: string,
): Promise<number | undefined> {
  return inClinic(context, settler, clinicId, async (tx) => {
    const open = await lockOpen(tx, clinicId, places);
    await settled(context, tx, clinicId, settler, open, { state: 'set-aside', action: 'dead-letter-set-aside', why });
    return open.length;
  });
}

/** With the last one, what told a person of them is settled, too. */
async function settled(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: ClinicId,
  { userId }: Settler,
  places: readonly LetterPlace[],
  as: {
    readonly state: 'applied' | 'set-aside';
    readonly action: 'dead-letter-applied' | 'dead-letter-mended' | 'dead-letter-set-aside';
    readonly why?: string;
    readonly mendedBody?: string;
  },
): Promise<void> {
  const { state, action, why = null, mendedBody = null } = as;
  if (places.length > 0) await settle(tx, clinicId, places, { state, by: userId, why, mendedBody }, context.now());
  for (const { epoch, seq } of places) await recordAccess(context, tx, clinicId, { userId, action, epoch, seq });
  const { open } = await countLetters(tx, clinicId);
  if (open === 0) await settleWorkItems(context, tx, clinicId, 'dead-letters');
}

async function inClinic<T>(
  context: UseCaseContext,
  member: Member,
  clinicId: ClinicId,
  work: (tx: Transaction, zone: string) => Promise<T>,
): Promise<T | undefined> {
  // The network's, too: it knows who settled a letter.
  return context.withTenant({ clinicId, networkId: member.networkId }, async (tx) => {
    const clinic = await findClinicOf(tx, member, clinicId);
    return clinic === undefined ? undefined : work(tx, clinic.configuration.zone);
  });
}
